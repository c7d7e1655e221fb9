package se.trepart.local.sync;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What lies here is counted and compared, and a difference mends itself. */
class InventoryTest extends OneWorkstation {

    final CaseFile file = Sample.caseFile("2026-00417");
    final List<JournalNote> notes = new ArrayList<>();

    @BeforeEach
    void fetch() {
        central.put(file);
        for (int i = 0; i < 5; i++) {
            notes.add(Sample.note(file.id(), "nummer " + i));
            central.put(notes.getLast());
        }
        sync();
    }

    private void damage(String sql) throws SQLException {
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trepart.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
        open();
        later(Duration.ofMinutes(61));
        central.calls.clear();
    }

    @Test
    void isTakenAfterAWholeFetchAndThenOnceAnHour() {
        assertThat(central.inventories).hasSize(1);
        sync();
        assertThat(central.inventories).hasSize(1);
        later(Duration.ofMinutes(61));
        sync();
        assertThat(central.inventories).hasSize(2);
        assertThat(central.calls).noneMatch(call -> call.startsWith("documents"));
    }

    @Test
    void bringsBackWhatIsMissing() throws SQLException {
        damage("delete from base where type = 'JOURNAL_NOTE'");
        sync();
        assertThat(central.calls).contains("documents 5");
        assertThat(documents.inCase(JournalNote.class, file.id())).containsExactlyInAnyOrderElementsOf(notes);
    }

    @Test
    void bringsTheRightVersionInPlaceOfAnother() throws SQLException {
        central.put(Sample.running(file));
        sync();
        damage("delete from base where type = 'CASE_FILE'");
        Entry old = new Entry(1, "CASE_FILE", file.id(), Sample.UNIT, file.caseId(), 1, Entry.Kind.PUT,
                se.trepart.wire.DocumentJson.write(file));
        store.feed()
                .apply(new se.trepart.wire.ChangesPage(central.epoch, 0, 7, 7, new se.trepart.wire.ChangesPage.Chain(7, "00", null, null),
                        List.of(old), List.of(), false));
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).contains(Sample.running(file));
    }

    @Test
    void removesWhatIsNotTheCallersAnyMore() {
        central.hide(file.id());
        later(Duration.ofMinutes(61));
        sync();
        assertThat(sees(file)).isFalse();
        assertThat(sees(notes.getFirst())).isTrue();
    }

    @Test
    void countsWhatOnlyANewerProgramCanReadToo() {
        central.write("WEATHER", Sample.IDS.get(), Sample.UNIT, null, Entry.Kind.PUT, Json.MAPPER.createObjectNode().put("sun", true));
        UUID newer = notes.getFirst().id();
        central.write("JOURNAL_NOTE", newer, Sample.UNIT, file.id(), Entry.Kind.PUT,
                Json.MAPPER.createObjectNode().put("id", newer.toString()).put("text", 7.5));
        sync();
        later(Duration.ofMinutes(61));
        central.calls.clear();
        sync();
        assertThat(central.calls).contains("inventory").noneMatch(call -> call.startsWith("documents"));
        assertThat(documents.find(JournalNote.class, newer)).as("as it was").contains(notes.getFirst());
    }

    @Test
    void neverTouchesWhatIsUnsent() throws SQLException {
        documents.save(Intent.change(file, Sample.running(file)));
        damage("delete from base where type = 'JOURNAL_NOTE'");
        assertThat(store.feed().unsent()).isEqualTo(1);
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).contains(Sample.running(file));
        assertThat(documents.inCase(JournalNote.class, file.id())).hasSize(5);
    }
}
