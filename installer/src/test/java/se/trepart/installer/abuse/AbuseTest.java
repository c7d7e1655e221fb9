package se.trepart.installer.abuse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.probe.RawHttp;
import se.trepart.installer.probe.RawHttp.Answer;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.Operation.Kind;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;
import se.trepart.wire.PushRequest;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.installer.abuse.Assailant.bare;
import static se.trepart.installer.abuse.Assailant.bomb;
import static se.trepart.installer.abuse.Assailant.gzip;
import static se.trepart.installer.abuse.Assailant.patch;
import static se.trepart.installer.abuse.Assailant.problem;
import static se.trepart.installer.abuse.Assailant.whole;

/** What somebody who means harm sends to a running central store, with and without a right to be there. */
@Timeout(400)
class AbuseTest {

    private static final byte[] NOTHING = new byte[0];
    /** never answered, and as many as it takes to be noticed; 10,000 with -Psoak */
    private static final int HALF_OPEN = Integer.getInteger("abuse.connections", 300);

    /** far from what the silent ones are let be, so that nobody honest waits for their end */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    static Path home;
    private static BesiegedOffice besieged;
    private static Assailant assailant;

    @BeforeAll
    static void open() throws Exception {
        besieged = new BesiegedOffice(home);
        assailant = new Assailant(besieged);
        assertThat(besieged.canaryIsServedToItsOwn()).isTrue();
    }

    @AfterAll
    static void close() {
        besieged.close();
    }

