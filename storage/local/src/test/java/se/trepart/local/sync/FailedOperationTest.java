package se.trepart.local.sync;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.local.outbox.Failed;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.wire.Entry;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the central store does not take stays in sight, and stops nothing. */
class FailedOperationTest extends OneWorkstation {

    final CaseFile file = Sample.caseFile("2026-00417");
    final UUID anna = Sample.IDS.get();

    private Failed only() {
        List<Failed> failed = store.feed().failed();
        assertThat(failed).hasSize(1);
        return failed.getFirst();
    }

    private void changeThatTheRestoredCentralStoreDoesNotKnow() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        central.loseEverything();
        sync();
        assertThat(only().reason()).isEqualTo("unknown_document");
    }

    @Test
    void keepsWhatWasTypedInARejectedNote() {
        sync();
        JournalNote note = Sample.note(file.id(), "en lång text");
        documents.save(Intent.create(note));
        central.verdicts.put(note.id(), Result.REJECTED);
        sync();
        assertThat(sees(note)).isFalse();
        assertThat(only().type()).isEqualTo("JOURNAL_NOTE");
        assertThat(only().caseId()).isEqualTo(file.id());
        assertThat(only().reason()).isEqualTo("said so");
        assertThat(only().at()).isEqualTo(clock.now);
        assertThat(only().content()).containsEntry("text", "en lång text");
        assertThat(only().toString()).doesNotContain("en lång text");
        openAgain();
        assertThat(only().content()).containsEntry("text", "en lång text");
        assertThat(store.feed().unseen(Result.REJECTED)).isEqualTo(1);
    }

    @Test
    void keepsItUntilAPersonHasSeenToIt() {
        central.lease(Sample.UNIT, Duration.ofHours(72), 1);
        sync();
        JournalNote first = Sample.note(file.id(), "tagen");
        documents.save(Intent.create(first));
        JournalNote note = Sample.note(file.id(), "en lång text");
        documents.save(Intent.create(note));
        documents.save(Intent.create(Sample.note(file.id(), "tagen efter")));
        central.verdicts.put(note.id(), Result.REJECTED);
        sync();
        later(Duration.ofDays(200));
        sync();
        assertThat(only().content()).containsEntry("text", "en lång text");
        assertThat(answered()).as("that and what came after it").isEqualTo(2);
        store.feed().dismiss(only().opId());
        later(Duration.ofDays(1));
        sync();
        assertThat(answered()).isZero();
    }

    @Test
    void showsWhatWasTakenInWhenWhatItChangesComesAfterAll() {
        sync();
        documents.save(Intent.create(file));
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        List<Operation> sent = store.feed().unsentFrom(1);
        // its creation waited for a person, who took it before the change came
        store.feed()
                .acknowledge(new PushReply(central.epoch, 2,
                        List.of(new Outcome(sent.getFirst().opId(), Result.CONFLICT, 0, Sample.IDS.get(), ""),
                                new Outcome(sent.getLast().opId(), Result.APPLIED, 2, null, ""))));
        assertThat(sees(file)).as("nothing to show the change on").isFalse();
        central.put(file);
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).contains(Sample.handedTo(file, anna));
    }

    private int answered() {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trepart.db"));
                ResultSet count = database.createStatement().executeQuery("select count(*) from acked_op")) {
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsItAgainAsANewOperationWithTheSameContent() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.handedTo(file, anna)));
        central.verdicts.put(file.id(), Result.REJECTED);
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).contains(file);
        assertThat(only().caseId()).isEqualTo(file.caseId());
        central.verdicts.clear();
        assertThat(store.tryAgain(only().opId())).isTrue();
        assertThat(documents.find(CaseFile.class, file.id())).as("shown at once").contains(Sample.handedTo(file, anna));
        assertThat(store.feed().failed()).isEmpty();
        sync();
        assertThat(central.body(file.id()).get("responsible").asString()).isEqualTo(anna.toString());
        List<Operation> sent = central.pushes.stream().flatMap(push -> push.operations().stream()).toList();
        assertThat(sent).extracting(Operation::clientSeq).containsExactly(1L, 2L);
        assertThat(sent.get(0).opId()).isNotEqualTo(sent.get(1).opId());
    }

    @Test
    void sendsAgainTogetherWhatWasSavedTogether() {
        sync();
        JournalNote one = Sample.note(file.id(), "ett");
        JournalNote two = Sample.note(file.id(), "två");
        documents.save(Intent.create(one, two));
        central.verdicts.put(one.id(), Result.REJECTED);
        central.verdicts.put(two.id(), Result.REJECTED);
        sync();
        central.verdicts.clear();
        store.tryAgain(store.feed().failed().getFirst().opId());
        sync();
        assertThat(sees(one) && sees(two)).isTrue();
        assertThat(central.pushes.getLast().operations()).extracting(Operation::intentId)
                .hasSize(2)
                .containsOnly(central.pushes.getLast().operations().getFirst().intentId());
    }

    @Test
    void stopsNothingWhenWhatBelongsTogetherIsMoreThanARequestCarries() {
        sync();
        JournalNote first = Sample.note(file.id(), "för stor, ett");
        JournalNote second = Sample.note(file.id(), "för stor, två");
        JournalNote third = Sample.note(file.id(), "för stor, tre");
        documents.save(Intent.create(first, second, third));
        JournalNote after = Sample.note(file.id(), "efter");
        documents.save(Intent.create(after));
        central.maxOperations = 2;
        sync();
        assertThat(central.body(after.id())).isNotNull();
        assertThat(store.feed().unsent()).isZero();
        assertThat(store.feed().failed()).hasSize(3).allSatisfy(failed -> assertThat(failed.reason()).isEqualTo("too_large"));
        assertThat(store.feed().failed().getFirst().content()).containsEntry("text", "för stor, ett");
        JournalNote later = Sample.note(file.id(), "och sedan");
        documents.save(Intent.create(later));
        sync();
        assertThat(central.pushes.getLast().operations().getFirst().clientSeq()).isEqualTo(2);
        central.maxOperations = 3;
        store.tryAgain(store.feed().failed().getFirst().opId());
        sync();
        assertThat(central.body(third.id())).isNotNull();
    }

    @Test
    void letsGoWhatComesAfterOnTheSameDocuments() {
        central.put(file);
        sync();
        documents.save(Intent.change(file, Sample.running(file))
                .andCreate(Sample.note(file.id(), "ett"))
                .andCreate(Sample.note(file.id(), "två")));
        documents.save(Intent.change(Sample.running(file), Sample.handedTo(Sample.running(file), anna)));
        central.maxOperations = 2;
        sync();
        assertThat(store.feed().unsent()).isZero();
        assertThat(store.feed().failed()).hasSize(3);
        assertThat(documents.find(CaseFile.class, file.id())).contains(Sample.handedTo(file, anna));
    }

    @Test
    void listsNoLongerWhatTheUserHasSeenTo() {
        sync();
        documents.save(Intent.create(file));
        central.verdicts.put(file.id(), Result.REJECTED);
        sync();
        store.feed().dismiss(only().opId());
        assertThat(store.feed().failed()).isEmpty();
        assertThat(store.feed().unseen(Result.REJECTED)).isZero();
    }

    @Test
    void sendsAgainByItselfWhatWasChangedBeforeTheOneWhoMadeItHadComeBackToARestoredCentralStore() {
        changeThatTheRestoredCentralStoreDoesNotKnow();
        sync();
        assertThat(central.pushes.stream().flatMap(push -> push.operations().stream())).as("not again while nobody knows it").hasSize(1);
        central.put(file);
        sync();
        assertThat(central.body(file.id()).get("responsible").asString()).isEqualTo(anna.toString());
        assertThat(store.feed().failed()).isEmpty();
        assertThat(store.feed().unsent()).isZero();
    }

    @Test
    void sendsAgainAlsoWhatHasComeBackToARestoredCentralStoreAndGoneToAnotherUnit() {
        changeThatTheRestoredCentralStoreDoesNotKnow();
        central.put(file);
        central.write("CASE_FILE", file.id(), Sample.UNIT, file.id(), Entry.Kind.LEAVE, null);
        central.verdicts.put(file.id(), Result.QUARANTINED);
        sync();
        assertThat(store.feed().unseen(Result.QUARANTINED)).as("the team lead's now").isEqualTo(1);
        assertThat(store.feed().unseen(Result.REJECTED)).isZero();
    }
}
