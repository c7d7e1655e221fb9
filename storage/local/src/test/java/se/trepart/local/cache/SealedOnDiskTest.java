package se.trepart.local.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import se.trepart.local.Sample;
import se.trepart.local.cache.Integrity.Finding;
import se.trepart.local.cache.Integrity.Kind;
import se.trepart.local.vault.SealBroken;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.local.vault.VaultProblem;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What somebody with the disk in their hands can read, and what they can change without being found out. */
class SealedOnDiskTest {

    private static final String CANARY = "Kanariefågel";

    @TempDir
    Path folder;
    final CaseFile file = Sample.caseFile("2026-00417");
    final JournalNote one = Sample.note(file.id(), CANARY + " ett");
    final JournalNote two = Sample.note(file.id(), CANARY + " två");

    @BeforeEach
    void fill() {
        try (LocalStore store = open()) {
            store.documents()
                    .save(Intent.create(file, Sample.household(file.id(), Sample.person("19900125T238", CANARY, CANARY, Protection.NONE)),
                            one, two));
            store.documents().save(Intent.change(file, Sample.running(file)));
        }
    }

    private LocalStore open() {
        return LocalStore.open(folder, vault("keys").unlock(), Clock.systemUTC(), Sample.IDS);
    }

    private UnprotectedVault vault(String name) {
        return new UnprotectedVault(folder.resolve(name));
    }

    @Test
    void neverWritesContentInTheClear() throws IOException {
        try (LocalStore store = open()) {
            store.drafts().keep("journal/1", CANARY);
            store.drafts().keep("journal/2", CANARY);
            store.drafts().discard("journal/2");
            store.setAside()
                    .put(new SetAside.File(Sample.IDS.get(), CANARY, "/hem/" + CANARY, CANARY.getBytes(UTF_8), List.of(CANARY),
                            Instant.EPOCH));
            store.attachments().put(Sample.UNIT, CANARY.getBytes(UTF_8));
            store.documents().save(Intent.create(Sample.note(file.id(), CANARY)));
            assertThat(folder.resolve("trepart.db-wal")).as("with the log still there").isNotEmptyFile();
            assertCleanFiles();
        }
        assertCleanFiles();
    }

    private void assertCleanFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(path, ISO_8859_1);
                for (String secret : List.of(CANARY, "2026-00417", "19900125T238")) {
                    assertThat(content.contains(new String(secret.getBytes(UTF_8), ISO_8859_1))).as(path + " holds " + secret).isFalse();
                }
            }
        }
    }

    private void tamper(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trepart.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private List<Kind> kinds() {
        return Integrity.check(folder, vault("keys")).stream().map(Finding::kind).distinct().toList();
    }

    @Test
    void findsNothingWrongWithAWholeStore() {
        assertThat(Integrity.check(folder, vault("keys"))).isEmpty();
    }

    @Test
    void detectsAChangedBody() throws Exception {
        tamper("update overlay set body = zeroblob(length(body)) where type = 'JOURNAL_NOTE'");
        try (LocalStore store = open()) {
            assertThatThrownBy(() -> store.documents().find(JournalNote.class, one.id())).isInstanceOf(SealBroken.class);
            assertThat(store.documents().find(CaseFile.class, file.id())).as("the rest still opens").isPresent();
        }
        assertThat(kinds()).contains(Kind.SEAL);
    }

    @Test
    void detectsABodyInAnothersPlace() throws Exception {
        tamper("""
                update overlay set body = (select body from overlay o where o.type = 'JOURNAL_NOTE' and o.id <> overlay.id)
                 where type = 'JOURNAL_NOTE'""");
        try (LocalStore store = open()) {
            assertThatThrownBy(() -> store.documents().find(JournalNote.class, one.id())).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void detectsAnOlderVersionPutBack() throws Exception {
        tamper("update overlay set version = version + 1 where type = 'CASE_FILE'");
        assertThat(kinds()).contains(Kind.SEAL);
    }

    @Test
    void detectsAStateThatIsNotTheBodys() throws Exception {
        tamper("update overlay set state = 'CLOSED' where type = 'CASE_FILE'");
        assertThat(kinds()).containsExactly(Kind.OVERLAY);
    }

    @Test
    void detectsALostOperation() throws Exception {
        tamper("delete from outbox where client_seq = 2");
        assertThat(kinds()).contains(Kind.MISSING_OPERATION);
    }

    @Test
    void detectsALostLastOperation() throws Exception {
        tamper("delete from outbox where client_seq = (select max(client_seq) from outbox)");
        assertThat(kinds()).contains(Kind.MISSING_OPERATION);
    }

    @Test
    void detectsALostOverlay() throws Exception {
        tamper("delete from overlay where type = 'CASE_FILE'");
        assertThat(kinds()).containsExactly(Kind.OVERLAY);
    }

    @Test
    void refusesOtherKeys() {
        assertThatThrownBy(() -> LocalStore.open(folder, vault("other").unlock(), Clock.systemUTC(), Sample.IDS)).isInstanceOfSatisfying(
                VaultProblem.class, problem -> assertThat(problem.reason()).isEqualTo(VaultProblem.Reason.OTHER_STORE));
        open().close();
    }
}
