package se.trepart.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.followup.CasePlanning;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Settling;
import se.trepart.model.merge.Settling.Chosen;
import se.trepart.model.merge.WaitingConflict;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Presence;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.installer.demo.TestOffice.await;

/** The caseworker Karin and the consultant Leyla on a workstation each, over a real central store: what both do of one plan survives. */
@Timeout(240)
class PlanOnTwoWorkstationsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AFTER_A_PAUSE = Duration.ofSeconds(60);
    private static final LocalDate TODAY = TestOffice.TODAY;
    private static final LocalDate MONDAY = Attendance.monday(TODAY);
    private static final PlanningSettings SETTINGS = ShippedPlanningSettings.of(Unit.MUNICIPALITY);

    @TempDir
    static Path home;
    private static TestOffice office;

    private Seat karin;
    private Seat leyla;
    private CaseFile file;
    private Action action;

    @BeforeAll
    static void open() throws Exception {
        office = TestOffice.empty(home);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void sitDown() throws IOException {
        file = new CaseFile(UUID.randomUUID(), DemoStaff.ECONOMY.id(), "2026-00777", DemoStaff.KARIN.id(), Phase.RUNNING,
                TODAY.minusMonths(6), TODAY.minusMonths(4), null, null);
        Person person = new Person(new PersonalNumber("19900125T238"), "Åsa", "Öberg", null, "", "", Protection.NONE, null);
        Adult adult = new Adult(UUID.randomUUID(), AdultRole.APPLICANT, person, false, null);
        Household household = new Household(UUID.randomUUID(), file.unitId(), file.id(), MaritalStatus.SINGLE, List.of(adult), List.of(), 0,
                file.openedOn());
        Plan plan = new Plan(UUID.randomUUID(), file.unitId(), file.id(), adult.id(), DemoStaff.LEYLA.id(), null, "jobb i kök", List.of(),
                TODAY.minusMonths(2), TODAY.plusMonths(1), List.of(), null);
        action = Action.begin(UUID.randomUUID(), plan, null,
                new ActionTerms("internship", "Skolköket", DemoStaff.LEYLA.id(), MONDAY.minusWeeks(6), TODAY.plusWeeks(5), 20, "vana"),
                List.of());
        office.give(List.of(file, household, plan, action));
        karin = office.sit(DemoStaff.KARIN).synced();
        leyla = office.sit(DemoStaff.LEYLA).synced();
    }

    @AfterEach
    void leave() throws IOException {
        karin.close();
        leyla.close();
        office.startCentral();
    }

    @Test
    void bothWorkWithoutNetworkAndBothSurvive() throws Exception {
        office.stopCentral();
        LocalDate later = TODAY.plusWeeks(9);
        change(karin, Action.class, action.id(), now -> now.change(UUID.randomUUID(), now.terms().until(later), "Behöver mer tid",
                DemoStaff.KARIN.id(), Role.CASEWORKER, TODAY, SETTINGS));
        mark(leyla, MONDAY, Presence.PRESENT);
        mark(leyla, MONDAY.plusDays(1), Presence.INVALID);
        assertThat(find(leyla, Action.class, action.id()).terms().endsOn()).as("Leyla cannot know yet").isEqualTo(TODAY.plusWeeks(5));
        office.startCentral();
        for (Seat seat : List.of(karin, leyla)) {
            seat.store().sync().now();
            await("both changes", AFTER_A_PAUSE, () -> find(seat, Action.class, action.id()).terms().endsOn().equals(later)
                    && presences(seat).equals(List.of(Presence.PRESENT, Presence.INVALID)));
            await("all is sent", AFTER_A_PAUSE, () -> seat.store().sync().status().unsent() == 0);
            assertThat(find(seat, Action.class, action.id()).extended()).isTrue();
            assertThat(conflicts(seat)).isEmpty();
        }
        // of the case, a consultant's workstation holds the plan side and nothing else
        assertThat(leyla.store().documents().caseDocuments(file.id())).extracting(Document::documentType)
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("CASE_FILE", "HOUSEHOLD", "PLAN", "ACTION", "ATTENDANCE");
    }

    @Test
    void r24AnInvalidAbsenceIsOnTheCaseworkersDayAfterOneSync() {
        karin.store().sync().fieldMode(true);
        mark(leyla, MONDAY, Presence.INVALID);
        await("it is sent", SOON, () -> leyla.store().sync().status().unsent() == 0);
        assertThat(toDo(karin)).extracting(DayItem::kind).doesNotContain(Kind.INVALID_ABSENCE);
        Instant before = karin.store().sync().status().lastSuccess();
        karin.store().sync().fieldMode(false);
        await("one sync", AFTER_A_PAUSE, () -> !before.equals(karin.store().sync().status().lastSuccess()));
        DayItem item = toDo(karin).getFirst();
        assertThat(item.kind()).isEqualTo(Kind.INVALID_ABSENCE);
        assertThat(item.since()).isEqualTo(MONDAY);

        // and what it led to is Karin's alone
        Attendance week = find(karin, Attendance.class, Attendance.of(action, MONDAY).id());
        karin.store()
                .documents()
                .save(Intent.create(AbsenceResponse.record(week, week.marks().getFirst(), AbsenceResponse.Led.TALKED, "bussen gick inte",
                        DemoStaff.KARIN.id(), Instant.now())));
        assertThat(toDo(karin)).extracting(DayItem::kind).doesNotContain(Kind.INVALID_ABSENCE);
        Reminder after = Reminder.set(UUID.randomUUID(), file.unitId(), file.id(), Side.PLAN, "ring köket", TODAY, null,
                DemoStaff.KARIN.id(), TODAY);
        karin.store().documents().save(Intent.create(after));
        await("what came after it is at Leyla's", SOON, () -> leyla.store().documents().find(Reminder.class, after.id()).isPresent());
        assertThat(leyla.store().documents().list(AbsenceResponse.class, ListFilter.ALL)).isEmpty();
    }

    @Test
    void r23TermsThatBothChangedAreLaidBeforeBothAndSettledByOne() throws Exception {
        office.stopCentral();
        UnaryOperator<Action> karins = now -> now.change(UUID.randomUUID(), now.terms().until(TODAY.plusWeeks(9)), "Behöver mer tid",
                DemoStaff.KARIN.id(), Role.CASEWORKER, TODAY, SETTINGS);
        UnaryOperator<Action> leylas = now -> now.change(UUID.randomUUID(), now.terms().until(TODAY.plusWeeks(7)), "Köket har plats",
                DemoStaff.LEYLA.id(), Role.CONSULTANT, TODAY, SETTINGS);
        change(karin, Action.class, action.id(), karins);
        change(leyla, Action.class, action.id(), leylas);
        settledByLeyla("ACTION");
        // the central store carries out what was chosen: also Leyla sees it when it has come back
        for (Seat seat : List.of(karin, leyla)) {
            await("Leyla's on both", AFTER_A_PAUSE,
                    () -> find(seat, Action.class, action.id()).terms().endsOn().equals(TODAY.plusWeeks(7)));
        }
    }

    @Test
    void r24ADayThatBothMarkedIsLaidBeforeBothAndSettledByOne() throws Exception {
        office.stopCentral();
        mark(karin, MONDAY, Presence.OTHER_VALID);
        mark(leyla, MONDAY, Presence.INVALID);
        settledByLeyla("ATTENDANCE");
        for (Seat seat : List.of(karin, leyla)) {
            await("the same on both", AFTER_A_PAUSE, () -> presences(seat).equals(List.of(Presence.INVALID)));
        }
    }

    /** Back on the network: the clash is before both, first in their lists as their own, and Leyla takes her own change. */
    private void settledByLeyla(String about) throws IOException {
        office.startCentral();
        // who comes first is a matter of chance: Karin's is in before Leyla's
        leyla.store().sync().fieldMode(true);
        karin.store().sync().now();
        await("Karin's is in", AFTER_A_PAUSE, () -> karin.store().sync().status().unsent() == 0);
        leyla.store().sync().fieldMode(false);
        for (Seat seat : List.of(karin, leyla)) {
            await("the clash is seen", AFTER_A_PAUSE, () -> !conflicts(seat).isEmpty());
            List<WaitingConflict> waiting = WaitingConflict.of(conflicts(seat), seat.person(), Set.of(), Set.of());
            assertThat(waiting).singleElement().satisfies(one -> {
                assertThat(one.urgency()).isEqualTo(WaitingConflict.Urgency.OWN);
                assertThat(one.conflict().aboutType()).isEqualTo(about);
            });
        }
        Conflict conflict = conflicts(leyla).getFirst();
        Map<String, Chosen> mine = new HashMap<>();
        conflict.choices().forEach(choice -> mine.put(choice.key(), new Chosen.Mine()));
        leyla.store()
                .documents()
                .save(Intent.change(conflict, Settling.settle(conflict, mine, "jag var där", DemoStaff.LEYLA.id(), Instant.now())));
        for (Seat seat : List.of(karin, leyla)) {
            await("it is settled", AFTER_A_PAUSE, () -> conflicts(seat).isEmpty());
        }
    }

    private List<DayItem> toDo(Seat seat) {
        List<Document> documents = seat.store().documents().caseDocuments(file.id());
        Household household = (Household) documents.stream().filter(Household.class::isInstance).findFirst().orElseThrow();
        return new CasePlanning(find(seat, CaseFile.class, file.id()), household, documents, SETTINGS, TODAY).toDo();
    }

    private void mark(Seat seat, LocalDate day, Presence presence) {
        Attendance empty = Attendance.of(action, day);
        UnaryOperator<Attendance> marking = week -> week.mark(day, presence, 240, presence.absent() ? 0 : 240, "", seat.person().id(),
                Instant.now());
        if (seat.store().documents().find(Attendance.class, empty.id()).isPresent()) {
            change(seat, Attendance.class, empty.id(), marking);
        } else {
            seat.store().documents().save(Intent.create(marking.apply(empty)));
        }
    }

    private List<Presence> presences(Seat seat) {
        return seat.store()
                .documents()
                .inCase(Attendance.class, file.id())
                .stream()
                .flatMap(week -> week.marks().stream())
                .sorted(java.util.Comparator.comparing(Attendance.Mark::on))
                .map(Attendance.Mark::presence)
                .toList();
    }

    private List<Conflict> conflicts(Seat seat) {
        return seat.store().documents().inCase(Conflict.class, file.id()).stream().filter(Conflict::open).toList();
    }

    private static <D extends Document> D find(Seat seat, Class<D> type, UUID id) {
        return seat.store().documents().find(type, id).orElseThrow();
    }

    private static <D extends Document> void change(Seat seat, Class<D> type, UUID id, UnaryOperator<D> how) {
        D before = find(seat, type, id);
        seat.store().documents().save(Intent.change(before, how.apply(before)));
    }
}
