package se.trepart.local.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import se.trepart.local.signin.Session;
import se.trepart.local.signin.SignInFailed;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.Json;
import se.trepart.wire.Leases;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Snapshots;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The way to the central store over HTTPS, gzipped both ways, with the session's bearer token. */
public final class HttpTransport implements Transport, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** an answer larger than this, packed or unpacked, is refused rather than let fill the memory */
    private static final int MAX_PACKED = 32_000_000;
    private static final int MAX_UNPACKED = 100_000_000;
    /** a page that was asked for longer ago is asked for again: much may have changed */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final URI central;
    private final Session session;
    private final HttpClient client;
    private volatile UUID device;
    private @Nullable Ahead ahead;

    /** The page after the last one, asked for while that one is taken in. */
    private record Ahead(String path, long asked, CompletableFuture<HttpResponse<byte[]>> response) {}

    /**
     * @param central such as https://trepart.exempelstad.se; plain http only to this machine itself
     * @throws IllegalArgumentException when the address would send the token in the clear
     */
    public HttpTransport(URI central, Session session) {
        this(central, session, null);
    }

    /**
     * @param ownIssuer certificates in PEM that are trusted beside the system's; null when there are none
     * @throws IllegalArgumentException when the address would send the token in the clear, or the file holds no certificate
     */
    public HttpTransport(URI central, Session session, @Nullable Path ownIssuer) {
        if (!"https".equals(central.getScheme()) && !("http".equals(central.getScheme()) && loopback(central.getHost()))) {
            throw new IllegalArgumentException("the central store is reached over https only");
        }
        this.central = central;
        this.session = session;
        this.device = session.device();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
        if ("https".equals(central.getScheme())) {
            SSLContext trusted = TrustedCertificates.context(ownIssuer);
            builder.sslContext(trusted);
        }
        this.client = builder.build();
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
    public void actAs(UUID device) {
        this.device = device;
    }

    @Override
    public ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds) {
        String query = "?since=" + since + "&limit=" + limit + "&wait=" + waitSeconds + (epoch == null ? "" : "&epoch=" + epoch);
        return read(send(request(Protocol.CHANGES + query).GET(), ANSWER.plusSeconds(waitSeconds)), ChangesPage.class);
    }

    @Override
    public BootstrapPage bootstrap(@Nullable String token, int limit, boolean onlyProtected) {
        BootstrapPage page = page(bootstrapPath(token, limit, onlyProtected));
        if (page.next() != null) {
            ahead = ask(bootstrapPath(page.next(), limit, onlyProtected));
        }
        return page;
    }

    private @Nullable Ahead ask(String path) {
        try {
            return new Ahead(path, System.nanoTime(), start(request(path).GET(), ANSWER));
        } catch (TransportProblem noToken) {
            // said when the page is wanted; the one before it is good
            return null;
        }
    }

    private static String bootstrapPath(@Nullable String token, int limit, boolean onlyProtected) {
        return Protocol.BOOTSTRAP + "?limit=" + limit + (token == null ? "" : "&token=" + URLEncoder.encode(token, UTF_8))
                + (onlyProtected ? "&only=protected" : "");
    }

    private BootstrapPage page(String path) {
        Ahead asked = ahead;
        ahead = null;
        if (asked == null || !asked.path.equals(path) || System.nanoTime() - asked.asked > FRESH.toNanos()) {
            return get(path, BootstrapPage.class);
        }
        return read(finish(asked.response, ANSWER), BootstrapPage.class);
    }

    @Override
    public PushReply push(PushRequest request) {
        return post(Protocol.OPERATIONS, request, PushReply.class);
    }

    @Override
    public Leases leases() {
        return get(Protocol.LEASES, Leases.class);
    }

    @Override
    public void purged(Purged purged) {
        send(posting(Protocol.PURGED, purged), ANSWER);
    }

    @Override
    public InventoryReply inventory(Inventory inventory) {
        return post(Protocol.INVENTORY, inventory, InventoryReply.class);
    }

    @Override
    public DocumentsReply documents(DocumentsRequest request) {
        return post(Protocol.DOCUMENTS, request, DocumentsReply.class);
    }

    @Override
    public Snapshots snapshots() {
        return get(Protocol.SNAPSHOTS, Snapshots.class);
    }

    @Override
    public byte[] snapshot(UUID unitId, long seq, long from, int length) {
        return part(Protocol.SNAPSHOT + "/" + unitId + "?seq=" + seq, from, length);
    }

    @Override
    public long uploaded(String sha256) {
        HttpRequest.Builder head = request(Protocol.BLOBS + "/" + sha256).method("HEAD", BodyPublishers.noBody());
        try {
            return send(head, ANSWER).headers().firstValueAsLong(Protocol.UPLOAD_OFFSET_HEADER).orElse(0);
        } catch (TransportProblem problem) {
            if (problem.notThere()) {
                return 0;
            }
            throw problem;
        } catch (NumberFormatException unreadable) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "unreadable_answer");
        }
    }

    @Override
    public void upload(UUID unitId, String sha256, long from, byte[] part, long total) {
        HttpRequest.Builder put = request(Protocol.BLOBS + "/" + sha256 + "?unit=" + unitId)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(part));
        if (part.length > 0) {
            put.header("Content-Range", "bytes " + from + "-" + (from + part.length - 1) + "/" + total);
        }
        send(put, ANSWER);
    }

    @Override
    public byte[] download(String sha256, long from, int length) {
        return part(Protocol.BLOBS + "/" + sha256, from, length);
    }

    /** A range of something larger; 416 says that there is nothing from there on. */
    private byte[] part(String path, long from, int length) {
        HttpRequest.Builder ranged = request(path).header("Range", "bytes=" + from + "-" + (from + length - 1)).GET();
        try {
            HttpResponse<byte[]> response = send(ranged, ANSWER);
            byte[] body = unpacked(response);
            // whoever ignores the range answers 200 with all of it
            if (response.statusCode() == 206 || from == 0 && body.length <= length) {
                return body;
            }
            int start = Math.toIntExact(Math.min(from, body.length));
            return java.util.Arrays.copyOfRange(body, start, Math.min(body.length, start + length));
        } catch (TransportProblem problem) {
            if (problem.problem().code().equals("http_416")) {
                return new byte[0];
            }
            throw problem;
        }
    }

    private <T> T get(String pathAndQuery, Class<T> type) {
        return read(send(request(pathAndQuery).GET(), ANSWER), type);
    }

    private <T> T post(String path, Object body, Class<T> type) {
        return read(send(posting(path, body), ANSWER), type);
    }

    private HttpRequest.Builder posting(String path, Object body) {
        return request(path).header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed(Json.MAPPER.writeValueAsBytes(body))));
    }

    private String bearer() {
        try {
            return session.token();
        } catch (SignInFailed failed) {
            throw problem(switch (failed.reason()) {
                case NO_NETWORK, CANCELLED -> SyncStatus.Problem.NO_NETWORK;
                case CERTIFICATE -> SyncStatus.Problem.CERTIFICATE;
                default -> SyncStatus.Problem.SIGNED_OUT;
            }, "no_token");
        }
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(central.resolve(pathAndQuery))
                .header("Authorization", "Bearer " + bearer())
                .header(Protocol.PROTOCOL_HEADER, String.valueOf(Protocol.VERSION))
                .header(Protocol.SCHEMA_HEADER, String.valueOf(Protocol.SCHEMA))
                .header(Protocol.DEVICE_HEADER, device.toString())
                .header("Accept-Encoding", "gzip");
    }

    /** The answer, when it is a good one. */
    private HttpResponse<byte[]> send(HttpRequest.Builder request, Duration longest) {
        return finish(start(request, longest), longest);
    }

    private CompletableFuture<HttpResponse<byte[]>> start(HttpRequest.Builder request, Duration longest) {
        return client.sendAsync(request.timeout(longest).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_PACKED));
    }

    /** The time is for all of it: a connection that stops half-way must not hold the sync for ever. */
    private static HttpResponse<byte[]> finish(CompletableFuture<HttpResponse<byte[]>> sent, Duration longest) {
        try {
            HttpResponse<byte[]> response = sent.get(longest.toSeconds() + 1, TimeUnit.SECONDS);
            if (response.statusCode() / 100 != 2) {
                throw refused(response);
            }
            return response;
        } catch (InterruptedException interrupted) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw problem(SyncStatus.Problem.NO_NETWORK, "cancelled");
        } catch (TimeoutException stalled) {
            sent.cancel(true);
            throw problem(SyncStatus.Problem.NO_NETWORK, "no_answer");
        } catch (ExecutionException failed) {
            throw unreached(failed);
        }
    }

    private static TransportProblem unreached(ExecutionException failed) {
        boolean cutOff = false;
        boolean secure = false;
        boolean unknown = false;
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            cutOff |= cause instanceof EOFException;
            secure |= cause instanceof SSLException;
            unknown |= cause instanceof UnknownHostException || cause instanceof java.nio.channels.UnresolvedAddressException;
        }
        if (secure && !cutOff) {
            return problem(SyncStatus.Problem.CERTIFICATE, "certificate");
        }
        return problem(SyncStatus.Problem.NO_NETWORK, unknown ? "unknown_host" : "no_answer");
    }

    private static <T> T read(HttpResponse<byte[]> response, Class<T> type) {
        try {
            T answer = Json.MAPPER.readValue(unpacked(response), type);
            if (answer == null) {
                throw problem(SyncStatus.Problem.UNEXPECTED, "unreadable_answer");
            }
            return answer;
        } catch (JacksonException unreadable) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "unreadable_answer");
        }
    }

    private static TransportProblem refused(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        SyncStatus.Problem kind = switch (status) {
            case 401 -> SyncStatus.Problem.SIGNED_OUT;
            case 403 -> SyncStatus.Problem.ACCESS_WITHDRAWN;
            case 426 -> SyncStatus.Problem.OLD_CLIENT;
            case 408, 429 -> SyncStatus.Problem.SERVER_BUSY;
            // somebody on the way wants the user to sign in to the network first
            case 301, 302, 303, 307, 308, 511 -> SyncStatus.Problem.NO_NETWORK;
            default -> status >= 500 ? SyncStatus.Problem.SERVER_BUSY : SyncStatus.Problem.UNEXPECTED;
        };
        try {
            Problem said = Json.MAPPER.readValue(unpacked(response), Problem.class);
            if (said != null && said.code() != null) {
                return new TransportProblem(switch (said.code()) {
                    case "chain_broken" -> SyncStatus.Problem.SERVER_CONTRADICTS;
                    case "too_many_devices" -> SyncStatus.Problem.TOO_MANY_DEVICES;
                    default -> kind;
                }, said);
            }
        } catch (JacksonException | TransportProblem aProxysPage) {
            // falls through to the status
        }
        return problem(kind, status == 413 ? "too_large" : "http_" + status);
    }

    private static TransportProblem problem(SyncStatus.Problem kind, String code) {
        return new TransportProblem(kind, new Problem(code, "", null));
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) {
        if (response.headers().firstValue("Content-Encoding").filter("gzip"::equalsIgnoreCase).isEmpty()) {
            return response.body();
        }
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] body = gzip.readNBytes(MAX_UNPACKED);
            if (body.length == MAX_UNPACKED) {
                throw problem(SyncStatus.Problem.UNEXPECTED, "too_large_answer");
            }
            return body;
        } catch (IOException cutOff) {
            throw problem(SyncStatus.Problem.NO_NETWORK, "no_answer");
        }
    }

    /** Cuts off what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
