package se.trepart.installer.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import se.trepart.installer.demo.CentralProcess;
import se.trepart.installer.demo.TestOffice;
import se.trepart.wire.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the peers are measured with, done by Trepart: first fetch, a round with nothing new, one edit from one workstation to another, a
 * day's edits made offline, edits of two people in the same document. The central store and both workstations are processes of their own,
 * PostgreSQL and SQLite are durable, bodies are sealed and rights are checked. Prints one line of JSON.
 */
final class SyncBench {

    private static final int DOCUMENTS = Integer.getInteger("bench.documents", 20_000);
    private static final int EDITS = Integer.getInteger("bench.edits", 2_000);
    private static final int CLASHES = Integer.getInteger("bench.clashes", 500);
    private static final int PROPAGATIONS = Integer.getInteger("bench.propagations", 100);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 20);
    /** as the launcher has it, of a workstation without its windows */
    private static final List<String> CLIENT_JAVA = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m",
            "-XX:+UseStringDeduplication", "--enable-native-access=ALL-UNNAMED");

    private SyncBench() {}

    public static void main(String[] none) throws Exception {
        Path home = Files.createTempDirectory("trepart-bench-");
        Map<String, Object> figures = new LinkedHashMap<>();
        try (TestOffice office = TestOffice.empty(home)) {
            office.give(BenchDocuments.of(DOCUMENTS));
            office.buildSnapshots();
            office.stopCentral();
            try (CentralProcess central = CentralProcess.start(office)) {
                // the peers' servers have taken in all documents by then: this one too has been asked and written to before it is measured
                warm(home, central.port());
                measure(figures, home, central);
            }
        } finally {
            Scratch.delete(home);
        }
        System.out.println("FIGURES " + Json.MAPPER.writeValueAsString(figures));
        System.exit(0);
    }

    private static void warm(Path home, int port) throws IOException {
        for (String by : List.of("feed", "snapshot")) {
            try (Workstation one = new Workstation(home, port, "warm-" + by)) {
                one.number("open-by-" + by);
                one.say("offline");
                one.number("why 0 " + EDITS + " varm" + by);
                one.number("push");
            }
        }
    }

    private static void measure(Map<String, Object> figures, Path home, CentralProcess central) throws IOException, InterruptedException {
        try (Workstation a = new Workstation(home, central.port(), "A"); Workstation b = new Workstation(home, central.port(), "B")) {
            figures(figures, central.process(), a, b);
        }
    }

    private static void figures(Map<String, Object> figures, Process central, Workstation a, Workstation b)
            throws IOException, InterruptedException {
        first(figures, "feed", central, a);
        first(figures, "snapshot", central, b);
        figures.put("noop_first_ms", a.number("nothing-new"));
        figures.put("noop_ms", median(repeat(ROUNDS, () -> a.number("nothing-new"))));

        a.say("offline");
        figures.put("local_edit_ms", a.number("why 0 " + EDITS + " kväll") / EDITS);
        double before = cpu(a.process);
        double serverBefore = cpu(central);
        double push = a.number("push");
        figures.put("push_client_cpu_s", cpu(a.process) - before);
        figures.put("push_server_cpu_s", cpu(central) - serverBefore);
        figures.put("push_docs_per_s", Math.round(EDITS / push * 1000));
        figures.put("push_ms", push);
        b.number("nothing-new");
        require(b.number("count-why 0 " + EDITS + " kväll") == EDITS, "every edit arrived");

        figures.put("edit_ms", median(propagations(a, b)));

        int two = Math.min(EDITS + 100, DOCUMENTS - 2 * CLASHES);
        int same = two + CLASHES;
        a.say("offline");
        b.say("offline");
        a.say("why " + two + " " + CLASHES + " båda");
        b.say("what-now " + two + " " + CLASHES + " båda");
        a.say("why " + same + " " + CLASHES + " först");
        b.say("why " + same + " " + CLASHES + " sedan");
        a.say("push");
        b.say("push");
        b.say("nothing-new");
        a.say("nothing-new");
        figures.put("both_kept", (long) Math.min(a.number("count-both " + two + " " + CLASHES + " båda"),
                b.number("count-both " + two + " " + CLASHES + " båda")));
        figures.put("first_kept", (long) Math.min(a.number("count-why " + same + " " + CLASHES + " först"),
                b.number("count-why " + same + " " + CLASHES + " först")));
        figures.put("second_shown", (long) Math.min(a.number("count-conflicts sedan"), b.number("count-conflicts sedan")));
        figures.put("clashes", CLASHES);
        figures.put("client_mb", Math.max(a.number("peak"), b.number("peak")));
    }

    private static void first(Map<String, Object> figures, String by, Process central, Workstation workstation) throws IOException {
        double before = cpu(workstation.process);
        double serverBefore = cpu(central);
        double millis = workstation.number("open-by-" + by);
        figures.put(by + "_client_cpu_s", cpu(workstation.process) - before);
        figures.put(by + "_server_cpu_s", cpu(central) - serverBefore);
        require(workstation.number("documents") == DOCUMENTS, "all documents arrived");
        figures.put(by + "_docs_per_s", Math.round(DOCUMENTS / millis * 1000));
        figures.put(by + "_ms", millis);
        figures.put(by + "_client_mb", workstation.number("peak"));
    }

    private static List<Double> propagations(Workstation a, Workstation b) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < PROPAGATIONS; i++) {
            b.say("watch " + BenchDocuments.letterId(i));
            Thread.sleep(20);
            long saved = Long.parseLong(a.say("save " + i + " live" + i));
            all.add((Long.parseLong(b.say("seen")) - saved) / 1e6);
        }
        return all;
    }

    /** Processor seconds of the process since it started. */
    private static double cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    private interface Figure {
        double measure() throws IOException;
    }

    private static List<Double> repeat(int times, Figure figure) throws IOException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(figure.measure());
        }
        return all;
    }

    static double median(List<Double> all) {
        return Math.round(all.stream().sorted().toList().get(all.size() / 2) * 100) / 100.0;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }

    /** The other end of a {@link BenchWorkstation}. */
    private static final class Workstation implements AutoCloseable {

        private final Process process;
        private final BufferedReader in;
        private final BufferedWriter out;

        Workstation(Path home, int port, String name) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(CLIENT_JAVA);
            command.addAll(List.of(System.getProperty("bench.client", "").isBlank()
                    ? new String[0]
                    : System.getProperty("bench.client").replace("NAME", name).split(" ")));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchWorkstation.class.getName(), home.toString(),
                    String.valueOf(port), home.resolve(name).toString(), name));
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            in = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            out = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        }

        String say(String line) throws IOException {
            out.write(line);
            out.newLine();
            out.flush();
            return Objects.requireNonNull(in.readLine(), "the workstation is gone");
        }

        double number(String line) throws IOException {
            return Double.parseDouble(say(line));
        }

        @Override
        public void close() throws IOException {
            out.close();
            process.onExit().join();
        }
    }
}
