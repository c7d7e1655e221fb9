package se.trepart.local.cache;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import se.trepart.local.Sample;
import se.trepart.local.sync.CentralInMemory;
import se.trepart.local.sync.SyncRound;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file with damaged pages: it says so, is set aside, and what was typed is brought over. */
class DamagedStoreTest {

    private static final int PAGE = 4096;

    @TempDir
    Path folder;
    final CentralInMemory central = new CentralInMemory();
    final CaseFile file = Sample.caseFile("2026-00417");
    final List<JournalNote> typed = new ArrayList<>();

    private LocalStore open() {
        return LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), Clock.systemUTC(), Sample.IDS);
    }

    @BeforeEach
    void fill() {
        central.put(file);
        for (int i = 0; i < 200; i++) {
            central.put(Sample.note(file.id(), "hämtad " + i));
        }
        try (LocalStore store = open()) {
            store.belongTo(Sample.IDS.get());
            new SyncRound(store, central, Sample.IDS).run();
            for (int i = 0; i < 20; i++) {
                typed.add(Sample.note(file.id(), "skriven " + i));
                store.documents().save(Intent.create(typed.getLast()));
            }
            store.drafts().keep("journal/1", "halvfärdig");
        }
    }

    /** The pages that a table's rows lie in. */
    private List<Integer> pages(String table) throws SQLException {
        List<Integer> pages = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trepart.db"));
                var select = connection.prepareStatement("select pageno from dbstat where name = ? order by pageno desc")) {
            select.setString(1, table);
            for (var rows = select.executeQuery(); rows.next();) {
                pages.add(rows.getInt(1));
            }
        }
        return pages;
    }

    private void overwrite(List<Integer> pages) throws IOException {
        try (RandomAccessFile db = new RandomAccessFile(folder.resolve("trepart.db").toFile(), "rw")) {
            for (int page : pages) {
                db.seek((page - 1L) * PAGE);
                byte[] rubbish = new byte[PAGE];
                java.util.Arrays.fill(rubbish, (byte) 0xA5);
                db.write(rubbish);
            }
        }
    }

    @Test
    void saysThatItIsDamagedAndIsWholeAgainAfterARestart() throws Exception {
        overwrite(pages("base"));
        try (LocalStore store = open()) {
            assertThat(store.rescued()).isEmpty();
            assertThatThrownBy(() -> store.documents().list(CaseFile.class, ListFilter.ALL)).isInstanceOf(StoreDamaged.class);
        }
        try (LocalStore store = open()) {
            assertThat(store.rescued()).hasValueSatisfying(rescued -> {
                assertThat(rescued.saved()).isEqualTo(21);
                assertThat(rescued.lost()).isZero();
                assertThat(Path.of(rescued.folder()).resolve("trepart.db")).exists();
            });
            assertThat(store.feed().unsent()).isEqualTo(20);
            assertThat(store.drafts().find("journal/1")).hasValueSatisfying(draft -> assertThat(draft.text()).isEqualTo("halvfärdig"));
            assertThat(store.documents().inCase(JournalNote.class, file.id())).as("before anything is fetched").containsAll(typed);
            new SyncRound(store, central, Sample.IDS).run();
            assertThat(store.documents().inCase(JournalNote.class, file.id())).hasSize(220);
            assertThat(central.applied).hasSize(20);
        }
        try (LocalStore store = open()) {
            assertThat(store.rescued()).as("said once").isEmpty();
        }
        assertThat(Integrity.check(folder, new UnprotectedVault(folder.resolve("keys")))).isEmpty();
    }

    @Test
    void savesWhatCanBeReadOfADamagedOutboxAndSendsIt() throws Exception {
        List<Integer> pages = pages("outbox");
        assertThat(pages).hasSizeGreaterThan(2);
        overwrite(List.of(pages.getFirst()));
        Files.writeString(folder.resolve("trepart.damaged"), "");
        try (LocalStore store = open()) {
            Rescued rescued = store.rescued().orElseThrow();
            assertThat(rescued.lost()).isPositive();
            assertThat(rescued.saved()).isGreaterThan(5);
            int unsent = store.feed().unsent();
            assertThat(unsent).isGreaterThan(5);
            central.newDevice();
            new SyncRound(store, central, Sample.IDS).run();
            assertThat(store.feed().unsent()).isZero();
            assertThat(central.applied).hasSize(unsent);
        }
        assertThat(Integrity.check(folder, new UnprotectedVault(folder.resolve("keys")))).isEmpty();
    }

    @Test
    void opensAnewWhenTheFileIsNoDatabaseAtAll() throws Exception {
        overwrite(List.of(1, 2, 3));
        try (LocalStore store = open()) {
            assertThat(store.rescued()).hasValueSatisfying(rescued -> assertThat(rescued.lost()).isPositive());
            central.newDevice();
            new SyncRound(store, central, Sample.IDS).run();
            assertThat(store.documents().find(CaseFile.class, file.id())).contains(file);
        }
    }
}
