package se.trepart.installer.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import se.trepart.installer.demo.CentralProcess;
import se.trepart.model.access.Staff;
import se.trepart.wire.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Keycloak on loopback in development mode, with an empty database and the realm of realm.json (inloggningstjänst). */
final class Keycloak implements AutoCloseable {

    private static final String REALM = "exempelstad";
    /** Its first start on two busy cores builds the server anew. */
    private static final Duration START = Duration.ofMinutes(6);

    private final Process process;
    private final URI issuer;

    private Keycloak(Process process, URI issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /**
     * Answers when this returns.
     *
     * @param distribution unpacked; what an earlier run left in it is thrown away
     * @param log is written to
     * @param people can sign in, each with their own {@link #password}; the token's subject is the register's
     */
    static Keycloak start(Path distribution, Path log, List<Staff> people) throws IOException, InterruptedException {
        forget(distribution.resolve("data"));
        Path realm = Files.createDirectories(distribution.resolve("data").resolve("import")).resolve("realm.json");
        Files.writeString(realm, realm(people));
        int port = CentralProcess.freePort();
        ProcessBuilder program = new ProcessBuilder("bash", distribution.resolve("bin").resolve("kc.sh").toString(), "start-dev",
                "--import-realm", "--http-host=127.0.0.1", "--http-port=" + port).redirectErrorStream(true).redirectOutput(log.toFile());
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Keycloak keycloak = new Keycloak(program.start(), URI.create("http://127.0.0.1:" + port + "/realms/" + REALM));
        try {
            keycloak.awaitStart(log);
            return keycloak;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            keycloak.close();
            throw failed;
        }
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                get("/.well-known/openid-configuration");
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("Keycloak did not start:\n" + Files.readString(log), notYet);
                }
                Thread.sleep(300);
            }
        }
    }

    /** The realm with its clients, and the people. */
    private static String realm(List<Staff> people) throws IOException {
        try (InputStream in = Keycloak.class.getResourceAsStream("realm.json")) {
            ObjectNode realm = (ObjectNode) Json.MAPPER.readTree(in);
            ArrayNode users = realm.putArray("users");
            for (Staff person : people) {
                String[] names = person.name().split(" ", 2);
                users.addObject()
                        .put("id", person.subject())
                        .put("username", person.subject())
                        .put("enabled", true)
                        .put("firstName", names[0])
                        .put("lastName", names[1])
                        .put("email", person.subject() + "@exempelstad.invalid")
                        .put("emailVerified", true)
                        .putArray("credentials")
                        .addObject()
                        .put("type", "password")
                        .put("value", password(person));
            }
            return Json.MAPPER.writeValueAsString(realm);
        }
    }

    static String password(Staff person) {
        return "lösenord " + person.id();
    }

    URI issuer() {
        return issuer;
    }

    /** As an administrator would fetch them for the central store. */
    String publicKeys() throws IOException, InterruptedException {
        return get("/protocol/openid-connect/certs");
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(issuer + path)).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("Keycloak said " + response.statusCode());
            }
            return response.body();
        }
    }

    @Override
    public void close() {
        // the script first, then the server that it started
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(one -> one.onExit().join());
    }

    private static void forget(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
