package se.trepart.local.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;

import se.trepart.local.signin.Session;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Json;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The way to the central store over HTTPS, gzipped both ways, with the session's bearer token. */
public final class HttpTransport implements Transport, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI central;
    private final Session session;
    private final HttpClient client;

    /**
     * @param central such as https://trepart.exempelstad.se; plain http only to this machine itself
     * @throws IllegalArgumentException when the address would send the token in the clear
     */
    public HttpTransport(URI central, Session session) {
        this(central, session,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    /** @param client with the certificates that the municipality trusts */
    HttpTransport(URI central, Session session, HttpClient client) {
        if (!"https".equals(central.getScheme()) && !("http".equals(central.getScheme()) && loopback(central.getHost()))) {
            throw new IllegalArgumentException("the central store is reached over https only");
        }
        this.central = central;
        this.session = session;
        this.client = client;
    }

    /** A literal address or localhost, so that no name service decides. */
    private static boolean loopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    @Override
    public ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds) {
        String query = "?since=" + since + "&limit=" + limit + "&wait=" + waitSeconds + (epoch == null ? "" : "&epoch=" + epoch);
        return send(request(Protocol.CHANGES + query).timeout(ANSWER.plusSeconds(waitSeconds)).GET(), ChangesPage.class);
    }

    @Override
    public BootstrapPage bootstrap(@Nullable String token, int limit) {
        String query = "?limit=" + limit + (token == null ? "" : "&token=" + URLEncoder.encode(token, UTF_8));
        return send(request(Protocol.BOOTSTRAP + query).timeout(ANSWER).GET(), BootstrapPage.class);
    }

    @Override
    public PushReply push(PushRequest request) {
        byte[] body = zipped(Json.MAPPER.writeValueAsBytes(request));
        return send(request(Protocol.OPERATIONS).timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)), PushReply.class);
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(central.resolve(pathAndQuery))
                .header("Authorization", "Bearer " + session.token())
                .header(Protocol.PROTOCOL_HEADER, String.valueOf(Protocol.VERSION))
                .header(Protocol.SCHEMA_HEADER, String.valueOf(Protocol.SCHEMA))
                .header(Protocol.DEVICE_HEADER, session.device().toString())
                .header("Accept-Encoding", "gzip");
    }

    private <T> T send(HttpRequest.Builder request, Class<T> type) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            byte[] body = unzipped(response);
            if (response.statusCode() != 200) {
                throw refused(response.statusCode(), body);
            }
            return Json.MAPPER.readValue(body, type);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw problem(SyncStatus.Problem.NO_NETWORK, "cancelled");
        } catch (SSLException untrusted) {
            throw problem(SyncStatus.Problem.CERTIFICATE, "certificate");
        } catch (IOException unreached) {
            throw problem(SyncStatus.Problem.NO_NETWORK, unreached instanceof UnknownHostException ? "unknown_host" : "no_answer");
        } catch (JacksonException unreadable) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "unreadable_answer");
        }
    }

    private static TransportProblem refused(int status, byte[] body) {
        SyncStatus.Problem kind = switch (status) {
            case 401 -> SyncStatus.Problem.SIGNED_OUT;
            case 403 -> SyncStatus.Problem.ACCESS_WITHDRAWN;
            case 426 -> SyncStatus.Problem.OLD_CLIENT;
            case 408, 429, 500, 502, 503, 504 -> SyncStatus.Problem.SERVER_BUSY;
            default -> SyncStatus.Problem.UNEXPECTED;
        };
        try {
            Problem said = Json.MAPPER.readValue(body, Problem.class);
            if (said != null && said.code() != null) {
                return new TransportProblem(kind, said);
            }
        } catch (JacksonException aProxysPage) {
            // falls through to the status
        }
        return new TransportProblem(kind, new Problem(status == 413 ? "too_large" : "http_" + status, "", null));
    }

    private static TransportProblem problem(SyncStatus.Problem kind, String code) {
        return new TransportProblem(kind, new Problem(code, "", null));
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] unzipped(HttpResponse<byte[]> response) throws IOException {
        if (response.headers().firstValue("Content-Encoding").filter("gzip"::equalsIgnoreCase).isEmpty()) {
            return response.body();
        }
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return gzip.readAllBytes();
        }
    }

    /** Cuts off what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
