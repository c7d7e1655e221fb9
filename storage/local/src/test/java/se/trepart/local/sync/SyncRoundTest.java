package se.trepart.local.sync;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Feed;
import se.trepart.local.cache.Integrity;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.sync.CentralInMemory.Moment;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.Phase;
import se.trepart.model.merge.Conflict;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply.Result;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The client's half of the protocol, step by step, on a real store; only the network is in memory. */
class SyncRoundTest {

    private static final int LONG_TEXT = 60;

    @TempDir
    Path folder;
    LocalStore store;
    DocumentStore documents;
    final CentralInMemory central = new CentralInMemory();
    final CaseFile file = Sample.caseFile("2026-00417");
    final UUID anna = Sample.IDS.get();

    @BeforeEach
    void open() {
        store = LocalStore.open(folder, vault().unlock(), Clock.systemUTC(), Sample.IDS);
        documents = store.documents();
    }

    @AfterEach
    void leavesAWholeStore() {
        store.close();
        assertThat(Integrity.check(folder, vault())).isEmpty();
    }

    private UnprotectedVault vault() {
        return new UnprotectedVault(folder.resolve("keys"));
    }

    private void openAgain() {
        store.close();
        open();
    }

    private void sync() {
        new SyncRound(store, central, Sample.IDS).run();
    }

    private CaseFile seen() {
        return documents.find(CaseFile.class, file.id()).orElseThrow();
    }

    @Test
    void fetchesAllThatIsThereAndThenWhatIsNew() {
        central.put(file);
        sync();
        assertThat(seen()).isEqualTo(file);
        JournalNote note = Sample.note(file.id(), "ny");
        central.put(note);
        sync();
        assertThat(documents.caseDocuments(file.id())).containsExactlyInAnyOrder(file, note);
        assertThat(central.work()).as("everything once, then only what is new").containsExactly("bootstrap null", "pull", "pull");
    }

    @Test
    void sendsBeforeItFetches() {
        central.put(Sample.caseFile("2026-00001"));
        sync();
        documents.save(Intent.create(file));
        central.calls.clear();
        sync();
        assertThat(central.work()).containsExactly("push", "pull");
        assertThat(store.feed().unsent()).isZero();
        assertThat(seen()).isEqualTo(file);
    }

    @Test
    void sendsAgainButNeverTwiceWhenTheAnswerIsLost() {
        sync();
        documents.save(Intent.create(file));
        central.pushFaults.add(Map.entry(Moment.AFTER, CentralInMemory.problem(SyncStatus.Problem.NO_NETWORK, "no_answer")));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        assertThat(store.feed().unsent()).isEqualTo(1);
        openAgain();
        sync();
        assertThat(store.feed().unsent()).isZero();
        assertThat(central.applied).hasSize(1);
        assertThat(central.pushes).hasSize(2);
        assertThat(central.pushes.get(0).operations()).as("the very same").isEqualTo(central.pushes.get(1).operations());
    }

    /** Each change of a text is an operation: that a hundred are about one document must not cost all of them a hundred times. */
    @Test
    void bringsADocumentInLineOnceHoweverManyOperationsAreAnswered() throws SQLException {
        central.put(file);
        sync();
        for (int i = 0; i < LONG_TEXT; i++) {
            documents.save(Intent.change(seen(), Sample.handedTo(seen(), Sample.IDS.get())));
        }
        Optional<UUID> last = Optional.ofNullable(seen().responsible());
        central.pushFaults.add(Map.entry(Moment.AFTER, CentralInMemory.problem(SyncStatus.Problem.NO_NETWORK, "no_answer")));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        // what was sent comes back before it is answered for, and more has been typed since
        Feed.Position here = store.feed().position();
        new SyncRound(store, central, Sample.IDS).take(central.changes(here.epoch(), here.cursor(), SyncRound.PAGE, 0), here);
        documents.save(Intent.change(seen(), Sample.handedTo(seen(), Sample.IDS.get())));
        sql("create table counted (n integer)",
                "create trigger counting after update on overlay begin insert into counted values (1); end");
        new SyncRound(store, central, Sample.IDS).push();
        assertThat(count("select count(*) from counted")).isLessThan(5);
        sql("drop trigger counting", "drop table counted");
        sync();
        assertThat(store.feed().unsent()).isZero();
        assertThat(seen().responsible()).isNotNull().isNotEqualTo(last.orElseThrow());
    }

