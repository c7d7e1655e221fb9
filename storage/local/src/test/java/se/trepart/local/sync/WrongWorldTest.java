package se.trepart.local.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.LocalStore;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.wire.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What must not be, but is: copied disks, a central store that contradicts itself, wrong clocks. */
class WrongWorldTest extends OneWorkstation {

    final CaseFile file = Sample.caseFile("2026-00417");

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path source : files.filter(Files::isRegularFile).toList()) {
                Files.copy(source, to.resolve(source.getFileName()));
            }
        }
    }

    @Test
    void becomesAnotherWorkstationWhenItsDiskWasCopied(@org.junit.jupiter.api.io.TempDir Path copy) throws IOException {
        UUID device = Sample.IDS.get();
        store.belongTo(device);
        sync();
        documents.save(Intent.create(Sample.note(file.id(), "före kopian")));
        sync();
        store.close();
        copy(folder, copy.resolve("disk"));
        open();
        documents.save(Intent.create(Sample.note(file.id(), "den ena")));
        sync();
        assertThat(central.device).isEqualTo(device);
        JournalNote other = Sample.note(file.id(), "den andra");
        try (LocalStore clone = LocalStore.open(copy.resolve("disk"), vault().unlock(), clock, Sample.IDS)) {
            clone.belongTo(device);
            clone.documents().save(Intent.create(other));
            UUID opId = clone.feed().batch(1, 1).getFirst().opId();
            new SyncRound(clone, central, Sample.IDS).run();
            assertThat(clone.feed().unsent()).isZero();
            assertThat(central.device).isNotEqualTo(device).isEqualTo(clone.device().orElseThrow());
            Operation sent = central.pushes.getLast().operations().getFirst();
            assertThat(sent.opId()).as("its id stays, so that it takes effect once").isEqualTo(opId);
            assertThat(sent.clientSeq()).isEqualTo(1);
            clone.documents().save(Intent.create(Sample.note(file.id(), "och en till")));
            new SyncRound(clone, central, Sample.IDS).run();
            assertThat(central.pushes.getLast().operations().getFirst().clientSeq()).isEqualTo(2);
        }
        try (LocalStore clone = LocalStore.open(copy.resolve("disk"), vault().unlock(), clock, Sample.IDS)) {
            clone.belongTo(device);
            assertThat(clone.device()).as("after a restart too").contains(central.device);
        }
        assertThat(central.body(other.id())).isNotNull();
    }

    @Test
    void sendsARestoredCentralStoreAlsoWhatItHadFromTheEarlierId(@org.junit.jupiter.api.io.TempDir Path copy) {
        store.belongTo(Sample.IDS.get());
        sync();
        JournalNote first = Sample.note(file.id(), "före");
        documents.save(Intent.create(first));
        sync();
        store.feed().startOverAs(Sample.IDS.get());
        central.newDevice();
        JournalNote second = Sample.note(file.id(), "efter");
        documents.save(Intent.create(second));
        sync();
        central.loseEverything();
        sync();
        assertThat(central.body(first.id())).isNotNull();
        assertThat(central.body(second.id())).isNotNull();
        assertThat(store.feed().unsent()).isZero();
        assertThat(sees(first) && sees(second)).isTrue();
    }

    @Test
    void refusesACentralStoreThatHasAnotherHistory() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.running(file)));
        central.chainHash = "ff";
        assertThatThrownBy(() -> store.feed().apply(taken())).isInstanceOfSatisfying(TransportProblem.class,
                problem -> assertThat(problem.kind()).isEqualTo(SyncStatus.Problem.SERVER_CONTRADICTS));
        central.chainHash = "00";
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).contains(Sample.running(file));
    }

    private se.trepart.wire.ChangesPage taken() {
        var position = store.feed().position();
        var page = central.changes(position.epoch(), position.cursor(), 10, 0);
        new SyncRound(store, central, Sample.IDS).take(page, position);
        return page;
    }

    @Test
    void refusesACentralStoreThatHasGoneBackwards() {
        for (int i = 0; i < 5; i++) {
            central.put(Sample.note(file.id(), "nummer " + i));
        }
        sync();
        JournalNote typed = Sample.note(file.id(), "skriven");
        documents.save(Intent.create(typed));
        central.forgetTheLast(3);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::sync).isInstanceOfSatisfying(TransportProblem.class,
                    problem -> assertThat(problem.kind()).isEqualTo(SyncStatus.Problem.SERVER_CONTRADICTS));
        }
        assertThat(documents.inCase(JournalNote.class, file.id())).as("nothing is lost").hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {-365, 365})
    void keepsOrderAndWorkWhenTheClockJumpsAYear(long days) {
        sync();
        JournalNote before = Sample.note(file.id(), "före");
        documents.save(Intent.create(before));
        sync();
        clock.now = clock.now.plus(Duration.ofDays(days));
        JournalNote after = Sample.note(file.id(), "efter");
        documents.save(Intent.create(after));
        openAgain();
        sync();
        central.restoreTo(0);
        sync();
        assertThat(central.pushes.getLast().operations()).as("also what was acknowledged before the jump")
                .extracting(Operation::clientSeq)
                .contains(1L);
        assertThat(List.of(before, after)).allMatch(note -> central.body(note.id()) != null && sees(note));
    }

    @Test
    void sendsWhatItHasToACentralStoreThatWaitsForWhatIsNoLongerKept() {
        central.lease(Sample.UNIT, Duration.ofHours(72), 1);
        sync();
        documents.save(Intent.create(Sample.note(file.id(), "för länge sedan")));
        sync();
        later(Duration.ofDays(91));
        sync();
        JournalNote now = Sample.note(file.id(), "nu");
        documents.save(Intent.create(now));
        central.loseEverything();
        sync();
        assertThat(central.body(now.id())).isNotNull();
        assertThat(store.feed().unsent()).isZero();
    }

    @Test
    void forgetsNothingThatWasAcknowledgedWhileTheClockWasAYearBehind() {
        central.lease(Sample.UNIT, Duration.ofHours(72), 1);
        sync();
        clock.now = clock.now.minus(Duration.ofDays(365));
        JournalNote note = Sample.note(file.id(), "skriven i fel år");
        documents.save(Intent.create(note));
        new SyncRound(store, central, Sample.IDS).push();
        store.holding().take(central.leases());
        assertThat(sees(note)).as("not come back yet, and not forgotten").isTrue();
        openAgain();
        central.restoreTo(0);
        sync();
        assertThat(central.body(note.id())).isNotNull();
        assertThat(sees(note)).isTrue();
    }
}
