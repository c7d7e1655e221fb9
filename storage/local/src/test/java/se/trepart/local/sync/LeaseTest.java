package se.trepart.local.sync;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.UUID;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.UnitLocked;
import se.trepart.local.search.CaseSearch;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.person.Protection;
import se.trepart.wire.Entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Keys lent for a time: what can be read, when, and what comes back. */
class LeaseTest extends OneWorkstation {

    static final Duration LEASE = Duration.ofHours(72);
    static final UUID OTHER = Sample.IDS.get();

    final CaseFile file = Sample.caseFile("2026-00417");
    final JournalNote note = Sample.note(file.id(), "telefon");

    @BeforeEach
    void fetch() {
        central.lease(Sample.UNIT, LEASE, 1);
        central.put(file);
        central.put(note);
        sync();
    }

    @Test
    void locksTheUnitWhenItsLeaseHasEndedAndOpensItAgainAtContact() {
        documents.save(Intent.change(file, Sample.running(file)));
        central.calls.clear();
        later(LEASE);
        assertThat(store.holding().lock()).containsExactly(Sample.UNIT);
        assertThat(store.holding().locked()).containsExactly(Sample.UNIT);
        assertThat(sees(file)).isFalse();
        assertThat(documents.list(CaseFile.class, ListFilter.ALL)).isEmpty();
        assertThat(documents.ids(CaseFile.class, ListFilter.ALL)).isEmpty();
        assertThatThrownBy(() -> documents.caseDocuments(file.id())).isInstanceOf(UnitLocked.class);
        assertThat(documents.caseDocuments(Sample.IDS.get())).as("a case that never was here").isEmpty();
        sync();
        assertThat(store.holding().locked()).isEmpty();
        assertThat(documents.find(CaseFile.class, file.id())).as("with what was unsent").contains(Sample.running(file));
        assertThat(sees(note)).isTrue();
        assertThat(central.work()).as("nothing fetched anew").doesNotContain("bootstrap null", "documents 1").containsOnlyOnce("push");
    }

    @Test
    void staysLockedAfterARestart() {
        later(LEASE.plusMinutes(1));
        openAgain();
        assertThat(store.holding().locked()).containsExactly(Sample.UNIT);
        assertThat(sees(file)).isFalse();
    }

    @Test
    void takesTheLockedPeopleOutOfTheSearch() throws Exception {
        documents.save(Intent.create(Sample.household(file.id(), Sample.person("19900125T238", "Ida", "Lund", Protection.NONE))));
        try (CaseSearch search = new CaseSearch(documents, Sample.session())) {
            assertThat(search.find("lund", 5)).hasSize(1);
            later(LEASE);
            store.holding().lock();
            for (int i = 0; i < 200 && !search.find("lund", 5).isEmpty(); i++) {
                Thread.sleep(20);
            }
            assertThat(search.find("lund", 5)).isEmpty();
        }
    }

    @Test
    void sendsWhatWasTypedAlsoFromALockedUnit() {
        JournalNote typed = Sample.note(file.id(), "skriven");
        documents.save(Intent.create(typed));
        later(LEASE);
        store.holding().lock();
        central.lent.clear();
        central.lease(OTHER, LEASE, 2);
        sync();
        assertThat(central.body(typed.id())).isNotNull();
        assertThat(store.feed().unsent()).isZero();
        assertThat(sees(typed)).isFalse();
        central.lease(Sample.UNIT, LEASE, 1);
        sync();
        assertThat(sees(typed)).as("what could not be taken in while it was locked").isTrue();
    }

    @Test
    void refusesToWriteWhereNothingCanBeRead() {
        later(LEASE);
        store.holding().lock();
        assertThatThrownBy(() -> documents.save(Intent.create(Sample.note(file.id(), "x")))).isInstanceOf(UnitLocked.class);
        assertThatThrownBy(() -> documents.save(Intent.change(file, Sample.running(file)))).as("not as if somebody had removed it")
                .isInstanceOf(UnitLocked.class);
        assertThat(store.feed().unsent()).isZero();
    }

    @Test
    void locksOnlyTheUnitWhoseLeaseHasEnded() {
        CaseFile elsewhere = Sample.caseFile("2026-00418");
        inUnit(OTHER, elsewhere);
        central.lease(OTHER, LEASE.multipliedBy(2), 2);
        later(Duration.ofHours(10));
        sync();
        later(LEASE);
        assertThat(store.holding().lock()).containsExactly(Sample.UNIT);
        assertThat(sees(elsewhere)).isTrue();
    }

    @Test
    void aUnitThatIsWithdrawnBeforeAnythingOfItCameIsNotCalledLockedForEver() {
        central.lease(OTHER, LEASE, 2);
        later(Duration.ofHours(10));
        sync();
        central.lent.clear();
        central.lease(Sample.UNIT, LEASE, 1);
        later(Duration.ofHours(10));
        sync();
        later(LEASE.minusHours(1));
        sync();
        assertThat(store.holding().lock()).isEmpty();
        assertThat(store.holding().locked()).isEmpty();
        assertThat(sees(note)).isTrue();
    }

