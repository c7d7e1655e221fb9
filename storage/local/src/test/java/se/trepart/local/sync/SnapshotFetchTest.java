package se.trepart.local.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.local.sync.SyncStatus.Progress;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.wire.Entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A first fetch by prebuilt files. */
class SnapshotFetchTest extends OneWorkstation {

    static final UUID OTHER = Sample.IDS.get();

    final CaseFile file = Sample.caseFile("2026-00417");
    final CaseFile elsewhere = Sample.caseFile("2026-00418");
    final List<JournalNote> notes = new ArrayList<>();

    @BeforeEach
    void build() throws IOException {
        central.lease(Sample.UNIT, Duration.ofHours(72), 1);
        central.lease(OTHER, Duration.ofHours(72), 2);
        central.put(file);
        for (int i = 0; i < 2500; i++) {
            notes.add(Sample.note(file.id(), "nummer " + i));
            central.put(notes.getLast());
        }
        inUnit(OTHER, elsewhere);
        central.makeSnapshots();
    }

    private void assertAllThere() {
        assertThat(sees(file) && sees(elsewhere)).isTrue();
        assertThat(documents.inCase(JournalNote.class, file.id())).hasSize(notes.size());
    }

    @Test
    void loadsTheUnitsAndGoesOnFromTheLowestOfThem() {
        JournalNote later = Sample.note(file.id(), "efter");
        central.put(later);
        central.write("JOURNAL_NOTE", notes.getFirst().id(), Sample.UNIT, file.id(), Entry.Kind.TOMBSTONE, null);
        sync();
        assertThat(central.calls).contains("snapshot 0", "protected null").doesNotContain("bootstrap null", "documents 1");
        assertThat(sees(later)).isTrue();
        assertThat(sees(notes.getFirst())).isFalse();
        assertThat(store.feed().position().cursor()).isEqualTo(central.entries().size());
    }

    @Test
    void goesOnWithinAFileWhereItWasInterrupted() {
        central.partSize = 10_000;
        assertInterruptedAfter(3);
        assertThat(documents.caseDocuments(file.id())).as("nothing half is shown").isEmpty();
        central.calls.clear();
        openAgain();
        sync();
        assertThat(central.calls).contains("snapshot 30000").doesNotContain("snapshot 0 again", "snapshot 10000");
        assertAllThere();
    }

    private void assertInterruptedAfter(int parts) {
        int[] left = {parts};
        CentralInMemory way = central;
        Transport cut = (Transport) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Transport.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("snapshot") && left[0]-- == 0) {
                        throw CentralInMemory.problem(SyncStatus.Problem.NO_NETWORK, "no_answer");
                    }
                    try {
                        return method.invoke(way, arguments);
                    } catch (java.lang.reflect.InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        assertThatThrownBy(() -> new SyncRound(store, cut, Sample.IDS).run()).isInstanceOf(TransportProblem.class);
    }

    @Test
    void fetchesPageByPageWhenAFileIsNotWhatItShouldBe() {
        central.snapshotFiles.get(Sample.UNIT)[500] ^= 1;
        sync();
        assertThat(central.calls).contains("snapshot 0", "bootstrap null");
        assertAllThere();
    }

    @Test
    void fetchesPageByPageWhenAFileIsGone() {
        central.snapshotFaults.add(CentralInMemory.problem(SyncStatus.Problem.UNEXPECTED, "resync_required"));
        sync();
        assertThat(central.calls).contains("snapshot 0", "bootstrap null");
        assertAllThere();
    }

    @Test
    void fetchesPageByPageWhenAUnitHasNoFile() {
        central.snapshotInfos.remove(OTHER);
        sync();
        assertThat(central.calls).contains("bootstrap null").noneMatch(call -> call.startsWith("snapshot "));
        assertAllThere();
    }

    @Test
    void fetchesPageByPageWhenTheFilesTurnOutToBeTooOld() {
        central.forgetTheLog();
        sync();
        assertThat(central.calls).containsSubsequence("snapshot 0", "pull", "bootstrap null", "pull");
        assertAllThere();
    }

    @Test
    void tellsHowFarItHasComeAndStopsWhenAsked() {
        List<Progress> told = new ArrayList<>();
        SyncRound[] round = new SyncRound[1];
        round[0] = new SyncRound(store, central, Sample.IDS, now -> {
            if (now != null) {
                told.add(now);
                if (now.done() == 2000) {
                    round[0].cancel();
                }
            }
        });
        assertThatThrownBy(() -> round[0].run()).isInstanceOfSatisfying(TransportProblem.class, stopped -> {
            assertThat(stopped.kind()).isEqualTo(SyncStatus.Problem.NONE);
            assertThat(stopped.problem().code()).isEqualTo("cancelled");
        });
        assertThat(told).last().isEqualTo(new Progress(Progress.What.SNAPSHOTS, 2000, 2502));
        round[0].run();
        assertAllThere();
    }

    @Test
    void leavesWhatIsUnsentOnTop() {
        documents.save(Intent.create(Sample.note(file.id(), "skriven utan nät")));
        sync();
        assertThat(documents.inCase(JournalNote.class, file.id())).hasSize(notes.size() + 1);
        assertThat(central.applied).hasSize(1);
    }

    @Test
    void fetchesPageByPageWhenAUnitIsLostOnTheWay() {
        central.snapshotFaults.add(CentralInMemory.problem(SyncStatus.Problem.ACCESS_WITHDRAWN, "not_allowed"));
        sync();
        assertThat(central.calls).contains("bootstrap null");
        assertAllThere();
    }
}
