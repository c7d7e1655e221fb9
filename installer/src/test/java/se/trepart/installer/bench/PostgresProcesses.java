package se.trepart.installer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's own processes, as Linux counts them. */
record PostgresProcesses(long postmaster) {

    private static final double TICKS_A_SECOND = 100;

    static PostgresProcesses of(Path home) throws IOException {
        return new PostgresProcesses(
                Long.parseLong(Files.readAllLines(home.resolve("postgres").resolve("data").resolve("postmaster.pid")).getFirst().trim()));
    }

    /** Also of those that have ended. */
    double processorSeconds() throws IOException {
        // utime, stime and, for the children that have ended, cutime and cstime
        double ticks = ticks(postmaster, 4);
        for (long child : children()) {
            ticks += ticks(child, 2);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** Shared memory counted once. */
    long megabytes() throws IOException {
        long all = megabytes(postmaster, "Pss");
        for (long child : children()) {
            all += megabytes(child, "Pss");
        }
        return all;
    }

    private List<Long> children() {
        return ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children).map(ProcessHandle::pid).toList();
    }

    private static long ticks(long process, int fields) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 11; i < 11 + fields; i++) {
            ticks += Long.parseLong(words[i]);
        }
        return ticks;
    }

    static long megabytes(long process, String what) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(what + ":")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum()
                    / 1024;
        }
    }
}
