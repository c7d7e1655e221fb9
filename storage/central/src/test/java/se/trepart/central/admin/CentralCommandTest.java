package se.trepart.central.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.central.Office;
import se.trepart.central.TestDatabase;
import se.trepart.central.audit.KeyHandOvers;
import se.trepart.central.schema.WorkingFor;
import se.trepart.central.sync.Refusal;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CentralCommandTest {

    @TempDir
    private static Path folder;
    private Office office;
    private Path config;

    @BeforeAll
    void open() throws IOException {
        office = new Office();
        config = Files.writeString(folder.resolve("central.properties"), "jdbc.url=" + office.database.url() + "\nservice.password.file="
                + secret("pw", TestDatabase.PASSWORD) + "\nowner.user=postgres\nowner.password.file=" + secret("owner", "postgres") + "\n");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void registersAUnitAndSomebodyInItAndChecksTheStore() {
        String unit = run("units", "add", "--name", "Mottagning", "--kind", "INTAKE");
        assertThat(run("units")).contains(unit + "  INTAKE  Mottagning");
        run("staff", "add", "--subject", "dora", "--name", "Dora Ek", "--role", "CASEWORKER", "--unit", unit);
        assertThat(office.store.bySubject("dora")).hasValueSatisfying(dora -> assertThat(dora.units()).hasToString("[" + unit + "]"));
        run("staff", "change", "--subject", "dora", "--role", "TEAM_LEAD");
        assertThat(run("staff")).contains("dora  Dora Ek  [TEAM_LEAD]  [" + unit + "]");
        run("staff", "change", "--subject", "dora", "--no-active");
        assertThat(office.store.bySubject("dora")).isEmpty();
        assertThat(run("verify")).contains("rätt   granskningskedjan håller").doesNotContain("FEL");
        assertThat(run("snapshot")).endsWith("Klart.");
        assertThat(run("init")).startsWith("Klart.");
    }

    @Test
    void refusesASecondPersonOfTheSameNameAndUnitsThatAreNone() {
        assertThat(fail(1, "staff", "add", "--subject", "anna", "--name", "Anna", "--role", "CASEWORKER")).contains("anna finns redan");
        assertThat(fail(1, "staff", "change", "--subject", "anna", "--unit", Office.id().toString())).contains("finns inte");
        assertThat(fail(1, "staff", "change", "--subject", "nobody")).contains("nobody finns inte");
        String labourMarket = run("units", "add", "--name", "Arbetsmarknad", "--kind", "LABOUR_MARKET").strip();
        assertThat(fail(1, "staff", "add", "--subject", "lo", "--name", "Lo", "--role", "TEAM_LEAD", "--unit", labourMarket))
                .contains("LABOUR_MARKET_LEAD");
    }

    @Test
    void refusesAnEleventhWorkstationUntilOneIsTakenAway() {
        List<Office.Desk> desks = Stream.generate(() -> office.desk(office.bengt)).limit(10).toList();
        for (Office.Desk desk : desks) {
            desk.send(desk.create(Office.caseFile(Office.NORTH)));
        }
        Office.Desk eleventh = office.desk(office.bengt);
        assertThatThrownBy(() -> eleventh.send(eleventh.create(Office.caseFile(Office.NORTH)))).isInstanceOf(Refusal.class)
                .hasMessage("too_many_devices");
        for (Office.Desk desk : desks) {
            desk.send(desk.create(Office.caseFile(Office.NORTH)));
        }
        assertThat(run("devices", "--subject", "bengt").lines()).hasSize(10).noneMatch(line -> line.contains("avstängd"));

        String lost = desks.getFirst().caller.device().toString();
        assertThat(run("devices", "revoke", lost)).contains("släpps inte in mer");
        assertThat(run("devices", "--subject", "bengt")).contains(lost + "  bengt").contains("avstängd");
        assertThat(fail(1, "devices", "revoke", Office.id().toString())).contains("finns inte");
        Office.Desk twelfth = office.desk(office.bengt);
        twelfth.send(twelfth.create(Office.caseFile(Office.NORTH)));
        assertThatThrownBy(() -> desks.getFirst().send(desks.getFirst().create(Office.caseFile(Office.NORTH)))).hasMessage("not_allowed");
    }

    /** R28 on the command line: what the person may see is counted, and nothing that tells of few is told. */
    @Test
    void tellsAManagerOfResultsWithoutSmallCounts() {
        for (int i = 0; i < 9; i++) {
            CaseFile file = Office.caseFile(i == 8 ? Office.SOUTH : Office.NORTH);
            ActionTerms terms = new ActionTerms(i < 6 ? "internship" : "sfi", "Skolköket", file.id(), Office.DAY, Office.DAY.plusMonths(2),
                    20, "");
            office.admin.importDocuments(List.of(file, Office.household(file, Protection.NONE),
                    new Action(Office.id(), file.unitId(), file.id(), file.id(), file.id(), null, terms, List.of(), List.of(), null)));
        }
        String[] asked = {"results", "--from", "2026-11", "--to", "2026-11", "--by", "KIND", "--subject"};
        assertThat(run(with(asked, "lena")).lines()).hasSize(4)
                .anyMatch(line -> line.startsWith("internship;..;"))
                .anyMatch(line -> line.startsWith("sfi;<5;"))
                .anyMatch(line -> line.startsWith("totalt;8;"));
        assertThat(fail(1, with(asked, "anna"))).contains("anna har ingen roll som följer upp resultat");
        assertThat(fail(1, with(asked, "nobody"))).contains("nobody finns inte");
    }

    private static String[] with(String[] arguments, String last) {
        return Stream.concat(Stream.of(arguments), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void everyChangeOfRightsStandsInTheAuditChain() {
        Office.Desk lost = office.desk(office.anna);
        lost.send(lost.create(Office.caseFile(Office.NORTH)));
        long seq = office.store.seq();
        String unit = run("units", "add", "--name", "Mottagning", "--kind", "INTAKE");
        run("staff", "add", "--subject", "elin", "--name", "Elin Ek", "--role", "CASEWORKER", "--unit", unit);
        run("staff", "change", "--subject", "elin", "--no-active");
        run("devices", "revoke", lost.caller.device().toString());
        List<String> entries = entriesAfter(seq);
        assertThat(entries).hasSize(4);
        assertThat(entries.get(0)).contains("\"type\":\"UNIT\"", unit);
        assertThat(entries.get(1)).contains("\"type\":\"STAFF\"", "\"version\":1");
        assertThat(entries.get(2)).contains("\"type\":\"STAFF\"", "\"version\":2");
        assertThat(entries.get(3)).contains("\"event\":\"device_revoked\"", "\"id\":\"" + lost.caller.device() + "\"");
        assertThat(run("verify")).contains("rätt   granskningskedjan håller").doesNotContain("FEL");

        Office.Desk other = office.desk(office.anna);
        other.send(other.create(Office.caseFile(Office.NORTH)));
        assertThat(run("verify")).as("and what is written after it").doesNotContain("FEL");
    }

    private List<String> entriesAfter(long seq) {
        return Jdbi.create(office.pool).inTransaction(db -> {
            WorkingFor.store(db);
            return db.createQuery("select entry from audit where commit_seq > ? order by commit_seq, ord")
                    .bind(0, seq)
                    .mapTo(String.class)
                    .list();
        });
    }

    @Test
    void countsNoWorkstationThatHasNotBeenHeardOfForHalfAYearAndLetsItBackIn() throws SQLException {
        List<Office.Desk> desks = Stream.generate(() -> office.desk(office.lena)).limit(10).toList();
        for (Office.Desk desk : desks) {
            desk.send(desk.create(Office.caseFile(Office.NORTH)));
        }
        Office.Desk old = desks.getFirst();
        try (Connection owner = office.database.owner().getConnection(); Statement statement = owner.createStatement()) {
            statement.execute("update trepart.device set seen_on = current_date - 181 where id = '" + old.caller.device() + "'");
        }
        Office.Desk next = office.desk(office.lena);
        next.send(next.create(Office.caseFile(Office.NORTH)));
        old.send(old.create(Office.caseFile(Office.NORTH)));
        assertThat(run("devices", "--subject", "lena"))
                .contains(old.caller.device() + "  lena  sedan " + LocalDate.now() + "  hördes av " + LocalDate.now());
    }

    @Test
    void saysWhichSettingIsWrongAndWhatToDo() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.properties"), "");
        assertThat(failWith(empty, 2, "verify")).contains("jdbc.url saknas. Skriv den i ").contains("TREPART_JDBC_URL");
        Path wrong = Files.writeString(folder.resolve("wrong.properties"), "service.password=hemligt\n");
        assertThat(failWith(wrong, 2, "verify")).contains("service.password är ingen inställning").doesNotContain("hemligt");
        assertThat(failWith(folder.resolve("none"), 2, "verify")).contains("den finns inte");
        assertThat(fail(2, "serve")).contains("tls.certificate och tls.key saknas");
        assertThat(fail(2, "trim", "--days", "3")).contains("minst 90");
    }

    @Test
    void refusesASecretThatOthersMayRead() throws IOException {
        Path open = secret("open", "x");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path file = Files.writeString(folder.resolve("open.properties"),
                "jdbc.url=jdbc:postgresql://localhost/x\nservice.password.file=" + open + "\n");
        assertThat(failWith(file, 2, "verify")).contains("Andra på datorn kan läsa").contains("chmod o=");
    }

    @Test
    void saysPlainlyThatTheDatabaseDoesNotAnswerOrRefuses() throws IOException {
        Path away = Files.writeString(folder.resolve("away.properties"),
                "jdbc.url=jdbc:postgresql://localhost:1/x\nowner.user=x\nowner.password.file=" + secret("o", "x")
                        + "\nservice.password.file=" + secret("s", "x") + "\n");
        assertThat(failWith(away, 1, "init")).startsWith("Databasen svarar inte (08001)");
    }

    @Test
    void letsTheEnvironmentGoBeforeTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("env.properties"), "jdbc.url=from-file\nport=1\n");
        Settings settings = Settings.read(Optional.of(file),
                Map.of("TREPART_JDBC_URL", "from-environment", "TREPART_SERVICE_PASSWORD", "secret"));
        assertThat(settings.required("jdbc.url")).isEqualTo("from-environment");
        assertThat(settings.number("port", 2)).isEqualTo(1);
        assertThat(settings.secret("service.password")).isEqualTo("secret");
        assertThatThrownBy(() -> settings.secret("owner.password")).hasMessageContaining("TREPART_OWNER_PASSWORD_FILE");
    }

    /** A setting that the program asks for and refuses to be told of is none. */
    @Test
    void takesEverySettingThatItsReadmeNames() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Path file = folder.resolve("all.properties");
        StringBuilder all = new StringBuilder();
        java.util.regex.Matcher row = java.util.regex.Pattern.compile("(?m)^\\| (`[a-z.]+`(, `[a-z.]+`)*) \\|")
                .matcher(readme.substring(readme.indexOf("| setting | what |")));
        while (row.find()) {
            for (String name : row.group(1).replace("`", "").split(", ")) {
                all.append(name).append("=1\n");
            }
        }
        assertThat(all).contains("jdbc.url", "lease.hours", "checkpoint.key.file");
        assertThat(Settings.read(Optional.of(Files.writeString(file, all)), Map.of()).number("lease.hours", 0)).isEqualTo(1);
    }

    @Test
    void changesTheKeyThatTheAuditChainIsSignedWith() throws Exception {
        Path key = key("checkpoint.pem");
        Path next = key("next.pem");
        Path signing = Files.writeString(folder.resolve("signing.properties"),
                Files.readString(config) + "checkpoint.key.file=" + key + "\n");
        String before = KeyHandOvers.read(key).key();
        long seq = office.store.seq();
        assertThat(failWith(signing, 2, "checkpoint-key", "--new", folder.resolve("none.pem").toString())).contains("går inte att läsa");
        assertThat(execute(signing, new StringWriter(), new StringWriter(), "checkpoint-key", "--new", next.toString())).isZero();
        assertThat(KeyHandOvers.read(key).key()).isNotEqualTo(before).isEqualTo(KeyHandOvers.read(key).after(before));
        assertThat(next).doesNotExist();
        assertThat(entriesAfter(seq)).singleElement().asString().contains("checkpoint_key_changed");
        assertThat(office.admin.verify()).isEmpty();
    }

    private Path key(String name) throws Exception {
        byte[] key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
        return secret(name, "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----");
    }

    private Path secret(String name, String value) throws IOException {
        Path file = Files.writeString(folder.resolve(name), value + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        assertThat(execute(config, out, errors, arguments)).as(errors.toString()).isZero();
        return out.toString().strip();
    }

    private String fail(int code, String... arguments) {
        return failWith(config, code, arguments);
    }

    private static String failWith(Path config, int code, String... arguments) {
        StringWriter errors = new StringWriter();
        assertThat(execute(config, new StringWriter(), errors, arguments)).as(errors.toString()).isEqualTo(code);
        return errors.toString();
    }

    private static int execute(Path config, StringWriter out, StringWriter errors, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = config.toString();
        CommandLine line = CentralCommand.line();
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(errors, true)).execute(all);
    }
}
