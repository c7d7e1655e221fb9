package se.trepart.app.today;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import se.trepart.app.Office;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.conflict.ConflictsViewModel;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.CallMeeting;
import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.app.shell.Place.OfMeeting;
import se.trepart.app.today.TodayRow.Group;
import se.trepart.local.cache.SetAside;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.merge.Conflict;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.Presence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TodayViewModelTest {

    @TempDir
    Path folder;

    @Test
    void r20TheEarlyMeetingStandsThereAlsoWhenTheApplicationIsDecidedAndCountsFromIt() throws Exception {
        try (Office office = new Office(folder)) {
            office.household(1, "Amina", "Öberg", Phase.INTAKE, ApplicationStatus.DECIDED, Protection.NONE);
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
                assertThat(model.rows()).filteredOn(row -> row.what().equals(desk.texts().of("today.kind.EARLY_MEETING")))
                        .singleElement()
                        // the application came yesterday; the intake began two months ago
                        .satisfies(row -> assertThat(row.when()).startsWith("om 13 dagar"));
            }
        }
    }

    @Test
    void whoKeepsTheCatalogueAndHasNoPlaceForPlansReachesItFromHere() throws Exception {
        Staff maria = new Staff(CaseSamples.id(18), Unit.MUNICIPALITY, "maria", "Maria", "", "", List.of(Role.ADMINISTRATOR), List.of(),
                List.of(), true, CaseSamples.TODAY);
        for (Staff one : List.of(maria, CaseSamples.KARIN)) {
            try (CaseDesk office = new CaseDesk(folder.resolve(one.subject()), one);
                    Directory directory = new Directory(office.desk().documents(), one);
                    TodayViewModel model = new TodayViewModel(office.desk(), directory, new ConflictsViewModel(office.desk(), directory),
                            () -> {})) {
                assertThat(model.keepsCatalogueOnly()).as(one.name()).isEqualTo(one == maria);
                model.openCatalogue();
                assertThat(office.navigator.place().get()).isEqualTo(Aside.OFFERS);
            }
        }
    }

    @Test
    void saysWhatWhoSinceWhenAndWhyAndOpensTheCaseThere() throws Exception {
        try (Office office = new Office(folder)) {
            var caseId = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
                TodayRow row = model.rows().stream().filter(r -> r.what().equals("Ny ansökan")).findFirst().orElseThrow();
                assertThat(row.who()).isEqualTo("Öberg, Amina");
                assertThat(row.when().replace('\u00A0', ' ')).isEqualTo("väntar sedan 22 nov");
                assertThat(row.why()).contains("prövas");
                row.open().run();
                assertThat(desk.navigator().place().get()).isInstanceOfSatisfying(InCase.class, place -> {
                    assertThat(place.caseId()).isEqualTo(caseId);
                    assertThat(place.place()).isEqualTo(CasePlace.APPLICATION);
                });
                assertThat(model.count().get()).isEqualTo(model.rows().size());
            }
        }
    }

    @Test
    void whatTwoHaveChangedStandsHereWithTheWayToIt() throws Exception {
        try (Office office = new Office(folder)) {
            var caseId = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
            Conflict conflict = new Conflict(Office.id(901), Office.RUNNING.id(), caseId, "CASE_FILE", caseId, null, Office.id(902), 1, 2,
                    Office.MEHMET.id(), null, Office.KARIN.id(), Office.CLOCK.instant(), List.of(), "", null, null);
            office.save(conflict);
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
                TodayRow row = model.rows().stream().filter(r -> r.what().equals("Två har ändrat: Ärendet")).findFirst().orElseThrow();
                assertThat(row.who()).isEqualTo("Öberg, Amina");
                assertThat(row.why()).isEqualTo("Mehmet Åkerlund och Karin Berg. Gäller dig.");
                row.open().run();
                assertThat(desk.navigator().place().get()).isEqualTo(new OfConflict(conflict.id()));
            }
        }
    }

    @Test
    void r22YearsOfDecisionsAreReadForTheUsersOwnCasesThatNobodyHasReferred() throws Exception {
        try (Office office = new Office(folder)) {
            UUID mine = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
            for (int month = 0; month < 25; month++) {
                office.save(granted(mine, YearMonth.of(2026, 11).minusMonths(month)));
            }
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
                assertThat(model.rows()).filteredOn(row -> row.what().equals("Länge utan remiss"))
                        .extracting(row -> row.when().replace('\u00A0', ' '))
                        .containsExactly("väntar sedan 1 nov 2024");
            }
        }
    }

    @Test
    void r24ADayAwayWithoutAValidReasonIsHereAsSoonAsItArrives() throws Exception {
        try (Office office = new Office(folder)) {
            UUID caseId = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
                assertThat(model.rows()).extracting(TodayRow::what).doesNotContain("Ogiltig frånvaro");
                Mark away = new Mark(Office.id(911), Office.TODAY, Presence.INVALID, 300, 0, "kom inte", Office.id(912),
                        Office.CLOCK.instant());
                office.save(new Attendance(Office.id(913), Office.RUNNING.id(), caseId, Office.id(3001), Office.id(914),
                        Attendance.monday(Office.TODAY), List.of(away)));
                TodayRow row = model.rows().stream().filter(r -> r.what().equals("Ogiltig frånvaro")).findFirst().orElseThrow();
                row.open().run();
                assertThat(desk.navigator().place().get()).isEqualTo(new InCase(caseId, CasePlace.PLANNING, away.id().toString()));
            }
        }
    }

    @Test
    void whatIsAboutAMeetingLeadsToIt() throws Exception {
        try (Office office = new Office(folder)) {
            UUID caseId = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
            MeetingNotes notes = new MeetingNotes(List.of(), "", "",
                    List.of(new Agreement(Office.id(931), Party.CASEWORKER, "Ser över resorna", null)),
                    Set.of(Party.APPLICANT, Party.CONSULTANT), Office.TODAY.plusDays(20), "");
            TripartiteMeeting held = meeting(caseId, 921, Office.TODAY.minusDays(9)).write(notes)
                    .finish(Office.KARIN.id(), Office.CLOCK.instant());
            office.save(held);
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
                assertThat(leadsTo(desk, model, Kind.AGREEMENT)).isEqualTo(new OfMeeting(held.id()));
                assertThat(leadsTo(desk, model, Kind.NEXT_MEETING_TO_CALL)).isEqualTo(new CallMeeting(caseId, held.memberId()));
                office.save(meeting(caseId, 922, Office.TODAY.plusDays(3)), meeting(caseId, 923, Office.TODAY.minusDays(3)));
                assertThat(leadsTo(desk, model, Kind.MEETING_SOON)).isEqualTo(new OfMeeting(Office.id(922)));
                assertThat(leadsTo(desk, model, Kind.MEETING_NOTES_LEFT)).isEqualTo(new OfMeeting(Office.id(923)));
            }
        }
    }

    private static Place leadsTo(Desk desk, TodayViewModel model, Kind kind) {
        model.rows().stream().filter(row -> row.item() != null && row.item().kind() == kind).findFirst().orElseThrow().open().run();
        return desk.navigator().place().get();
    }

    private static TripartiteMeeting meeting(UUID caseId, int number, LocalDate day) {
        List<Participant> three = List.of(Participant.called(Office.id(number + 20), Party.APPLICANT, null, "Amina Öberg"),
                Participant.called(Office.id(number + 30), Party.CASEWORKER, Office.KARIN.id(), Office.KARIN.name()),
                Participant.called(Office.id(number + 40), Party.CONSULTANT, null, "Ola Ek"));
        return TripartiteMeeting.call(Office.id(number), Office.RUNNING.id(), caseId, Office.id(3001), null,
                new MeetingTime(day.atTime(10, 0), 45, "Rum 2", ""), "Följa upp", three, Office.KARIN.id(), day.minusDays(10));
    }

    private static Decision granted(UUID caseId, YearMonth month) {
        DecisionItem item = new DecisionItem(UUID.randomUUID(), null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, Money.kronor(9000),
                Money.kronor(9000), "", "");
        return new Decision(UUID.randomUUID(), Office.RUNNING.id(), caseId, Office.id(7001), null, DecisionKind.AID, DecisionStatus.MADE,
                month, month.atDay(1), Office.KARIN.id(), List.of(item), "", "", null, List.of(), Office.KARIN.id(), Role.CASEWORKER,
                month.atDay(1), null);
    }

    @Test
    void theMostUrgentStandsFirst() throws Exception {
        try (Office office = new Office(folder)) {
            office.fill();
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
                assertThat(model.rows()).hasSizeGreaterThan(2).extracting(TodayRow::group).isSorted();
            }
        }
    }

    @Test
    void filesThatWereSetAsideNeedTheUserToo() throws Exception {
        try (Office office = new Office(folder)) {
            office.workstation.setAside()
                    .put(new SetAside.File(Office.id(900), "fil.json", "/x/fil.json", new byte[0], List.of("/: trasig"),
                            Office.CLOCK.instant()));
            Desk desk = office.desk();
            boolean[] opened = new boolean[1];
            try (Directory directory = new Directory(desk.documents(), desk.staff());
                    TodayViewModel model = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory),
                            () -> opened[0] = true)) {
                assertThat(model.rows()).singleElement().satisfies(row -> {
                    assertThat(row.what()).isEqualTo("1 fil kunde inte läsas in");
                    assertThat(row.group()).isEqualTo(Group.SOON);
                    row.open().run();
                });
                assertThat(opened[0]).isTrue();
            }
        }
    }
}
