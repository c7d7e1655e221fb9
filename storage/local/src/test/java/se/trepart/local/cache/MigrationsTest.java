package se.trepart.local.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import se.trepart.local.Sample;
import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.DocumentJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From every schema that was shipped: today that is schema 1, and what comes after it must leave its content alone. */
class MigrationsTest {

    @TempDir
    Path folder;

    private Database open(String... later) {
        List<String> scripts = new java.util.ArrayList<>(Migrations.SHIPPED.scripts().subList(0, 1));
        scripts.addAll(List.of(later));
        return Database.open(folder, new Migrations(scripts));
    }

    private static int version(Database database) {
        return database.read(handle -> handle.createQuery("pragma user_version").mapTo(int.class).one());
    }

    @Test
    void startsAtTheNewestSchema() {
        try (Database database = open("create table later (id integer primary key) strict")) {
            assertThat(version(database)).isEqualTo(2);
        }
    }

    @Test
    void sealsWhatSchemaOneHeldWithTheKeysOfItsUnits() {
        CaseFile file = Sample.caseFile("2026-00417");
        Keys keys = new UnprotectedVault(folder.resolve("keys")).unlock();
        try (Database database = open()) {
            database.write(handle -> {
                try (Bulk insert = new Bulk(handle, "insert into base (" + Row.COLUMNS + ") values (" + Row.VALUES + ")")) {
                    Row.of(Row.Part.BASE, file, file.unitId(), file.id(), 3, DocumentJson.write(file), keys).write(insert);
                }
                return handle.execute("update sync_state set epoch = ?, cursor = 7", file.id());
            });
        }
        for (int again = 0; again < 2; again++) {
            try (LocalStore store = store()) {
                assertThat(store.documents().find(CaseFile.class, file.id())).contains(file);
                assertThat(store.feed().position().cursor()).isEqualTo(7);
            }
        }
        assertThat(Integrity.check(folder, new UnprotectedVault(folder.resolve("keys")))).isEmpty();
    }

    private LocalStore store() {
        return LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), Clock.systemUTC(), Sample.IDS);
    }

    @Test
    void leavesTheStoreAsItWasWhenAStepFails() {
        open().close();
        assertThatThrownBy(() -> open("create table later (id integer primary key) strict", "create table base (x)"))
                .isInstanceOf(RuntimeException.class);
        try (Database database = open()) {
            assertThat(version(database)).isEqualTo(1);
            assertThat(database.<Integer>read(
                    handle -> handle.createQuery("select count(*) from sqlite_schema where name = 'later'").mapTo(int.class).one()))
                    .isZero();
        }
    }

    @Test
    void refusesAStoreOfANewerProgram() {
        store().close();
        assertThatThrownBy(this::open).isInstanceOf(NewerStore.class);
        try (Database database = Database.open(folder,
                new Migrations(List.of("select 1", "select 1", "create table later (id integer)")))) {
            assertThat(version(database)).isEqualTo(3);
        }
        assertThatThrownBy(this::store).isInstanceOf(NewerStore.class);
    }

    @Test
    void isDurableAndWipesWhatIsDeleted() {
        try (Database database = open()) {
            for (String[] setting : new String[][]{{"journal_mode", "wal"}, {"synchronous", "2"}, {"secure_delete", "1"},
                    {"foreign_keys", "1"}, {"recursive_triggers", "1"}, {"temp_store", "2"}, {"busy_timeout", "5000"}}) {
                String value = database.write(handle -> handle.createQuery("pragma " + setting[0]).map((row, _) -> row.getString(1)).one());
                assertThat(value).as(setting[0]).isEqualTo(setting[1]);
            }
            assertThatThrownBy(() -> database.read(handle -> handle.execute("delete from meta"))).as("readers only read")
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void readsACaseByItsIndex() {
        try (Database database = open()) {
            List<String> plan = database.read(handle -> handle
                    .createQuery("explain query plan select * from seen where case_id = x'00' and type = 'LETTER' order by doc_date, id")
                    .map((row, _) -> row.getString("detail"))
                    .list());
            assertThat(plan).anyMatch(step -> step.contains("overlay_case"))
                    .anyMatch(step -> step.contains("base_case"))
                    .noneMatch(step -> step.startsWith("SCAN base") || step.startsWith("SCAN overlay"));
        }
    }
}