    @Test
    void refusesEveryTokenThatProvesNothing() throws Exception {
        Map<String, String> tokens = UselessTokens.of(besieged);
        assertThat(assailant.get(Protocol.CHANGES + "?since=0", besieged.sign(claims().build())).status()).as("the honest one")
                .isEqualTo(200);
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            Answer answer = assailant.get(Protocol.CHANGES + "?since=0", token.getValue());
            assertThat(answer.status()).as(token.getKey()).isEqualTo(401);
            assertThat(problem(answer).code()).as(token.getKey()).isEqualTo("unauthenticated");
            assertThat(BesiegedOffice.leaks(answer)).isFalse();
        }
        assertThat(tokens).hasSizeGreaterThan(15);
    }

    private static JWTClaimsSet.Builder claims() {
        return besieged.claims(DemoStaff.KARIN.subject());
    }

    @Test
    void givesNobodyAnothersUnitWhateverTheySay() throws Exception {
        UUID economy = DemoStaff.ECONOMY.id();
        UUID note = besieged.secret.id();
        List<String> targets = List.of(Protocol.CHANGES + "?since=0&limit=2000&units=" + economy,
                Protocol.CHANGES + "?since=0&unit=" + economy + "&unitId=" + economy, Protocol.BOOTSTRAP + "?limit=2000&units=" + economy,
                Protocol.BOOTSTRAP + "?only=protected&units=" + economy, Protocol.SNAPSHOTS + "?units=" + economy,
                Protocol.SNAPSHOTS.replace("snapshots", "snapshot") + "/" + economy + "?seq=1",
                Protocol.BLOBS + "/" + "0".repeat(64) + "?unit=" + economy, Protocol.LEASES + "?units=" + economy);
        for (String target : targets) {
            Map<String, String> headers = besieged.headers(besieged.insider, besieged.device);
            headers.put("Units", economy.toString());
            headers.put("X-Forwarded-User", DemoStaff.KARIN.subject());
            Answer answer = besieged.ask("GET", target, headers, NOTHING);
            assertThat(answer.status()).as(target).isLessThan(500);
            assertThat(BesiegedOffice.leaks(answer)).as(target).isFalse();
            assertThat(answer.text()).as(target).doesNotContain(note.toString());
        }
        Answer asked = assailant.post(Protocol.DOCUMENTS, new DocumentsRequest(List.of(new DocumentKey("JOURNAL_NOTE", note))));
        assertThat(BesiegedOffice.leaks(asked)).isFalse();
    }

    @Test
    void writesNothingForWhoeverMayNot() throws Exception {
        UUID economy = DemoStaff.ECONOMY.id();
        Staff raised = new Staff(besieged.insider.id(), besieged.insider.unitId(), besieged.insider.subject(), "x", "", "",
                List.of(Role.ADMINISTRATOR, Role.CASEWORKER), List.of(economy), List.of(), true, TestOffice.TODAY);
        JournalNote forged = new JournalNote(UUID.randomUUID(), economy, besieged.secretCase.id(), Instant.now(), TestOffice.TODAY,
                DemoStaff.KARIN.id(), NoteKind.OTHER, "förfalskad", null);
        CaseFile taken = new CaseFile(UUID.randomUUID(), DemoStaff.LABOUR_MARKET.id(), "2026-00001", null, besieged.secretCase.phase(),
                TestOffice.TODAY, TestOffice.TODAY, null, null);
        Map<String, Long> before = besieged.rows();
        UUID device = UUID.randomUUID();
        List<Operation> operations = List.of(whole(1, raised, Kind.CREATE), whole(2, forged, Kind.APPEND), whole(3, taken, Kind.CREATE),
                patch(4, raised, "roles", "[\"ADMINISTRATOR\"]"), patch(5, besieged.secretCase, "unitId", "\"" + besieged.device + "\""),
                bare(6, "JOURNAL_NOTE", besieged.secret.id(), Kind.DELETE), bare(7, "STAFF", DemoStaff.MARIA.id(), Kind.DELETE),
                bare(8, "CASE_FILE", besieged.secretCase.id(), Kind.RESOLVE));
        Answer answer = assailant.post(device, new PushRequest(besieged.epoch(), operations));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(BesiegedOffice.leaks(answer)).isFalse();
        assertThat(Json.MAPPER.readValue(answer.body(), PushReply.class).outcomes()).extracting(Outcome::result)
                .hasSize(operations.size())
                .containsOnly(Result.REJECTED);
        assertThat(withoutAudit(besieged.rows())).isEqualTo(withoutAudit(before));
    }

    /** That somebody tried is written down. */
    private static Map<String, Long> withoutAudit(Map<String, Long> rows) {
        Map<String, Long> others = new HashMap<>(rows);
        others.remove("audit");
        return others;
    }

    @Test
    void takesAReplayedOperationOnceAndNoOtherUnderItsName() throws Exception {
        UUID device = UUID.randomUUID();
        Map<String, String> karin = besieged.headers(DemoStaff.KARIN, device);
        JournalNote note = new JournalNote(UUID.randomUUID(), DemoStaff.ECONOMY.id(), besieged.secretCase.id(), Instant.now(),
                TestOffice.TODAY, DemoStaff.KARIN.id(), NoteKind.PHONE, "en gång", null);
        Operation operation = whole(1, note, Kind.APPEND);
        UUID epoch = besieged.epoch();
        Answer first = assailant.push(karin, epoch, operation);
        assertThat(Json.MAPPER.readValue(first.body(), PushReply.class).outcomes().getFirst().result()).isEqualTo(Result.APPLIED);
        Map<String, Long> before = besieged.rows();
        for (int i = 0; i < 20; i++) {
            assertThat(assailant.push(karin, epoch, operation).body()).isEqualTo(first.body());
        }
        Operation same = new Operation(operation.opId(), 1, operation.intentId(), operation.type(), operation.id(), operation.kind(),
                operation.unitId(), operation.caseId(), 0, Map.of(), DocumentJson.write(new JournalNote(note.id(), note.unitId(),
                        note.caseId(), note.writtenAt(), note.eventOn(), note.author(), note.kind(), "en annan", null)),
                Protocol.SCHEMA, operation.clientTime());
        assertThat(assailant.push(karin, epoch, same).status()).as("the same number with other content").isEqualTo(422);
        assertThat(assailant.push(karin, epoch, whole(1, note, Kind.APPEND)).status()).as("another under its number").isEqualTo(422);
        assertThat(assailant.push(karin, epoch, whole(9, note, Kind.APPEND)).status()).as("numbers left out").isEqualTo(409);
        Map<String, String> stolen = besieged.headers(DemoStaff.JOHAN, device);
        assertThat(assailant.push(stolen, epoch, whole(2, note, Kind.APPEND)).status()).as("somebody else's workstation").isEqualTo(403);
        assertThat(assailant.push(besieged.headers(DemoStaff.JOHAN, UUID.randomUUID()), epoch, operation).status())
                .as("somebody else's operation")
                .isEqualTo(422);
        assertThat(assailant.push(karin, UUID.randomUUID(), whole(2, note, Kind.APPEND)).status()).as("another epoch").isEqualTo(409);
        assertThat(besieged.rows()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooLargeTooDeepOrNotWhatItSays() throws Exception {
        UUID epoch = besieged.epoch();
        long heap = besieged.heapInUse();
        byte[] large = ("{\"epoch\":\"" + epoch + "\",\"operations\":[]" + " ".repeat(Protocol.MAX_BYTES) + "}").getBytes(US_ASCII);
        Map<String, String> plain = besieged.headers(besieged.insider, besieged.device);
        Map<String, String> packed = new LinkedHashMap<>(plain);
        packed.put("Content-Encoding", "gzip");
        assertThat(refused(plain, large)).as("too large").isTrue();
        byte[] bomb = bomb(300_000_000);
        assertThat(bomb.length).as("as it is sent").isLessThan(Protocol.MAX_BYTES);
        assertThat(refused(packed, bomb)).as("a gzip bomb").isTrue();
        assertThat(besieged.ask("POST", Protocol.OPERATIONS, packed, gzip(bomb)).status()).as("a bomb in a bomb").isBetween(400, 499);
        // an honest one on the way: the store is as well as before
        assertThat(assailant.get(Protocol.CHANGES + "?since=0", besieged.sign(claims().build())).status()).isEqualTo(200);
        for (String deep : List.of("[".repeat(400_000), "{\"operations\":" + "[".repeat(400_000), "{\"a\":".repeat(150_000),
                "{\"epoch\":\"" + epoch + "\",\"operations\":[{\"body\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]}")) {
            assertThat(besieged.ask("POST", Protocol.OPERATIONS, plain, deep.getBytes(US_ASCII)).status()).as("too deep").isEqualTo(400);
        }
        assertThat(besieged.ask("POST", Protocol.OPERATIONS, packed, "{\"operations\":[]}".getBytes(US_ASCII)).status())
                .as("not packed at all")
                .isEqualTo(400);
        for (String type : List.of("text/xml", "application/x-java-serialized-object", "multipart/form-data; boundary=x", "\u0001", "")) {
            Map<String, String> headers = new LinkedHashMap<>(plain);
            headers.put("Content-Type", type);
            Answer answer = besieged.ask("POST", Protocol.OPERATIONS, headers,
                    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>".getBytes(US_ASCII));
            assertThat(answer.status()).as("type " + type).isBetween(400, 499);
            assertThat(answer.text()).doesNotContain("root:");
        }
        for (String encoding : List.of("br", "deflate", "gzip, gzip", "identity, gzip", "x")) {
            Map<String, String> headers = new LinkedHashMap<>(plain);
            headers.put("Content-Encoding", encoding);
            assertThat(besieged.ask("POST", Protocol.OPERATIONS, headers, gzip("{}".getBytes(US_ASCII))).status()).as(encoding)
                    .isBetween(400, 499);
        }
        assertThat(besieged.heapInUse() - heap).as("KB kept").isLessThan(20_000);
    }

    /** With 413, or by hanging up on somebody who goes on sending. */
    private static boolean refused(Map<String, String> headers, byte[] body) {
        try {
            return besieged.ask("POST", Protocol.OPERATIONS, headers, body).status() == 413;
        } catch (IOException hungUp) {
            return true;
        }
    }

    @Test
    void answersOnlyTheMethodsAndPathsItHas() throws Exception {
        Map<String, String> headers = besieged.headers(besieged.insider, besieged.device);
        for (String method : List.of("DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "PROPFIND", "X", "PUT")) {
            try {
                assertThat(besieged.ask(method, Protocol.CHANGES, headers, NOTHING).status()).as(method).isBetween(400, 499);
            } catch (IOException closed) {
                // it hung up: no answer is an answer too
            }
        }
        for (String path : List.of("/", "/sync", "/sync/v1", "/sync/v1/", "/sync/v2/changes", "/SYNC/v1/CHANGES",
                "/sync/v1/../../etc/passwd", "/sync/v1/changes/x", "/sync/v1/changes%00", "/..%2f..%2fetc/passwd", "/sync/v1/blobs/%2e%2e",
                "/sync/v1/blobs/" + "z".repeat(64), "/sync/v1/snapshot/x", "/actuator", "/metrics.json", "//sync//v1//ops",
                "/health/../sync", "/sync/v1/" + "a".repeat(3_000))) {
            Answer answer = besieged.ask("GET", path, headers, NOTHING);
            assertThat(answer.status()).as(path).isBetween(400, 499);
            assertThat(answer.text()).doesNotContain("root:").doesNotContain("se.trepart").doesNotContain("Exception");
        }
    }

    @Test
    void readsSqlAsTextWhereverItStands() throws Exception {
        Map<String, Long> before = besieged.rows();
        String sql = "'; drop table trepart.entity cascade; select pg_sleep(20); --";
        String coded = java.net.URLEncoder.encode(sql, UTF_8);
        long start = System.nanoTime();
        for (String target : List.of(Protocol.CHANGES + "?since=" + coded, Protocol.CHANGES + "?epoch=" + coded,
                Protocol.CHANGES + "?limit=" + coded, Protocol.BOOTSTRAP + "?token=" + coded,
                Protocol.BOOTSTRAP + "?token=" + UselessTokens.part("00000000-0000-0000-0000-000000000000 0 " + sql + " X"),
                Protocol.SNAPSHOTS.replace("snapshots", "snapshot") + "/" + coded, Protocol.BLOBS + "/" + coded)) {
            assertThat(besieged.ask("GET", target, besieged.headers(besieged.insider, besieged.device), NOTHING).status()).as(target)
                    .isBetween(400, 499);
        }
        // a token that is true, of a subject that is SQL
        assertThat(assailant.get(Protocol.CHANGES, besieged.sign(besieged.claims(sql).build())).status()).isEqualTo(403);
        Map<String, String> device = besieged.headers(besieged.insider, besieged.device);
        device.put(Protocol.DEVICE_HEADER, sql);
        assertThat(besieged.ask("GET", Protocol.CHANGES, device, NOTHING).status()).isEqualTo(400);
        // and in what an honest person writes it is kept as it is
        UUID karin = UUID.randomUUID();
        JournalNote note = new JournalNote(UUID.randomUUID(), DemoStaff.ECONOMY.id(), besieged.secretCase.id(), Instant.now(),
                TestOffice.TODAY, DemoStaff.KARIN.id(), NoteKind.PHONE, sql, null);
        List<Operation> operations = new ArrayList<>(List.of(whole(1, note, Kind.APPEND), bare(2, sql, note.id(), Kind.DELETE),
                patch(3, besieged.secretCase, "number[" + sql + "]", "\"x\"")));
        PushReply reply = Json.MAPPER.readValue(
                assailant.push(besieged.headers(DemoStaff.KARIN, karin), besieged.epoch(), operations.toArray(Operation[]::new)).body(),
                PushReply.class);
        assertThat(reply.outcomes().getFirst().result()).isEqualTo(Result.APPLIED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("nothing slept").isLessThan(Duration.ofSeconds(20));
        assertThat(besieged.rows().get("entity")).isEqualTo(before.get("entity") + 1);
        assertThat(besieged.ask("GET", Protocol.CHANGES + "?since=0&limit=2000", besieged.headers(DemoStaff.KARIN, karin), NOTHING).text())
                .contains("drop table trepart.entity cascade");
    }

    @Test
    void servesHonestPeopleWhileOthersHoldTheLine() throws Exception {
        long files = besieged.openFiles();
        long heap = besieged.heapInUse();
        int said = besieged.log().length();
        List<Duration> waits = new ArrayList<>();
        List<RawHttp> held = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                RawHttp line = besieged.connect();
                held.add(line);
                sendQuietly(line, beginning(i));
                if (i % (HALF_OPEN / 20) == 0) {
                    waits.add(honestRequest());
                }
            }
            for (int i = 0; i < 10; i++) {
                held.subList(0, Math.min(40, held.size())).forEach(line -> sendQuietly(line, "x".getBytes(US_ASCII)));
                waits.add(honestRequest());
            }
            assertThat(waits).as("all the while").allSatisfy(wait -> assertThat(wait).isLessThan(PATIENCE));
            assertThat(besieged.databaseConnections()).as("nobody who only waits holds a connection of the database").isLessThan(15);
            System.out.printf("FIGURE %d half open: longest wait of an honest request %d ms, heap %+d KB, %d files open%n", HALF_OPEN,
                    waits.stream().max(Duration::compareTo).orElseThrow().toMillis(), besieged.heapInUse() - heap, besieged.openFiles());
        } finally {
            for (RawHttp line : held) {
                line.close();
            }
        }
        TestOffice.await("the lines are given back", Duration.ofSeconds(20), () -> openFiles() <= files + 20);
        assertThat(besieged.heapInUse() - heap).as("KB kept").isLessThan(20_000);
        assertThat(besieged.log().length() - said).as("characters in the log").isLessThan(10_000);
    }

    /** Of what somebody sends who means to hold the line; none is ever ended. */
    private static byte[] beginning(int number) {
        String head = "POST " + Protocol.OPERATIONS + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n";
        return switch (number % 4) {
            case 0 -> NOTHING;
            case 1 -> "GET /sync/v1/cha".getBytes(US_ASCII);
            case 2 -> head.getBytes(US_ASCII);
            default -> {
                StringBuilder whole = new StringBuilder(head);
                besieged.headers(besieged.insider, besieged.device)
                        .forEach((name, value) -> whole.append(name).append(": ").append(value).append("\r\n"));
                yield whole.append("\r\n{\"epoch\":").toString().getBytes(US_ASCII);
            }
        };
    }

    /** The store may have hung up already. */
    private static void sendQuietly(RawHttp line, byte[] bytes) {
        try {
            line.send(bytes);
        } catch (IOException hungUp) {
            // as it should
        }
    }

    /** How long somebody with a right to be there waits, on a connection of their own. */
    private static Duration honestRequest() throws IOException {
        long start = System.nanoTime();
        assertThat(assailant.get(Protocol.CHANGES + "?since=0&limit=10", besieged.sign(claims().build())).status()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static long openFiles() {
        try {
            return besieged.openFiles();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