    @Test
    void renewsWhenAnEighthOfTheTimeHasGone() {
        central.calls.clear();
        later(Duration.ofHours(8));
        sync();
        assertThat(central.calls).doesNotContain("leases");
        later(Duration.ofHours(1));
        sync();
        assertThat(central.calls).contains("leases");
        later(LEASE.minusMinutes(1));
        assertThat(store.holding().lock()).as("72 hours from then").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-365, 365})
    void goesByTheCentralStoresTimeWhenTheComputersIsWrong(long days) {
        later(Duration.ofHours(10));
        clock.now = clock.now.plus(Duration.ofDays(days));
        store.holding().lock();
        sync();
        assertThat(store.holding().locked()).isEmpty();
        assertThat(sees(file)).isTrue();
        assertThat(store.holding().clockOffset().toDays()).isEqualTo(-days);
        later(LEASE.minusMinutes(1));
        assertThat(store.holding().lock()).isEmpty();
        later(Duration.ofMinutes(2));
        assertThat(store.holding().lock()).containsExactly(Sample.UNIT);
    }

    @Test
    void isNotFooledByAClockThatIsSetBack() {
        later(LEASE.minusHours(1));
        assertThat(store.holding().lock()).isEmpty();
        clock.now = clock.now.minus(Duration.ofDays(30));
        openAgain();
        clock.now = clock.now.plus(Duration.ofHours(2));
        assertThat(store.holding().lock()).as("it is as late as it has been, at least").isEmpty();
        clock.now = clock.now.plus(Duration.ofDays(30));
        assertThat(store.holding().lock()).containsExactly(Sample.UNIT);
    }

    @Test
    void leavesNothingOnTheDiskThatOpensALockedUnit() {
        later(LEASE);
        store.holding().lock();
        openAgain();
        central.lease(Sample.UNIT, LEASE, 9);
        central.calls.clear();
        sync();
        assertThat(central.calls).as("another key opens nothing: the unit is fetched anew").contains("bootstrap null");
        assertThat(sees(file)).isTrue();
    }

    @Test
    void showsWhatIsOnlyHereWhenAnotherKeyIsLent() {
        JournalNote typed = Sample.note(file.id(), "skriven");
        documents.save(Intent.create(typed));
        later(LEASE);
        store.holding().lock();
        central.lease(Sample.UNIT, LEASE, 9);
        store.holding().take(central.leases());
        assertThat(sees(typed)).as("it lies under the workstation's own key").isTrue();
        assertThat(sees(file)).as("it lies under a key that is gone").isFalse();
        sync();
        assertThat(sees(typed)).isTrue();
        assertThat(sees(file)).isTrue();
    }

    @Test
    void doesNotBringBackOwnWorkThatOthersRemovedWhenAnotherKeyIsLent() {
        JournalNote typed = Sample.note(file.id(), "skriven");
        documents.save(Intent.create(typed));
        central.lease(OTHER, LEASE, 2);
        later(Duration.ofHours(10));
        sync();
        central.write("JOURNAL_NOTE", typed.id(), Sample.UNIT, file.id(), Entry.Kind.TOMBSTONE, null);
        sync();
        assertThat(sees(typed)).isFalse();
        later(LEASE);
        assertThat(store.holding().lock()).containsExactlyInAnyOrder(Sample.UNIT, OTHER);
        central.lease(Sample.UNIT, LEASE, 9);
        store.holding().take(central.leases());
        assertThat(store.holding().locked()).isEmpty();
        assertThat(sees(typed)).as("while the unit is fetched anew").isFalse();
        sync();
        assertThat(sees(typed)).isFalse();
    }

    @Test
    void showsNothingOfWhatWasMovedFromTheUnitWhileThatIsFetchedAnew() {
        central.lease(OTHER, LEASE.multipliedBy(2), 2);
        later(LEASE.dividedBy(2));
        sync();
        documents.save(Intent.change(file, inOther(file)));
        new SyncRound(store, central, Sample.IDS).push();
        assertThat(store.feed().unsent()).isZero();
        assertThat(sees(file)).isTrue();
        later(LEASE);
        assertThat(store.holding().lock()).containsExactly(Sample.UNIT);
        central.lease(Sample.UNIT, LEASE, 9);
        store.holding().take(central.leases());
        assertThat(sees(file)).as("half of it is what came from the central store").isFalse();
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).contains(inOther(file));
    }

    private static CaseFile inOther(CaseFile f) {
        return new CaseFile(f.id(), OTHER, f.number(), f.responsible(), f.phase(), f.openedOn(), f.phaseSince(), f.closedOn(),
                f.closingReason());
    }

    @Test
    void keepsWhatItHasWhenAnotherKeyIsLentWhileItIsOpen() {
        central.lease(Sample.UNIT, LEASE, 9);
        later(Duration.ofHours(20));
        central.calls.clear();
        sync();
        assertThat(central.calls).doesNotContain("bootstrap null");
        later(LEASE);
        openAgain();
        assertThat(sees(file)).isFalse();
        sync();
        assertThat(sees(file)).isTrue();
    }

    @Test
    void takesInAPageDuringWhichTheLeaseEnded() {
        JournalNote news = Sample.note(file.id(), "nytt");
        central.put(news);
        central.calls.clear();
        boolean[] ended = {false};
        new SyncRound(store, (Transport) Proxy.newProxyInstance(Transport.class.getClassLoader(), new Class<?>[]{Transport.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("changes") && !ended[0]) {
                        ended[0] = true;
                        later(LEASE);
                        assertThat(store.holding().lock()).containsExactly(Sample.UNIT);
                    }
                    return method.invoke(central, arguments);
                }), Sample.IDS).run();
        assertThat(sees(news)).isTrue();
        assertThat(central.calls).as("by the feed, not by finding that it is missing").doesNotContain("documents 1");
    }
}
