package se.trepart.app.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.SimpleBooleanProperty;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.app.sync.SyncCentreViewModel.FailedRow;
import se.trepart.app.sync.SyncCentreViewModel.Standing;
import se.trepart.local.cache.Rescued;
import se.trepart.local.outbox.Failed;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.local.sync.SyncStatus.Progress;
import se.trepart.local.sync.SyncStatus.Progress.What;
import se.trepart.wire.PushReply.Result;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.id;

class SyncCentreTest {

    @TempDir
    Path folder;

    private final SyncSays sync = new SyncSays();
    private CaseDesk office;
    private Desk desk;
    private Directory directory;
    private SyncCentreViewModel model;

    @BeforeEach
    void open() {
        office = new CaseDesk(folder, CaseSamples.KARIN).with(CaseSamples.municipality()).with(CaseSamples.amina());
        desk = sync.on(office.desk());
        directory = new Directory(desk.documents(), CaseSamples.KARIN);
        sync.failed.add(failed(701, "APPLICATION", Result.REJECTED, "locked", Map.of("declaration.sharedHomeSize", "3",
                "declaration.costs[" + id(702) + "].applied", "745000", "caseId", "\"" + CaseSamples.CASE + "\"")));
        model = new SyncCentreViewModel(desk, directory, new SimpleBooleanProperty());
    }

    @AfterEach
    void close() throws Exception {
        assertThat(office.errors).isEmpty();
        model.close();
        directory.close();
        office.close();
    }

    private static Failed failed(int n, String type, Result result, String reason, Map<String, String> content) {
        return new Failed(id(n), type, CaseSamples.DECEMBER, CaseSamples.CASE, result, reason, Instant.parse("2026-11-22T09:00:00Z"),
                new TreeMap<>(content));
    }

    private Standing standing() {
        return model.standing().get();
    }

    @Test
    void tellsTheLastSuccessApartFromTheLastAttempt() {
        assertThat(standing().connection()).isEqualTo("Ansluten");
        assertThat(standing().unsent()).isEqualTo("3 väntar på att skickas");
        assertThat(standing().lastSuccess()).isEqualTo("09:12");
        assertThat(standing().lastAttempt()).isEqualTo("10:29");
        assertThat(standing().cause()).isEmpty();
    }

    @Test
    void everyCauseHasItsOwnWordsAndSaysWhatToDo() {
        assertThat(Arrays.stream(Problem.values()).filter(problem -> problem != Problem.NONE)).hasSizeGreaterThan(8).allSatisfy(problem -> {
            sync.says(SyncSays.standing(Connection.OFFLINE, problem, Set.of(), null, Duration.ZERO, null));
            assertThat(standing().cause()).isNotBlank();
            assertThat(standing().whatToDo()).hasSizeGreaterThan(30);
            assertThat(desk.texts().name("shell.problem", problem)).isNotBlank();
        });
        assertThat(Arrays.stream(Problem.values())
                .filter(problem -> problem != Problem.NONE)
                .map(problem -> desk.texts().name("shell.cause-do", problem))).doesNotHaveDuplicates();
    }

    @Test
    void theUsersOwnFieldModeIsNoProblem() {
        sync.says(SyncSays.standing(Connection.FIELD_MODE, Problem.NO_NETWORK, Set.of(), null, Duration.ZERO, null));
        assertThat(standing().cause()).isEmpty();
    }

    @Test
    void whatWasNotTakenInStandsWithItsReasonAndWhatWasTyped() {
        assertThat(model.failed()).singleElement().satisfies(row -> {
            assertThat(row.heading()).isEqualTo("Ansökan · Öberg, Amina");
            assertThat(row.why()).isEqualTo("10:00: Det är låst.");
            assertThat(row.content()).containsExactly("Sökt belopp: 7\u00A0450\u00A0kr", "Antal som delar bostaden: 3");
            assertThat(row.again()).isTrue();
        });
        model.tryAgain(model.failed().getFirst());
        assertThat(sync.asked).containsExactly("again");
        assertThat(model.failed()).isEmpty();
    }

