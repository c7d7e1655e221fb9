package se.trepart.local.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import se.trepart.local.Sample;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.wire.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the interface promises, on real SQLite files. */
class DocumentStoreTest {

    @TempDir
    Path folder;
    LocalStore store;
    DocumentStore documents;
    final CaseFile file = Sample.caseFile("2026-00417");

    @BeforeEach
    void open() {
        store = LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), Clock.systemUTC(), Sample.IDS);
        documents = store.documents();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void openAgain() {
        store.close();
        open();
    }

    @Test
    void givesBackWhatWasSavedAlsoAfterARestart() {
        documents.save(Intent.create(file));
        openAgain();
        assertThat(documents.find(CaseFile.class, file.id())).contains(file);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        documents.save(Intent.create(file));
        assertThat(documents.find(CaseFile.class, Sample.IDS.get())).isEmpty();
        assertThat(documents.find(JournalNote.class, file.id())).as("another type with the same id").isEmpty();
    }

    @Test
    void showsTheLatestOfManyChanges() {
        UUID anna = Sample.IDS.get();
        documents.save(Intent.create(file));
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        documents.save(Intent.change(Sample.handedTo(file, anna), Sample.running(Sample.handedTo(file, anna))));
        assertThat(documents.find(CaseFile.class, file.id())).hasValueSatisfying(now -> {
            assertThat(now.responsible()).isEqualTo(anna);
            assertThat(now.phase()).isEqualTo(Phase.RUNNING);
        });
    }

    @Test
    void writesAllOfAnIntentOrNothing() {
        JournalNote note = Sample.note(file.id(), "ringde");
        Intent halfWrong = Intent.create(file).andCreate(note).andChange(Sample.caseFile("2026-00001"), file);
        assertThatThrownBy(() -> documents.save(halfWrong)).isInstanceOf(IllegalArgumentException.class);
        assertThat(documents.caseDocuments(file.id())).isEmpty();
        assertThat(store.feed().unsent()).isZero();
    }

    @Test
    void refusesASecondDocumentWithTheSameId() {
        documents.save(Intent.create(file));
        assertThatThrownBy(() -> documents.save(Intent.create(file))).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.feed().unsent()).isEqualTo(1);
    }

    @Test
    void refusesToChangeAJournalNote() {
        JournalNote note = Sample.note(file.id(), "ringde");
        documents.save(Intent.create(note));
        JournalNote other = new JournalNote(note.id(), note.unitId(), note.caseId(), note.writtenAt(), note.eventOn(), note.author(),
                note.kind(), "ringde inte", null);
        assertThatThrownBy(() -> documents.save(Intent.change(note, other))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsACaseByDateAndThenId() {
        JournalNote first = Sample.note(file.id(), "a");
        JournalNote second = Sample.note(file.id(), "b");
        JournalNote earlier = new JournalNote(Sample.IDS.get(), Sample.UNIT, file.id(), first.writtenAt(), Sample.DAY.minusDays(1),
                first.author(), first.kind(), "c", null);
        JournalNote elsewhere = Sample.note(Sample.IDS.get(), "d");
        documents.save(Intent.create(second, elsewhere, first, earlier, file));
        assertThat(documents.inCase(JournalNote.class, file.id())).containsExactly(earlier, first, second);
        assertThat(documents.caseDocuments(file.id())).containsExactlyInAnyOrder(earlier, first, second, file);
    }

    @Test
    void listsByStateUnitAndDate() {
        CaseFile running = Sample.running(Sample.caseFile("2026-00002"));
        documents.save(Intent.create(file, running));
        assertThat(documents.list(CaseFile.class, ListFilter.ALL)).containsExactlyInAnyOrder(file, running);
        assertThat(documents.list(CaseFile.class, ListFilter.states("RUNNING", "CLOSED"))).containsExactly(running);
        LocalDate day = Sample.DAY;
        assertThat(documents.list(CaseFile.class, new ListFilter(Set.of(), Set.of(Sample.UNIT), day, day))).hasSize(2);
        assertThat(documents.list(CaseFile.class, new ListFilter(Set.of(), Set.of(Sample.IDS.get()), null, null))).isEmpty();
        assertThat(documents.list(CaseFile.class, new ListFilter(Set.of(), Set.of(), day.plusDays(1), null))).isEmpty();
        assertThat(documents.list(CaseFile.class, new ListFilter(Set.of(), Set.of(), null, day.minusDays(1)))).isEmpty();
        assertThat(documents.ids(CaseFile.class, ListFilter.ALL)).containsExactlyInAnyOrder(file.id(), running.id());
        assertThat(documents.ids(CaseFile.class, ListFilter.states("RUNNING"))).containsExactly(running.id());
        assertThat(documents.ids(CaseFile.class, new ListFilter(Set.of(), Set.of(), day.plusDays(1), null))).isEmpty();
    }

    @Test
    void listsByTheStateThatAChangeGave() {
        documents.save(Intent.create(file));
        documents.save(Intent.change(file, Sample.running(file)));
        assertThat(documents.list(CaseFile.class, ListFilter.states("INTAKE"))).isEmpty();
        assertThat(documents.list(CaseFile.class, ListFilter.states("RUNNING"))).hasSize(1);
    }

    @Test
    void sendsOnlyTheFieldsThatDiffer() {
        documents.save(Intent.create(file));
        documents.save(Intent.change(file, Sample.running(file)));
        List<Operation> operations = store.feed().batch(10, 1_000_000);
        assertThat(operations).extracting(Operation::kind).containsExactly(Operation.Kind.CREATE, Operation.Kind.PATCH);
        assertThat(operations.getLast().patch()).containsOnlyKeys("phase");
        assertThat(operations.getLast().body()).isNull();
    }

    @Test
    void makesNoOperationOfAChangeThatChangesNothing() {
        documents.save(Intent.create(file));
        documents.save(Intent.change(file, file));
        assertThat(store.feed().unsent()).isEqualTo(1);
    }

    @Test
    void numbersOperationsWithoutAGapAndKeepsAnIntentTogether() {
        documents.save(Intent.create(file, Sample.note(file.id(), "a")));
        openAgain();
        documents.save(Intent.create(Sample.note(file.id(), "b")));
        List<Operation> operations = store.feed().batch(10, 1_000_000);
        assertThat(operations).extracting(Operation::clientSeq).containsExactly(1L, 2L, 3L);
        assertThat(operations.get(0).intentId()).isEqualTo(operations.get(1).intentId()).isNotEqualTo(operations.get(2).intentId());
        assertThat(new HashSet<>(operations.stream().map(Operation::opId).toList())).hasSize(3);
    }

    @Test
    void neverSplitsAnIntentBetweenBatches() {
        documents.save(Intent.create(Sample.note(file.id(), "a")));
        documents.save(Intent.create(Sample.note(file.id(), "b"), Sample.note(file.id(), "c"), Sample.note(file.id(), "d")));
        assertThat(store.feed().batch(3, 1_000_000)).hasSize(1);
        assertThat(store.feed().batch(4, 1_000_000)).hasSize(4);
        assertThat(store.feed().batch(10, 1)).as("one intent at least").hasSize(1);
    }

    @Test
    void refusesADecisionThatWasNotSeenAsItIs() {
        Decision decision = Sample.decision(file.id(), "först");
        documents.save(Intent.create(decision));
        Decision now = Sample.withReasons(decision, "sedan");
        documents.save(Intent.change(decision, now));
        assertThatThrownBy(() -> documents.save(Intent.change(decision, Sample.withReasons(decision, "annat"))))
                .isInstanceOf(StaleDocument.class);
        assertThat(documents.find(Decision.class, decision.id())).contains(now);
    }

    @Test
    void tellsWhichCasesChanged() throws Exception {
        var told = new ConcurrentLinkedQueue<Set<UUID>>();
        try (AutoCloseable _ = documents.onChange(told::add)) {
            documents.save(Intent.create(Sample.note(file.id(), "a")));
            for (int i = 0; i < 2000 && told.isEmpty(); i++) {
                Thread.sleep(5);
            }
        }
        assertThat(told).containsExactly(Set.of(file.id()));
    }

    @Test
    void letsAListenerFinishReadingBeforeItCloses() throws Exception {
        documents.save(Intent.create(file));
        var reading = new CountDownLatch(1);
        var outcome = new CompletableFuture<Boolean>();
        documents.onChange(_ -> {
            reading.countDown();
            try {
                // long enough for the store to be closing
                Thread.sleep(200);
                outcome.complete(documents.find(CaseFile.class, file.id()).isPresent());
            } catch (RuntimeException | InterruptedException failed) {
                outcome.completeExceptionally(failed);
            }
        });
        documents.save(Intent.create(Sample.note(file.id(), "a")));
        assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();
        store.close();
        assertThat(outcome).isCompletedWithValue(true);
    }

    @Test
    void letsOnlyOneHoldTheStore() {
        assertThatThrownBy(
                () -> LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), Clock.systemUTC(), Sample.IDS))
                .isInstanceOf(StoreInUse.class);
    }

    @Test
    void writesNothingWhenTheDiskIsFull() {
        documents.save(Intent.create(file));
        String long_ = "x".repeat(200_000);
        assertThatThrownBy(() -> {
            store.limitPages(40);
            for (int i = 0; i < 100; i++) {
                documents.save(Intent.create(Sample.note(file.id(), long_ + i)));
            }
        }).isInstanceOf(StoreFull.class);
        store.limitPages(1_000_000);
        int unsent = store.feed().unsent();
        List<Document> all = documents.caseDocuments(file.id());
        assertThat(all).hasSize(unsent);
        documents.save(Intent.create(Sample.note(file.id(), "ryms igen")));
        assertThat(store.feed().unsent()).isEqualTo(unsent + 1);
    }
}
