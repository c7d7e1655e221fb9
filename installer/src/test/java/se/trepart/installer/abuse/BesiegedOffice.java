package se.trepart.installer.abuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import se.trepart.installer.demo.CentralProcess;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.probe.RawHttp;
import se.trepart.installer.probe.RawHttp.Answer;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.Phase;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.Json;
import se.trepart.wire.Protocol;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A central store in a process of its own, with a secret in the unit Ekonomi, and an insider of the unit Arbetsmarknad who may read there
 * and write nothing.
 */
final class BesiegedOffice implements AutoCloseable {

    static final String CANARY = "kanariefågel-7d41c0";
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final int READ_MILLIS = 120_000;
    static final List<String> TABLES = List.of("entity", "entity_version", "change_log", "access_log", "audit", "staff");

    final TestOffice office;
    final CentralProcess central;
    final RSAKey issuer;
    final Staff insider = new Staff(UUID.randomUUID(), Unit.MUNICIPALITY, "insider", "Ines Insider", "", "", List.of(Role.CONTROLLER),
            List.of(DemoStaff.LABOUR_MARKET.id()), List.of(), true, TestOffice.TODAY);
    final UUID device = UUID.randomUUID();
    final CaseFile secretCase = new CaseFile(UUID.randomUUID(), DemoStaff.ECONOMY.id(), "2026-77777", null, Phase.RUNNING, TestOffice.TODAY,
            TestOffice.TODAY, null, null);
    final JournalNote secret = new JournalNote(UUID.randomUUID(), DemoStaff.ECONOMY.id(), secretCase.id(), Instant.EPOCH, TestOffice.TODAY,
            DemoStaff.KARIN.id(), NoteKind.PHONE, CANARY, null);

    BesiegedOffice(Path home) throws IOException, SQLException {
        office = TestOffice.empty(home);
        office.give(List.of(insider, secretCase, secret));
        office.stopCentral();
        central = CentralProcess.start(office, "-Xmx192m");
        try {
            issuer = RSAKey.parse(Files.readString(home.resolve("issuer.jwk")));
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    RawHttp connect() throws IOException {
        return new RawHttp(central.port(), READ_MILLIS);
    }

    /** On a connection of its own. */
    Answer ask(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        try (RawHttp http = connect()) {
            return http.ask(method, target, headers, body);
        }
    }

    /** As an honest workstation of this person would say it. */
    Map<String, String> headers(Staff person, UUID device) {
        return headers(sign(claims(person.subject()).build()), device);
    }

    Map<String, String> headers(String token, UUID device) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put(Protocol.DEVICE_HEADER, device.toString());
        headers.put(Protocol.PROTOCOL_HEADER, String.valueOf(Protocol.VERSION));
        headers.put(Protocol.SCHEMA_HEADER, String.valueOf(Protocol.SCHEMA));
        headers.put("Content-Type", "application/json");
        return headers;
    }

    JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer("https://inloggning.exempelstad.invalid")
                .audience("trepart-central")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    String sign(JWTClaimsSet claims) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(issuer.getKeyID()).build(), issuer, claims);
    }

    static String sign(JWSHeader header, RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID epoch() throws IOException {
        return Json.MAPPER
                .readValue(ask("GET", Protocol.BOOTSTRAP + "?limit=1", headers(insider, device), new byte[0]).body(), BootstrapPage.class)
                .epoch();
    }

    /** The canary is where it should be: a test that could not find it would prove nothing. */
    boolean canaryIsServedToItsOwn() throws IOException {
        return ask("GET", Protocol.CHANGES + "?since=0&limit=2000", headers(DemoStaff.KARIN, UUID.randomUUID()), new byte[0]).text()
                .contains(new String(CANARY.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    static boolean leaks(Answer answer) {
        // ASCII only: the same in every encoding
        return answer.text().contains("7d41c0");
    }

    /** How many rows each table has. */
    Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            rows.put(table, office.count("select count(*) from " + table));
        }
        return rows;
    }

    long databaseConnections() throws SQLException {
        return office.count("select count(*) from pg_stat_activity where application_name = 'trepart-central'");
    }

    long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + central.process().pid() + "/fd"))) {
            return files.count();
        }
    }

    /** What the central store cannot give back, in KB. */
    long heapInUse() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long sum = 0;
        // the young and the old generation; what the classes take is not the heap's
        for (int i = 0; i < 2 && used.find(); i++) {
            sum += Long.parseLong(used.group(1));
        }
        return sum;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(central.process().pid()), command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return said;
    }

    String log() throws IOException {
        return Files.readString(CentralProcess.log(office));
    }

    @Override
    public void close() {
        central.close();
        office.close();
    }
}