    @Test
    void aFailedChangeLeavesTheListOnlyWhenTheUserSaysSoTwice() {
        FailedRow row = model.failed().getFirst();
        office.dialogs.answer(false);
        model.dismiss(row);
        assertThat(model.failed()).hasSize(1);
        office.dialogs.answer(true);
        model.dismiss(row);
        assertThat(model.failed()).isEmpty();
    }

    @Test
    void whatTheTeamLeadHasCannotBeTriedAgain() {
        sync.failed.add(failed(703, "TOMORROWS_KIND", Result.QUARANTINED, "", Map.of()));
        sync.says(sync.status());
        assertThat(model.failed().getLast().again()).isFalse();
        assertThat(model.failed().getLast().why()).endsWith("Enhetens arbetsledare har det.");
        assertThat(model.failed().getLast().heading()).isEqualTo("Något i ärendet · Öberg, Amina");
    }

    @Test
    void aChoiceThatCameTooLateIsMadeAgainWhereTheConflictIs() {
        sync.failed.clear();
        String field = "fields[" + id(705) + "].";
        sync.failed.add(
                failed(704, "CONFLICT", Result.REJECTED, "changed_since", Map.of(field + "reason", "\"Hyran stod fel\"", field + "chosen",
                        "\"745000\"", "resolvedBy", "\"" + CaseSamples.KARIN.id() + "\"", "resolvedAt", "\"2026-11-22T09:00:00Z\"")));
        sync.says(sync.status());
        FailedRow row = model.failed().getFirst();
        assertThat(row.heading()).isEqualTo("Valet i en konflikt · Öberg, Amina");
        assertThat(row.content()).containsExactly("Skäl: Hyran stod fel", "Valt av: Karin Berg");
        assertThat(row.again()).isFalse();
        assertThat(row.conflict()).isEqualTo(CaseSamples.DECEMBER);
        model.openConflict(row.conflict());
        assertThat(office.navigator.place().get()).isEqualTo(new OfConflict(row.conflict()));
    }

    @Test
    void whatIsFetchedShowsHowFarItHasComeAndCanBeCancelled() {
        sync.says(
                SyncSays.standing(Connection.ONLINE, Problem.NONE, Set.of(), new Progress(What.SNAPSHOTS, 250, 1000), Duration.ZERO, null));
        assertThat(standing().progress()).isEqualTo("Hämtar enhetens ärenden: 250 av 1000");
        assertThat(standing().part()).isEqualTo(0.25);
        sync.says(SyncSays.standing(Connection.ONLINE, Problem.NONE, Set.of(), new Progress(What.DOCUMENTS, 250, 0), Duration.ZERO, null));
        assertThat(standing().part()).isNegative();
        model.cancel();
        assertThat(sync.asked).containsExactly("cancel");
    }

    @Test
    void lockedUnitsAWrongClockAndARescueAreTold() {
        sync.says(SyncSays.standing(Connection.OFFLINE, Problem.NO_NETWORK, Set.of(CaseSamples.UNIT), null, Duration.ofMinutes(-12),
                new Rescued(7, 1, "x")));
        assertThat(standing().remarks()).hasSize(4)
                .anyMatch(words -> words.startsWith("Mottagningen är låst på den här datorn"))
                .anyMatch(words -> words.startsWith("1 ändring från dig väntar hos enhetens arbetsledare"))
                .anyMatch(words -> words.startsWith("Datorns klocka går 12 minuter före"))
                .anyMatch(words -> words.contains("Räddat: 7. Gick inte att läsa: 1."));
    }

    @Test
    void theWayToTheConflictsIsHere() {
        model.openConflicts();
        assertThat(office.navigator.place().get()).isEqualTo(Aside.CONFLICTS);
    }
}
