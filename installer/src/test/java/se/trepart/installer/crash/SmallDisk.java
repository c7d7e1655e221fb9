package se.trepart.installer.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A disk of a few megabytes in memory, which really runs full (liten disk). Linux lets the administrator alone make one. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        ballast = folder.resolve("ballast");
    }

    /** In this folder, which is made; a test that may not have it is passed over. */
    static SmallDisk in(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeTrue(
                System.getProperty("os.name").equals("Linux") && System.getProperty("user.name").equals("root")
                        && run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tmpfs", folder.toString()) == 0,
                "a disk of its own can be had as root on Linux only");
        return new SmallDisk(folder);
    }

    /** To the last byte. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (int piece = 1 << 20; piece > 0; piece /= 2) {
                byte[] zeros = new byte[piece];
                try {
                    while (true) {
                        out.write(zeros);
                    }
                } catch (IOException full) {
                    // with smaller pieces there may be more room
                }
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (run("umount", folder.toString()) != 0) {
            throw new IOException("the small disk is still in use");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
