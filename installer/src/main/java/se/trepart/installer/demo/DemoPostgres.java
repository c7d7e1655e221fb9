package se.trepart.installer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The demo office's PostgreSQL: the same program as a municipality runs, on a free port of loopback, with passwords (scram), Swedish
 * order and durable commits. Its data stays between runs.
 */
public final class DemoPostgres implements AutoCloseable {

    /** The owner of the database; the central store's service logs in as a role of its own. */
    public static final String OWNER = "trepart_owner";

    private final PostgresPrograms programs;
    private final Path data;
    private final Path log;
    private final int port;
    private final String password;

    private DemoPostgres(PostgresPrograms programs, Path data, Path log, int port, String password) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.port = port;
        this.password = password;
    }

    /** @throws IOException when PostgreSQL does not start; the message names its log */
    public static DemoPostgres start(Path home) throws IOException {
        Files.createDirectories(home);
        PostgresPrograms programs = PostgresPrograms.unpackInto(home.resolve("programs"));
        DemoPostgres postgres = new DemoPostgres(programs, home.resolve("data"), home.resolve("postgres.log"), freePort(),
                PrivateFile.random(home.resolve("owner.password")));
        if (!Files.exists(postgres.data.resolve("PG_VERSION"))) {
            postgres.initialise(home);
        }
        // a demo office that was killed may have left its server running
        if (postgres.control("status") == 0) {
            postgres.control("stop", "-m", "fast", "-w");
        }
        postgres.mustControl("start", "-w", "-l", postgres.log.toString(), "-o",
                "-p " + postgres.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c synchronous_commit=on");
        return postgres;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            mustControl("stop", "-m", "fast", "-w");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise(Path home) throws IOException {
        Path passwordFile = home.resolve("owner.password");
        run(programs.path("initdb"), "-D", data.toString(), "-U", OWNER, "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8",
                "--locale-provider=icu", "--icu-locale=sv-SE", "--locale=C");
    }

    private void mustControl(String... words) throws IOException {
        if (control(words) != 0) {
            throw new IOException("pg_ctl " + words[0] + " failed; see " + log);
        }
    }

    private int control(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.path("pg_ctl"), "-D", data.toString()));
        command.addAll(List.of(words));
        return exitCode(command);
    }

    private void run(String... command) throws IOException {
        if (exitCode(List.of(command)) != 0) {
            throw new IOException(Path.of(command[0]).getFileName() + " failed; see " + log);
        }
    }

    private int exitCode(List<String> command) throws IOException {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(command);
        Process process = new ProcessBuilder(all).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not answer; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return process.exitValue();
    }

    private static boolean isRoot() {
        return !PostgresPrograms.windows() && "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
