package se.trepart.central;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;

import se.trepart.wire.Protocol;

import com.sun.management.UnixOperatingSystemMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ServiceLimitsTest {

    private static final CentralConfig.Limits IMPATIENT = new CentralConfig.Limits(0, 200, 10, Duration.ofSeconds(2), Duration.ofSeconds(3),
            Duration.ofSeconds(3), Duration.ofHours(1));
    @TempDir
    private Path folder;
    private TestCertificate certificate;
    private Office office;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        office = new Office();
        certificate = TestCertificate.in(folder);
        service = new Service(office, IMPATIENT, certificate);
    }

    @AfterEach
    void stop() {
        service.close();
        office.close();
    }

    @Test
    void stopsWithinASecondWhileWorkstationsWaitAndAskAgain() throws Exception {
        long at = office.store.read(snapshot -> snapshot.head()).seq();
        AtomicBoolean on = new AtomicBoolean(true);
        List<Thread> waiting = new ArrayList<>();
        HttpRequest ask = service.request(office.anna, Protocol.CHANGES + "?wait=20&since=" + at).build();
        for (int i = 0; i < 10; i++) {
            waiting.add(Thread.ofVirtual().start(() -> {
                while (on.get()) {
                    try {
                        service.http.send(ask, BodyHandlers.ofByteArray());
                    } catch (IOException | InterruptedException _) {
                        // asked again
                    }
                }
            }));
        }
        Socket halfOpen = new Socket("127.0.0.1", service.server.port());
        Thread.sleep(700);
        long start = System.nanoTime();
        service.server.close();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        on.set(false);
        halfOpen.close();
        assertThat(took).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void finishesARequestThatIsUnderWay() throws Exception {
        var desk = office.desk(office.anna);
        var file = Office.caseFile(Office.NORTH);
        desk.send(desk.create(file));
        try (var holding = office.database.owner().getConnection(); var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select 1 from trepart.sync_head for update");
            var push = new se.trepart.wire.PushRequest(desk.epoch(), List.of(desk.create(Office.note(file, "hinner"))));
            CompletableFuture<HttpResponse<byte[]>> under = service.http.sendAsync(service.request(office.anna, Protocol.OPERATIONS)
                    .setHeader(Protocol.DEVICE_HEADER, desk.caller.device().toString())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(se.trepart.wire.Json.MAPPER.writeValueAsBytes(push)))
                    .build(), BodyHandlers.ofByteArray());
            Thread.sleep(500);
            Thread stopping = Thread.ofVirtual().start(service.server::close);
            Thread.sleep(500);
            holding.rollback();
            assertThat(under.get().statusCode()).isEqualTo(200);
            stopping.join();
        }
    }

    @Test
    void cutsConnectionsThatSayNothingBeforeOrAfterTheHandshake() throws Exception {
        try (Socket silent = new Socket("127.0.0.1", service.server.port()); SSLSocket shaken = secure()) {
            silent.setSoTimeout(8_000);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            shaken.setSoTimeout(8_000);
            assertThat(shaken.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void speaksNoOldTlsAndNoPlainHttpOnItsPort() throws Exception {
        try (SSLSocket old = (SSLSocket) certificate.trust().getSocketFactory().createSocket("127.0.0.1", service.server.port())) {
            old.setEnabledProtocols(new String[]{"TLSv1.1"});
            assertThatThrownBy(old::startHandshake).isInstanceOf(IOException.class);
        }
        try (SSLSocket modern = secure()) {
            assertThat(modern.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        HttpRequest plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.server.port() + "/health")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(plain, BodyHandlers.ofString())).isInstanceOf(IOException.class);
        }
    }

    private SSLSocket secure() throws IOException {
        return secure(service);
    }

    private SSLSocket secure(Service at) throws IOException {
        SSLSocket socket = (SSLSocket) certificate.trust().getSocketFactory().createSocket("127.0.0.1", at.server.port());
        socket.startHandshake();
        return socket;
    }

    @Test
    void cutsABodyThatTricklesIn() throws Exception {
        try (Socket slow = secure()) {
            slow.setSoTimeout(10_000);
            OutputStream out = slow.getOutputStream();
            out.write(("POST " + Protocol.OPERATIONS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + service.token(office.anna)
                    + "\r\n" + Protocol.DEVICE_HEADER + ": " + Office.id() + "\r\nContent-Length: 1000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            long start = System.nanoTime();
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> firstLine(slow));
            while (!answer.isDone() && System.nanoTime() - start < 9e9) {
                try {
                    out.write(' ');
                    out.flush();
                } catch (IOException _) {
                    break;
                }
                Thread.sleep(200);
            }
            assertThat(answer.get()).contains("408");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void cutsAHeadThatTricklesInAlsoAfterAnAnswer() throws Exception {
        try (Socket slow = secure(); SSLSocket later = secure()) {
            later.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(firstLine(later)).contains("200");
            // a head within its 3 seconds; after an answer 2 seconds of rest come before them
            assertThat(trickledFor(slow)).isLessThan(Duration.ofSeconds(6));
            assertThat(trickledFor(later)).isLessThan(Duration.ofSeconds(8));
        }
        assertThat(service.send(service.request(office.anna, Protocol.CHANGES)).statusCode()).isEqualTo(200);
    }

    /** How long it takes a head that never ends, as long as a byte of it comes every tenth of a second. */
    private static Duration trickledFor(Socket slow) throws Exception {
        long start = System.nanoTime();
        OutputStream out = slow.getOutputStream();
        try {
            out.write("GET /health HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            while (System.nanoTime() - start < 12e9) {
                out.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException _) {
            // cut
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void makesRoomForHonestPeopleWhenSilentOnesHaveTakenAll() throws Exception {
        List<Socket> silent = new ArrayList<>();
        CentralConfig.Limits patient = new CentralConfig.Limits(-1, 200, 10, Duration.ofSeconds(60), Duration.ofSeconds(60),
                Duration.ofSeconds(60), Duration.ofHours(1));
        try (Service crowded = new Service(office, patient, certificate)) {
            for (int i = 0; i < 500; i++) {
                silent.add(new Socket("127.0.0.1", crowded.server.port()));
                if (i % 50 == 49) {
                    long start = System.nanoTime();
                    // on a connection of its own
                    try (SSLSocket honest = secure(crowded)) {
                        honest.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        assertThat(firstLine(honest)).contains("200");
                    }
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
                }
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void givesBackEveryConnectionWhicheverSideEndsIt() throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        assumeTrue(system instanceof UnixOperatingSystemMXBean);
        UnixOperatingSystemMXBean unix = (UnixOperatingSystemMXBean) system;
        // what a first crowd makes the service open for good, such as connections to the database
        comeAndGo(20);
        long before = unix.getOpenFileDescriptorCount();
        comeAndGo(60);
        assertThat(unix.getOpenFileDescriptorCount()).isLessThan(before + 15);
    }

    /** Half of them hang up, the others wait until the service does. */
    private void comeAndGo(int many) throws Exception {
        List<SSLSocket> kept = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            SSLSocket socket = secure();
            socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(firstLine(socket)).contains("200");
            if (i % 2 == 0) {
                socket.close();
            } else {
                kept.add(socket);
            }
        }
        // longer than the silence that the server lets be
        Thread.sleep(3_500);
        for (SSLSocket socket : kept) {
            socket.close();
        }
        Thread.sleep(500);
    }

    @Test
    void refusesHeadersThatAreTooLargeAndAnswersALittleTooMuchInPeace() throws Exception {
        HttpResponse<byte[]> answer = service.send(service.request(office.anna, Protocol.CHANGES).header("X-Large", "x".repeat(20_000)));
        assertThat(answer.statusCode()).isBetween(400, 431);
        for (int i = 0; i < 10; i++) {
            byte[] large = new byte[3_000_000];
            assertThat(service.send(service.request(office.anna, Protocol.OPERATIONS).POST(HttpRequest.BodyPublishers.ofByteArray(large)))
                    .statusCode()).isEqualTo(413);
        }
    }

    @Test
    void refusesPlainHttpForOtherMachines() {
        CentralConfig open = new CentralConfig("0.0.0.0", 0, office.database.url(), TestDatabase.PASSWORD, "i", "a", "{\"keys\":[]}", null);
        assertThatThrownBy(() -> CentralServer.start(open)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesFiguresToThisMachineOnlyAndSaysHowItIs() throws Exception {
        var desk = office.desk(office.anna);
        var push = new se.trepart.wire.PushRequest(desk.epoch(),
                List.of(desk.create(Office.caseFile(Office.NORTH)), desk.create(Office.caseFile(Office.SOUTH))));
        service.send(service.request(office.anna, Protocol.OPERATIONS)
                .POST(HttpRequest.BodyPublishers.ofByteArray(se.trepart.wire.Json.MAPPER.writeValueAsBytes(push))));
        assertThat(service.send(service.request(office.anna, "/metrics")).statusCode()).isEqualTo(404);
        HttpResponse<String> figures = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.server.metricsPort() + "/metrics")).build(),
                        BodyHandlers.ofString());
        assertThat(figures.body()).contains("trepart_operations_total{result=\"applied\"} 1.0")
                .contains("trepart_request_seconds_count{route=\"/sync/v1/ops\",status=\"200\"} 1")
                .contains("trepart_store{what=\"head\"}")
                .contains("trepart_database_connections{state=\"waiting\"} 0.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain(office.anna.id().toString());
        HttpResponse<byte[]> health = service.send(HttpRequest.newBuilder(service.uri("/health")));
        assertThat(new String(health.body())).contains("\"status\":\"UP\"").contains("\"migrations\":true");
        assertThat(health.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        try (var owner = office.database.owner().getConnection(); var statement = owner.createStatement()) {
            statement.execute("update trepart.flyway_schema_history set success = false where version = '12'");
        }
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/health"))).statusCode()).isEqualTo(503);
    }

    private static String firstLine(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[200];
            int read = in.read(some);
            return read < 0 ? "closed" : new String(some, 0, read, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
