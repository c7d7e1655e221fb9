package se.trepart.local.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import se.trepart.local.Sample;
import se.trepart.local.signin.Session;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Json;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes over the wire, against a real HTTP server on this machine. */
class HttpTransportTest {

    private record Asked(String method, URI uri, Map<String, List<String>> headers, byte[] body) {}

    final Session session = Sample.session();
    final AtomicReference<Asked> asked = new AtomicReference<>();
    HttpServer server;
    HttpTransport transport;
    int status = 200;
    byte[] answer = new byte[0];

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        transport = new HttpTransport(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), session);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.set(new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes()));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(answer);
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(status, zipped.size());
        exchange.getResponseBody().write(zipped.toByteArray());
        exchange.close();
    }

    private void answers(int status, Object body) {
        this.status = status;
        this.answer = Json.MAPPER.writeValueAsBytes(body);
    }

    private String header(String name) {
        return asked.get().headers.get(name).getFirst();
    }

    @Test
    void asksForChangesAsTheSignedInPersonAtThisWorkstation() {
        ChangesPage page = new ChangesPage(Sample.IDS.get(), 3, 7, 7, new ChangesPage.Chain(7, "ab", null, null), List.of(), List.of(),
                false);
        answers(200, page);
        UUID epoch = Sample.IDS.get();
        assertThat(transport.changes(epoch, 3, 500, 0)).isEqualTo(page);
        assertThat(asked.get().uri).hasPath("/sync/v1/changes")
                .hasParameter("since", "3")
                .hasParameter("limit", "500")
                .hasParameter("wait", "0")
                .hasParameter("epoch", epoch.toString());
        assertThat(header("Authorization")).isEqualTo("Bearer token");
        assertThat(header("Device")).isEqualTo(session.device().toString());
        assertThat(header("Sync-protocol")).isEqualTo("1");
        assertThat(header("Schema")).isEqualTo("1");
        assertThat(header("Accept-encoding")).isEqualTo("gzip");
    }

    @Test
    void asksForTheNextPageByItsToken() {
        // the last page: after any other, the one that follows is asked for ahead, which could come after what is looked at
        BootstrapPage page = new BootstrapPage(Sample.IDS.get(), 1, 2, List.of(), null);
        answers(200, page);
        assertThat(transport.bootstrap("a b+c", 10, false)).isEqualTo(page);
        assertThat(asked.get().uri).hasPath("/sync/v1/bootstrap").hasParameter("token", "a b+c");
        transport.bootstrap(null, 10, false);
        assertThat(asked.get().uri).hasNoParameter("token");
    }

    @Test
    void pushesZipped() throws IOException {
        answers(200, new PushReply(Sample.IDS.get(), 0, List.of()));
        PushRequest request = new PushRequest(Sample.IDS.get(), List.of());
        transport.push(request);
        assertThat(asked.get().method).isEqualTo("POST");
        assertThat(asked.get().uri).hasPath("/sync/v1/ops");
        assertThat(header("Content-encoding")).isEqualTo("gzip");
        byte[] body = new GZIPInputStream(new ByteArrayInputStream(asked.get().body)).readAllBytes();
        assertThat(Json.MAPPER.readValue(body, PushRequest.class)).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource({"401, unauthenticated, SIGNED_OUT", "403, not_allowed, ACCESS_WITHDRAWN", "426, newer_schema, OLD_CLIENT",
            "409, too_many_devices, TOO_MANY_DEVICES", "503, busy, SERVER_BUSY", "500, unexpected, SERVER_BUSY",
            "409, out_of_order, UNEXPECTED", "413, too_large, UNEXPECTED"})
    void passesOnWhatTheServerSays(int status, String code, SyncStatus.Problem kind) {
        answers(status, Map.of("code", code, "detail", "x", "expected", 5));
        assertThatThrownBy(() -> transport.bootstrap(null, 1, false)).isInstanceOfSatisfying(TransportProblem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.problem().code()).isEqualTo(code);
            assertThat(problem.problem().expected()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @CsvSource({"502, SERVER_BUSY, http_502", "413, UNEXPECTED, too_large", "404, UNEXPECTED, http_404",
            "200, UNEXPECTED, unreadable_answer"})
    void understandsAProxyThatAnswersInItsPlace(int status, SyncStatus.Problem kind, String code) {
        this.status = status;
        this.answer = "<html>".getBytes(UTF_8);
        assertThatThrownBy(() -> transport.bootstrap(null, 1, false)).isInstanceOfSatisfying(TransportProblem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.problem().code()).isEqualTo(code);
        });
    }

    @Test
    void saysThatThereIsNoNetwork() {
        server.stop(0);
        assertThatThrownBy(() -> transport.bootstrap(null, 1, false)).isInstanceOfSatisfying(TransportProblem.class,
                problem -> assertThat(problem.kind()).isEqualTo(SyncStatus.Problem.NO_NETWORK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://trepart.exempelstad.se", "http://10.0.0.1:8080", "ftp://127.0.0.1", "http://127.0.0.1.example.se"})
    void refusesToSendATokenInTheClear(String address) {
        assertThatThrownBy(() -> new HttpTransport(URI.create(address), session)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://trepart.exempelstad.se", "http://localhost:8080", "http://[::1]:8080", "http://127.0.0.1:8080"})
    void takesHttpsAndThisMachineItself(String address) {
        new HttpTransport(URI.create(address), session).close();
    }
}
