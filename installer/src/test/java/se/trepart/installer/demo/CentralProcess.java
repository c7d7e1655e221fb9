package se.trepart.installer.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import se.trepart.central.CentralServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A central store in a process of its own, over a test office's database: it can be measured, and killed as a power cut would. */
public final class CentralProcess implements AutoCloseable {

    private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED", "-Duser.language=sv", "-Duser.country=SE");

    private final Process process;
    private final int port;

    private CentralProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Listens when this returns.
     *
     * @param program a main class that ends in {@link #serve}
     * @param settings for the process's Java
     */
    public static CentralProcess start(TestOffice office, int port, Class<?> program, String... settings) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName(), office.home().toString(), office.jdbcUrl(),
                String.valueOf(port)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log(office).toFile())).start();
        // the process ends when this end of the pipe is gone, so that a killed test leaves none behind
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = said.readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("the central store did not start: " + Files.readString(log(office)));
        }
        return new CentralProcess(process, Integer.parseInt(line));
    }

    public static CentralProcess start(TestOffice office, String... settings) throws IOException {
        return start(office, 0, CentralProcess.class, settings);
    }

    /** What the processes of this office have said. */
    public static Path log(TestOffice office) {
        return office.home().resolve("central.log");
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public static void main(String[] words) throws IOException {
        serve(words);
    }

    /** Home, database and port; ends with its standard input. */
    public static void serve(String[] words) throws IOException {
        CentralServer server = CentralServer.start(TestOffice.config(Path.of(words[0]), words[1],
                Files.readString(Path.of(words[0], "service.password")).trim(), Integer.parseInt(words[2])));
        System.out.println(server.port());
        System.out.flush();
        while (System.in.read() >= 0) {
            // until the other end is gone
        }
        server.close();
        System.exit(0);
    }

    public int port() {
        return port;
    }

    public Process process() {
        return process;
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException | InterruptedException e) {
            kill();
        }
    }
}
