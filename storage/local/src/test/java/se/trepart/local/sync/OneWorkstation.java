package se.trepart.local.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Integrity;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A workstation on a real store, a central store in memory, and a clock that goes when told to. */
abstract class OneWorkstation {

    /** Both sides' time unless one of them is set apart. */
    static final class HandClock extends Clock {

        Instant now = Instant.parse("2026-11-02T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir
    Path folder;
    LocalStore store;
    DocumentStore documents;
    final HandClock clock = new HandClock();
    final CentralInMemory central = new CentralInMemory();

    @BeforeEach
    void open() {
        store = LocalStore.open(folder, vault().unlock(), clock, Sample.IDS);
        documents = store.documents();
    }

    @AfterEach
    void leavesAWholeStore() {
        store.close();
        assertThat(Integrity.check(folder, vault())).isEmpty();
    }

    UnprotectedVault vault() {
        return new UnprotectedVault(folder.resolve("keys"));
    }

    void openAgain() {
        store.close();
        open();
    }

    void sync() {
        new SyncRound(store, central, Sample.IDS).run();
    }

    /** Time goes for both. */
    void later(Duration time) {
        clock.now = clock.now.plus(time);
        central.now = central.now.plus(time);
    }

    boolean sees(Document document) {
        return documents.find(document.getClass().asSubclass(Document.class), document.id()).isPresent();
    }

    void inUnit(UUID unit, Document document) {
        central.write(document.documentType().name(), document.id(), unit, document.caseId(), se.trepart.wire.Entry.Kind.PUT,
                se.trepart.wire.DocumentJson.write(document));
    }
}
