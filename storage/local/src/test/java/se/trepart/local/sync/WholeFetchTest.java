package se.trepart.local.sync;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.Arrival.Following;
import se.trepart.model.Document;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of a whole fetch are read one after the other, while others go on writing. */
class WholeFetchTest extends OneWorkstation {

    private static final UUID EPOCH = Sample.IDS.get();

    private final CaseFile left = Sample.caseFile("before");
    private final CaseFile right = Sample.caseFile("before");

    @BeforeEach
    void fetch() {
        central.lease(Sample.UNIT, Duration.ofHours(72), 1);
        store.holding().take(central.leases());
        store.arrival().startByKeys();
    }

    @Test
    void showsNothingUntilTheFeedHasBeenFollowedToWhereTheLastPageWasRead() {
        store.arrival().apply(new BootstrapPage(EPOCH, 1, 1, List.of(entry(1, 1, left)), "next"));
        store.arrival().apply(new BootstrapPage(EPOCH, 1, 3, List.of(entry(2, 2, numbered(right))), null));
        assertThat(sees(right)).as("half of a change").isFalse();
        assertThat(store.arrival().following()).contains(new Following(1, 3));
        openAgain();
        store.arrival().follow(changes(1, 2, entry(2, 2, numbered(left)), entry(2, 2, numbered(right))));
        assertThat(sees(right)).as("not there yet").isFalse();
        store.arrival().follow(changes(2, 3));
        assertThat(documents.find(CaseFile.class, left.id())).contains(numbered(left));
        assertThat(documents.find(CaseFile.class, right.id())).contains(numbered(right));
        assertThat(store.feed().position().cursor()).isEqualTo(3);
        assertThat(store.feed().position().fetching()).isFalse();
    }

    @Test
    void showsAtOnceWhatNobodyChangedMeanwhile() {
        store.arrival().apply(new BootstrapPage(EPOCH, 2, 2, List.of(entry(1, 1, left), entry(2, 1, right)), null));
        assertThat(sees(left)).isTrue();
        assertThat(sees(right)).isTrue();
    }

    @Test
    void leavesOutWhatLeftMeanwhile() {
        store.arrival().apply(new BootstrapPage(EPOCH, 1, 1, List.of(entry(1, 1, left)), "next"));
        store.arrival().apply(new BootstrapPage(EPOCH, 1, 2, List.of(entry(1, 1, right)), null));
        store.arrival().follow(changes(1, 2, new Entry(2, "CASE_FILE", left.id(), Sample.UNIT, null, 2, Entry.Kind.LEAVE, null)));
        assertThat(sees(left)).isFalse();
        assertThat(sees(right)).isTrue();
    }

    private static ChangesPage changes(long from, long to, Entry... entries) {
        return new ChangesPage(EPOCH, from, to, 3, new ChangesPage.Chain(3, "hash", null, null), List.of(entries), List.of(), to < 3);
    }

    private static Entry entry(long seq, long version, Document document) {
        return new Entry(seq, document.documentType().name(), document.id(), document.unitId(), document.caseId(), version, Entry.Kind.PUT,
                DocumentJson.write(document));
    }

    private static CaseFile numbered(CaseFile file) {
        return new CaseFile(file.id(), file.unitId(), "after", file.responsible(), file.phase(), file.openedOn(), file.phaseSince(),
                file.closedOn(), file.closingReason());
    }
}