    private void sql(String... statements) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trepart.db"));
                Statement statement = db.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private long count(String query) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trepart.db"));
                Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    @Test
    void neverWritesOverWhatTheUserHasChanged() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        central.put(Sample.running(file));
        central.pushFaults.add(Map.entry(Moment.BEFORE, CentralInMemory.problem(SyncStatus.Problem.SERVER_BUSY, "busy")));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        store.feed().apply(central.changes(central.epoch, 1, 10, 0));
        assertThat(seen().responsible()).as("mine").isEqualTo(anna);
        assertThat(seen().phase()).as("theirs").isEqualTo(Phase.RUNNING);
        sync();
        assertThat(seen()).isEqualTo(Sample.running(Sample.handedTo(file, anna)));
        assertThat(DocumentJson.read("CASE_FILE", central.body(file.id()))).contains(seen());
    }

    @Test
    void showsWhatWasAcknowledgedUntilItComesBack() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        new SyncRound(store, central, Sample.IDS).push();
        assertThat(store.feed().unsent()).isZero();
        assertThat(seen().responsible()).isEqualTo(anna);
        openAgain();
        assertThat(seen().responsible()).isEqualTo(anna);
        sync();
        assertThat(seen().responsible()).isEqualTo(anna);
    }

    @Test
    void namesTheVersionThatAChangeWasMadeAgainst() {
        central.put(file);
        central.put(Sample.running(file));
        sync();
        CaseFile before = seen();
        documents.save(Intent.change(before, Sample.handedTo(before, anna)));
        new SyncRound(store, central, Sample.IDS).push();
        CaseFile again = seen();
        documents.save(Intent.change(again, Sample.handedTo(again, Sample.IDS.get())));
        assertThat(store.feed().batch(1, 1).getFirst().baseVersion()).as("the one just acknowledged").isEqualTo(3);
        assertThat(central.pushes.getLast().operations().getFirst().baseVersion()).isEqualTo(2);
    }

    @Test
    void showsTheirsAndCountsTheConflictWhenTheyCouldNotBeBroughtTogether() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        central.verdicts.put(file.id(), Result.CONFLICT);
        central.put(new Conflict(Sample.IDS.get(), Sample.UNIT, file.id(), "CASE_FILE", file.id(), null, Sample.IDS.get(), 1, 2, anna, null,
                anna, java.time.Instant.EPOCH, List.of(), "", null, null));
        sync();
        assertThat(seen()).isEqualTo(file);
        assertThat(store.feed().unsent()).as("it blocks nothing").isZero();
        assertThat(store.feed().openConflicts()).isEqualTo(1);
    }

    @Test
    void goesOnWithAWholeFetchWhereItWasInterrupted() {
        central.pageSize = 2;
        for (int i = 0; i < 5; i++) {
            central.put(Sample.note(file.id(), "nummer " + i));
        }
        central.pullFaults.add(CentralInMemory.problem(SyncStatus.Problem.NO_NETWORK, "no_answer"));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        central.calls.clear();
        store.arrival().apply(central.bootstrap(null, 2, false));
        openAgain();
        assertThat(documents.caseDocuments(file.id())).as("nothing half is shown").isEmpty();
        sync();
        assertThat(central.work()).containsExactly("bootstrap null", "bootstrap 2", "bootstrap 4", "pull");
        assertThat(documents.caseDocuments(file.id())).hasSize(5);
    }

    @Test
    void fetchesEverythingAnewWithoutLosingWhatIsUnsent() {
        central.put(file);
        JournalNote erased = Sample.note(file.id(), "borta");
        central.put(erased);
        sync();
        central.write("JOURNAL_NOTE", erased.id(), Sample.UNIT, file.id(), Entry.Kind.TOMBSTONE, null);
        central.forgetTheLog();
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        sync();
        assertThat(documents.caseDocuments(file.id())).containsExactly(Sample.handedTo(file, anna));
        assertThat(central.applied).hasSize(1);
    }

    @Test
    void sendsAgainWhatARestoredCentralStoreHasLost() {
        sync();
        JournalNote first = Sample.note(file.id(), "säkerhetskopierad");
        JournalNote second = Sample.note(file.id(), "förlorad");
        documents.save(Intent.create(first));
        documents.save(Intent.create(second));
        sync();
        central.restoreTo(1);
        openAgain();
        sync();
        assertThat(central.body(second.id())).isNotNull();
        assertThat(central.applied).hasSize(2);
        assertThat(documents.caseDocuments(file.id())).containsExactlyInAnyOrder(first, second);
        assertThat(store.feed().unsent()).isZero();
        assertThat(store.feed().position().epoch()).isEqualTo(central.epoch);
    }

    @Test
    void halvesWhatIsTooLarge() {
        sync();
        for (int i = 0; i < 9; i++) {
            documents.save(Intent.create(Sample.note(file.id(), "nummer " + i)));
        }
        central.maxOperations = 3;
        sync();
        assertThat(central.applied).hasSize(9);
        assertThat(central.pushes).allSatisfy(push -> assertThat(push.operations()).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void takesTheRestOfAPageWhenOneDocumentIsOfANewerKind() {
        UUID unknown = Sample.IDS.get();
        ObjectNode body = Json.MAPPER.createObjectNode().put("id", unknown.toString());
        central.write("PLAN", unknown, Sample.UNIT, file.id(), Entry.Kind.PUT, body);
        central.write("CASE_FILE", Sample.IDS.get(), Sample.UNIT, null, Entry.Kind.PUT, body);
        central.put(file);
        sync();
        assertThat(documents.list(CaseFile.class, ListFilter.ALL)).containsExactly(file);
        openAgain();
        assertThat(seen()).isEqualTo(file);
    }

    @Test
    void keepsFieldsThatOnlyANewerProgramKnows() {
        ObjectNode body = (ObjectNode) DocumentJson.write(file);
        body.put("weather", "sol");
        central.write("CASE_FILE", file.id(), Sample.UNIT, file.id(), Entry.Kind.PUT, body);
        sync();
        documents.save(Intent.change(seen(), Sample.handedTo(seen(), anna)));
        sync();
        assertThat(central.body(file.id()).get("weather").asString()).isEqualTo("sol");
        assertThat(central.body(file.id()).get("responsible").asString()).isEqualTo(anna.toString());
    }

    @Test
    void doesNotBringBackWhatWasRemoved() {
        central.put(file);
        sync();
        Entry old = central.changes(central.epoch, 0, 10, 0).entries().getFirst();
        central.write("CASE_FILE", file.id(), Sample.UNIT, file.id(), Entry.Kind.TOMBSTONE, null);
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).isEmpty();
        var page = central.changes(central.epoch, 2, 10, 0);
        store.feed().apply(new se.trepart.wire.ChangesPage(page.epoch(), 0, 2, 2, page.chain(), List.of(old), List.of(), false));
        assertThat(documents.find(CaseFile.class, file.id())).isEmpty();
    }

    @Test
    void sendsBeforeItForgetsAUnitThatWasTakenAway() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        central.revokes.add(Sample.UNIT);
        store.feed().apply(central.changes(central.epoch, 1, 10, 0));
        store.holding().purge();
        assertThat(documents.find(CaseFile.class, file.id())).as("unsent work first").isPresent();
        sync();
        assertThat(central.applied).hasSize(1);
        assertThat(documents.find(CaseFile.class, file.id())).isEmpty();
    }

    @Test
    void doesNotStopForAnOperationThatWasRejected() {
        sync();
        documents.save(Intent.create(file));
        JournalNote note = Sample.note(Sample.IDS.get(), "efter");
        documents.save(Intent.create(note));
        central.verdicts.put(file.id(), Result.REJECTED);
        sync();
        assertThat(store.feed().unsent()).isZero();
        assertThat(documents.find(CaseFile.class, file.id())).isEmpty();
        assertThat(documents.find(JournalNote.class, note.id())).contains(note);
        assertThat(central.pushes.getFirst().operations()).extracting(Operation::clientSeq).containsExactly(1L, 2L);
    }
}
