package se.trepart.app.casefile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import se.trepart.app.HandClock;
import se.trepart.app.QuietCentral;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.sync.SyncStatus;
import se.trepart.model.casefile.JournalNote;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.KARIN;

/** A unit whose lease ends in the middle of the work: it is said what happened, and what was typed is there when the unit opens again. */
class LockedUnitTest {

    private static final String TEXT = "Amina ringde om hyran.";

    @TempDir
    Path folder;
    private final HandClock clock = new HandClock(CaseSamples.NOW);
    private final QuietCentral central = new QuietCentral(clock, CaseSamples.UNIT);
    private CaseDesk desk;
    private OpenCase open;
    private JournalViewModel journal;

    @BeforeEach
    void openTheCaseAndType() throws Exception {
        desk = new CaseDesk(folder, KARIN, central, clock).with(CaseSamples.municipality()).with(CaseSamples.amina());
        until(() -> status().unsent() == 0 && status().lastSuccess() != null);
        open = desk.open(CASE);
        journal = new JournalViewModel(open);
        journal.writingProperty().get().text().textProperty().set(TEXT);
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private SyncStatus status() {
        return desk.desk().workstation().sync().status();
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 500 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private void withoutContact(Duration time) throws InterruptedException {
        central.reachable = false;
        desk.desk().workstation().sync().now();
        // from then on nothing succeeds, whatever was under way
        until(() -> status().problem() == SyncStatus.Problem.NO_NETWORK);
        clock.now = clock.now.plus(time);
        desk.desk().workstation().sync().now();
        until(() -> !status().locked().isEmpty());
        assertThat(status().locked()).isEqualTo(Set.of(CaseSamples.UNIT));
    }

    private void inContactAgain() throws InterruptedException {
        central.reachable = true;
        desk.desk().workstation().sync().now();
        until(() -> status().locked().isEmpty());
        desk.changed(CASE);
    }

    private List<String> notes() {
        return desk.desk().documents().inCase(JournalNote.class, CASE).stream().map(JournalNote::text).toList();
    }

    private List<String> drafts() {
        return desk.desk().workstation().drafts().startingWith("case/").stream().map(Draft::text).toList();
    }

    @Test
    void saysWhatHappenedWhatIsKeptAndWhatToDo() throws Exception {
        withoutContact(QuietCentral.LEASE.plusHours(1));
        journal.write();
        assertThat(desk.dialogs.shown).singleElement()
                .asString()
                .startsWith("Enhetens ärenden är låsta: Datorn har inte haft kontakt med servern på 73 timmar.")
                .contains("Det du har skrivit finns kvar", "Anslut datorn till nätet");
    }

    @Test
    void keepsWhatWasTypedUntilItCanBeWritten() throws Exception {
        withoutContact(QuietCentral.LEASE);
        journal.write();
        assertThat(journal.writingProperty().get().text().text()).isEqualTo(TEXT);
        assertThat(drafts()).containsExactly(TEXT);
        inContactAgain();
        assertThat(notes()).isNotEmpty().doesNotContain(TEXT);
        journal.write();
        assertThat(notes()).contains(TEXT);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void showsNothingOfTheCaseWhileItIsLocked() throws Exception {
        withoutContact(QuietCentral.LEASE);
        desk.changed(CASE);
        assertThat(open.stateProperty().get()).isEqualTo(OpenCase.State.LOCKED);
        assertThat(desk.dialogs.shown).as("nothing was being saved").isEmpty();
        journal.write();
        assertThat(open.stateProperty().get()).isEqualTo(OpenCase.State.LOCKED);
        assertThat(journal.writingProperty().get().text().text()).as("a click that came too late").isEqualTo(TEXT);
        inContactAgain();
        assertThat(open.stateProperty().get()).isEqualTo(OpenCase.State.OPEN);
        assertThat(journal.writingProperty().get().text().text()).isEqualTo(TEXT);
    }

    @Test
    void opensLockedAndFindsTheDraftWhenItOpens() throws Exception {
        open.close();
        withoutContact(QuietCentral.LEASE);
        OpenCase again = new OpenCase(CASE, desk.desk(), Duration.ZERO);
        again.open();
        assertThat(again.stateProperty().get()).isEqualTo(OpenCase.State.LOCKED);
        JournalViewModel later = new JournalViewModel(again);
        inContactAgain();
        assertThat(later.writingProperty().get().text().text()).isEqualTo(TEXT);
    }

    @Test
    void aCaseThatNeverWasHereIsNotLocked() throws Exception {
        withoutContact(QuietCentral.LEASE);
        OpenCase none = new OpenCase(new UUID(1, 2), desk.desk(), Duration.ZERO);
        none.open();
        assertThat(none.stateProperty().get()).isEqualTo(OpenCase.State.NOT_HERE);
    }
}
