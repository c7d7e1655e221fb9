package se.trepart.central;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import se.trepart.central.Office.Desk;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CentralServerTest {

    private static final String ISSUER = "https://login.example.se";
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Office office;
    private ECKey key;
    private CentralServer server;
    private Desk anna;

    @BeforeEach
    void start() throws JOSEException {
        office = new Office();
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        server = CentralServer.start(config(0));
        anna = office.desk(office.anna);
    }

    @AfterEach
    void stop() {
        server.close();
        office.close();
    }

    @Test
    void carriesTheSyncBothWaysCompressed() throws Exception {
        CaseFile file = Office.caseFile(Office.NORTH);
        HttpResponse<byte[]> pushed = send(request(Protocol.OPERATIONS, token("anna")).header("Content-Encoding", "gzip")
                .POST(BodyPublishers
                        .ofByteArray(gzip(Json.MAPPER.writeValueAsBytes(new PushRequest(anna.epoch(), List.of(anna.create(file))))))));
        assertThat(pushed.statusCode()).isEqualTo(200);
        assertThat(Json.MAPPER.readValue(pushed.body(), PushReply.class).lastClientSeq()).isEqualTo(1);

        HttpResponse<byte[]> pulled = send(
                request(Protocol.CHANGES + "?since=0&limit=500&epoch=" + anna.epoch(), token("bengt")).header("Accept-Encoding", "gzip")
                        .header(Protocol.DEVICE_HEADER, Office.id().toString()));
        assertThat(pulled.headers().firstValue("Content-Encoding")).contains("gzip");
        ChangesPage page = Json.MAPPER.readValue(new GZIPInputStream(new ByteArrayInputStream(pulled.body())), ChangesPage.class);
        assertThat(page.entries()).extracting(Entry::id).contains(file.id());
    }

    @Test
    void wakesAWaitingRequestWithinASecond() throws Exception {
        long at = office.store.read(snapshot -> snapshot.head()).seq();
        var waiting = http.sendAsync(request(Protocol.CHANGES + "?wait=20&since=" + at, token("bengt")).build(),
                BodyHandlers.ofByteArray());
        Thread.sleep(400);
        assertThat(waiting).isNotDone();
        long start = System.nanoTime();
        anna.send(anna.create(Office.caseFile(Office.NORTH)));
        assertThat(waiting.get().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesEveryTokenThatProvesNothing() throws Exception {
        JWTClaimsSet.Builder good = claims("anna");
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), good.build());
        symmetric.sign(new MACSigner(key.toPublicJWK().toJSONString()));
        List<String> bad = List.of("", "x.y.z", new PlainJWT(good.build()).serialize(), sign(other, good.build()), symmetric.serialize(),
                sign(key, claims("anna").issuer("https://evil.example").build()), sign(key, claims("anna").audience("other").build()),
                sign(key, claims("anna").expirationTime(Date.from(Instant.now().minusSeconds(300))).build()),
                sign(key, claims("anna").expirationTime(null).build()), sign(key, claims(null).build()),
                token("anna").substring(0, token("anna").length() - 6) + "AAAAAA");
        for (String token : bad) {
            HttpResponse<byte[]> answer = send(request(Protocol.CHANGES, token));
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(problem(answer).code()).isEqualTo("unauthenticated");
        }
        assertThat(send(HttpRequest.newBuilder(uri(Protocol.CHANGES))).statusCode()).isEqualTo(401);
        assertThat(send(request(Protocol.CHANGES, token("nobody"))).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesWhatIsTooLargeAlsoWhenItOnlyGrowsOnUnpacking() throws Exception {
        byte[] large = new byte[Protocol.MAX_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        assertThat(post(large, false).statusCode()).isEqualTo(413);
        assertThat(post(gzip(large), true).statusCode()).isEqualTo(413);
        // and the service is as well as before
        assertThat(send(request(Protocol.CHANGES, token("anna"))).statusCode()).isEqualTo(200);
    }

    @Test
    void answersBrokenRequestsWithoutSayingWhatStoodInThem() throws Exception {
        HttpResponse<byte[]> answer = post("{\"operations\":[{\"opId\":\"199001252387\"}]}".getBytes(), false);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body())).doesNotContain("199001252387");
        byte[] cut = gzip("{\"operations\":[]}".getBytes());
        assertThat(post(Arrays.copyOf(cut, cut.length - 9), true).statusCode()).isEqualTo(400);
        assertThat(post(gzip("{\"operations\":[{}]}".getBytes()), true).statusCode()).isEqualTo(400);
        assertThat(post(Json.MAPPER.writeValueAsBytes(Map.of("epoch", anna.epoch(), "operations", Arrays.asList((Object) null))), false)
                .statusCode()).isEqualTo(400);
        assertThat(send(request(Protocol.CHANGES + "?since=x", token("anna"))).statusCode()).isEqualTo(400);
        assertThat(send(request(Protocol.BOOTSTRAP + "?token=x", token("anna"))).statusCode()).isEqualTo(400);
        assertThat(send(request(Protocol.CHANGES, token("anna")).header(Protocol.PROTOCOL_HEADER, "99")).statusCode()).isEqualTo(426);
        assertThat(send(request(Protocol.CHANGES + "?since=99999", token("anna"))).statusCode()).isEqualTo(410);
    }

    @Test
    void refusesToLookForWhatNoDatabaseCanHold() throws Exception {
        byte[] zero = Json.MAPPER.writeValueAsBytes(new DocumentsRequest(List.of(new DocumentKey("\u0000", Office.id()))));
        HttpResponse<byte[]> answer = send(request(Protocol.DOCUMENTS, token("anna")).POST(BodyPublishers.ofByteArray(zero)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(send(request(Protocol.CHANGES, token("anna"))).statusCode()).isEqualTo(200);
    }

    /** As PostgreSQL answers when its disk is full; installer: DiskFullTest has a disk that is. */
    @Test
    void keepsNothingOfWhatFindsNoRoomOnTheDiskAndTakesItWhenThereIs() throws Exception {
        String full = "create function trepart.no_room() returns trigger language plpgsql as $$ begin"
                + " raise exception 'No space left on device' using errcode = '53100'; end $$;"
                + "create trigger no_room before insert on trepart.%s for each row execute function trepart.no_room()";
        var file = Office.caseFile(Office.NORTH);
        byte[] push = Json.MAPPER.writeValueAsBytes(new PushRequest(anna.epoch(), List.of(anna.create(file))));
        for (String table : List.of("entity_version", "change_log", "applied_op", "audit")) {
            owner(full.formatted(table));
            HttpResponse<byte[]> answer = post(push, false);
            assertThat(answer.statusCode()).as(table).isGreaterThanOrEqualTo(500);
            assertThat(new String(answer.body())).doesNotContain("space", "53100");
            owner("drop trigger no_room on trepart." + table + "; drop function trepart.no_room()");
            assertThat(anna.last(0, file.id())).as("nothing half, " + table).isEmpty();
        }
        assertThat(post(push, false).statusCode()).isEqualTo(200);
        assertThat(anna.see(CaseFile.class, file.id())).isEqualTo(file);
        assertThat(office.admin.verify()).isEmpty();
    }

    private void owner(String sql) throws SQLException {
        try (Connection db = office.database.owner().getConnection(); Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void saysThatItIsWellAndKeepsEverythingOverARestart() throws Exception {
        assertThat(send(HttpRequest.newBuilder(uri("/health"))).statusCode()).isEqualTo(200);
        anna.send(anna.create(Office.caseFile(Office.NORTH)));
        byte[] before = send(request(Protocol.CHANGES, token("anna"))).body();
        int port = server.port();
        server.close();
        server = CentralServer.start(config(port));
        assertThat(send(request(Protocol.CHANGES, token("anna"))).body()).isEqualTo(before);
    }

    private CentralConfig config(int port) {
        return new CentralConfig("127.0.0.1", port, office.database.url(), TestDatabase.PASSWORD, ISSUER, "trepart",
                new JWKSet(key.toPublicJWK()).toString(), null);
    }

    private HttpResponse<byte[]> post(byte[] body, boolean gzip) throws Exception {
        HttpRequest.Builder request = request(Protocol.OPERATIONS, token("anna")).POST(BodyPublishers.ofByteArray(body));
        return send(gzip ? request.header("Content-Encoding", "gzip") : request);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .setHeader(Protocol.DEVICE_HEADER, anna.caller.device().toString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private String token(String subject) throws JOSEException {
        return sign(key, claims(subject).build());
    }

    private static JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder().issuer(ISSUER)
                .audience("trepart")
                .subject(subject)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String sign(ECKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static Problem problem(HttpResponse<byte[]> answer) {
        return Json.MAPPER.readValue(answer.body(), Problem.class);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
