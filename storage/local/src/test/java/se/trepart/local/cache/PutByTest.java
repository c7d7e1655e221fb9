package se.trepart.local.cache;

import java.nio.file.Path;
import java.time.Clock;

import se.trepart.local.Sample;
import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What an older program put by because it could not read it. */
class PutByTest {

    @TempDir
    Path folder;

    @Test
    void showsAfterAnUpgradeWhatTheOlderProgramCouldNotRead() {
        CaseFile file = Sample.caseFile("2026-00417");
        Entry entry = new Entry(5, "CASE_FILE", file.id(), Sample.UNIT, file.caseId(), 3, Entry.Kind.PUT, DocumentJson.write(file));
        Keys keys = new UnprotectedVault(folder.resolve("keys")).unlock();
        LocalStore.open(folder, keys, Clock.systemUTC(), Sample.IDS).close();
        try (Database database = Database.open(folder, Migrations.SHIPPED)) {
            UnitKeys units = new UnitKeys(keys);
            database.write(handle -> {
                byte[] body = units.sealing(handle, Sample.UNIT)
                        .seal(Json.MAPPER.writeValueAsBytes(entry), EntryRows.name("CASE_FILE", file.id()));
                try (Bulk insert = new Bulk(handle,
                        "insert into pending_entry (type, id, unit_id, version, body) values (?, ?, ?, ?, ?)")) {
                    return insert.run("CASE_FILE", file.id(), Sample.UNIT, 3, body);
                }
            });
        }
        try (LocalStore store = LocalStore.open(folder, keys, Clock.systemUTC(), Sample.IDS)) {
            assertThat(store.documents().find(CaseFile.class, file.id())).contains(file);
        }
        assertThat(Integrity.check(folder, new UnprotectedVault(folder.resolve("keys")))).isEmpty();
    }
}
