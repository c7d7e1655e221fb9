package se.trepart.installer.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.letter.LetterOffice;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.Outcome;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.followup.DayList;
import se.trepart.model.followup.DayWork;
import se.trepart.model.followup.PlanWork;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.followup.Snooze;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.Phrase;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.ActionOffer;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoMunicipalityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PlanningSettings SETTINGS = ShippedPlanningSettings.of(Unit.MUNICIPALITY);
    private final DemoMunicipality municipality = DemoMunicipality.of(2026, TODAY);

    @Test
    void isTheSameForTheSameSeedAndDay() {
        assertThat(DemoMunicipality.of(2026, TODAY)).isEqualTo(municipality);
    }

    @Test
    void hasHouseholdsOfAllKinds() {
        List<Household> households = all(Household.class);
        assertThat(households.size() + municipality.waiting().size()).isGreaterThanOrEqualTo(60);
        assertThat(households.stream().map(h -> h.adults().size()).collect(Collectors.toSet())).containsExactlyInAnyOrder(1, 2);
        assertThat(households.stream().map(h -> h.children().size()).collect(Collectors.toSet())).contains(0, 1, 2, 3, 4, 5, 6);
        assertThat(households).anyMatch(h -> h.children().stream().anyMatch(c -> c.partTime()));
        assertThat(households).anyMatch(h -> h.applicant().person().interpreterLanguage() != null);
        assertThat(households).anyMatch(h -> h.sharedHomeSize() > 0);
        assertThat(households).filteredOn(Household::isProtected).hasSize(2);
    }

    @Test
    void S10_itsPhrasesCouldBePublishedAndOneIsToBeReadAgain() {
        LetterOffice office = new LetterOffice(Rulebook.shipped());
        assertThat(all(Phrase.class)).hasSizeGreaterThan(4)
                .allSatisfy(phrase -> assertThat(office.prove(phrase).remarks()).as(phrase.name()).isEmpty());
        assertThat(all(Phrase.class)).filteredOn(phrase -> phrase.upkeep().reviewDue(TODAY)).hasSize(1);
    }

    @Test
    void hasAYearOfWorkAtEveryStage() {
        assertThat(all(Application.class).stream().map(Application::status).collect(Collectors.toSet())).contains(
                ApplicationStatus.RECEIVED, ApplicationStatus.WAITING, ApplicationStatus.INVESTIGATED, ApplicationStatus.WITH_DECIDER,
                ApplicationStatus.RETURNED, ApplicationStatus.DECIDED);
        assertThat(all(Decision.class).stream().filter(Decision::made).map(Decision::outcome).collect(Collectors.toSet()))
                .contains(Outcome.GRANTED, Outcome.REFUSED);
        Set<java.time.YearMonth> months = all(Application.class).stream()
                .map(Application::period)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(months).hasSizeGreaterThanOrEqualTo(11);
        assertThat(all(JournalNote.class)).hasSizeGreaterThan(200);
        assertThat(all(Letter.class)).hasSizeGreaterThan(150);
        assertThat(all(CaseFile.class).stream().filter(c -> c.responsible() == null)).isNotEmpty();
    }

    @Test
    void hasAYearOfPlansAtEveryStage() {
        assertThat(all(Referral.class)).extracting(Referral::status).contains(Referral.Status.values());
        assertThat(all(Referral.class))
                .anyMatch(referral -> referral.unanswered() && referral.answerBy(SETTINGS).orElseThrow().isBefore(TODAY));
        List<Action> actions = all(Action.class);
        assertThat(actions).extracting(action -> action.status(TODAY)).contains(Action.Status.values());
        assertThat(actions).flatExtracting(action -> action.proposal().stream().map(ActionChange::asks).toList())
                .containsExactlyInAnyOrder(Asks.CASEWORKER, Asks.TEAM_LEAD);
        Map<se.trepart.model.plan.Outcome, Long> outcomes = actions.stream()
                .filter(action -> action.ending() != null)
                .collect(Collectors.groupingBy(action -> action.ending().outcome(), Collectors.counting()));
        assertThat(outcomes.keySet()).containsExactlyInAnyOrder(se.trepart.model.plan.Outcome.values());
        // some are enough to be shown and some would tell of a person
        assertThat(outcomes.values()).anyMatch(count -> count >= SETTINGS.smallCount()).anyMatch(count -> count < SETTINGS.smallCount());
        assertThat(actions).anyMatch(action -> action.terms().startsOn().isBefore(TODAY.minusMonths(6)));
    }

    @Test
    void hasAttendanceOfAllKindsMeetingsAndReminders() {
        Set<UUID> dealtWith = all(AbsenceResponse.class).stream().map(AbsenceResponse::markId).collect(Collectors.toSet());
        List<Mark> marks = all(Attendance.class).stream().flatMap(week -> week.marks().stream()).toList();
        assertThat(marks).hasSizeGreaterThan(1_500).extracting(Mark::presence).contains(Presence.values());
        List<Mark> invalid = marks.stream().filter(mark -> mark.presence() == Presence.INVALID).toList();
        assertThat(invalid).anyMatch(mark -> dealtWith.contains(mark.id())).anyMatch(mark -> !dealtWith.contains(mark.id()));
        assertThat(all(AttendanceSummary.class)).extracting(AttendanceSummary::documentState).contains("SENT", "READ");
        List<TripartiteMeeting> meetings = all(TripartiteMeeting.class);
        assertThat(meetings).extracting(TripartiteMeeting::status).contains(TripartiteMeeting.Status.values());
        assertThat(meetings).anyMatch(meeting -> !meeting.moves().isEmpty())
                .anyMatch(meeting -> meeting.seriesId() != null)
                .anyMatch(meeting -> meeting.status() == TripartiteMeeting.Status.CALLED && meeting.on().isAfter(TODAY));
        assertThat(all(AgreementResult.class)).extracting(AgreementResult::done).contains(true, false);
        assertThat(all(Reminder.class)).extracting(Reminder::side).contains(Side.values());
        assertThat(all(Snooze.class)).isNotEmpty();
        assertThat(all(ActionOffer.class)).hasSizeGreaterThan(10);
        assertThat(all(PlanningSettings.class)).hasSize(1);
    }

    /** Every line of the plan side that the day's list knows has somebody to stand before. */
    @Test
    void nobodysDayIsEmptyAndEveryKindOfPlanLineIsThere() {
        Set<DayItem.Kind> kinds = municipality.staff()
                .stream()
                .flatMap(person -> person.roles().stream().flatMap(role -> DayList.of(work(), person, role, TODAY).stream()))
                .map(DayItem::kind)
                .collect(Collectors.toSet());
        assertThat(kinds).contains(Kind.INVALID_ABSENCE, Kind.NEW_REFERRAL, Kind.REFERRAL_RETURNED, Kind.REFERRAL_DECLINED,
                Kind.CHANGE_PROPOSED, Kind.ACTION_DUE, Kind.ACTION_ENDING, Kind.MEETING_SOON, Kind.MEETING_NOTES_LEFT,
                Kind.OTHER_TIME_ASKED, Kind.OWN_REMINDER, Kind.AGREEMENT, Kind.EARLY_MEETING, Kind.FIRST_MEETING_TO_CALL,
                Kind.NEXT_MEETING_TO_CALL, Kind.REFERRAL_UNANSWERED, Kind.PLAN_MISSING, Kind.PLAN_FOLLOW_UP, Kind.PLAN_WITHOUT_FOLLOW_UP,
                Kind.NO_CONTACT, Kind.SUMMARY_TO_READ, Kind.NO_REFERRAL);
        for (Staff person : List.of(DemoStaff.KARIN, DemoStaff.LEYLA, DemoStaff.OSKAR, DemoStaff.HANNA)) {
            assertThat(DayList.of(work(), person, person.roles().getFirst(), TODAY)).as(person.name()).hasSizeGreaterThan(5);
        }
    }

    private DayWork work() {
        PlanWork planning = new PlanWork(all(SelfSupport.class), all(Referral.class), all(Plan.class), all(Action.class),
                all(Attendance.class), all(AttendanceSummary.class), all(AbsenceResponse.class), all(TripartiteMeeting.class),
                all(AgreementResult.class), all(Reminder.class), all(Snooze.class), SETTINGS);
        return new DayWork(all(CaseFile.class), all(Household.class), all(Application.class), all(CompletionRequest.class),
                all(Investigation.class), all(Decision.class), all(Letter.class), all(ChecklistTemplate.class), List.of(), planning,
                Settings.at(all(Settings.class), TODAY), DelegationOrder.shipped());
    }

    @Test
    void thePlanSideIsAboutPeopleOfTheirOwnCases() {
        Map<UUID, Household> households = all(Household.class).stream().collect(Collectors.toMap(Household::caseId, h -> h));
        assertThat(all(Referral.class)).allMatch(r -> adult(households, r.caseId(), r.memberId()));
        assertThat(all(Action.class)).allMatch(a -> adult(households, a.caseId(), a.memberId()));
        // R34: a protected person has no consultant in the demo
        assertThat(all(Referral.class)).noneMatch(r -> households.get(r.caseId()).isProtected());
        Map<UUID, Action> actions = all(Action.class).stream().collect(Collectors.toMap(Action::id, a -> a));
        assertThat(all(Attendance.class)).allMatch(week -> actions.get(week.actionId()).memberId().equals(week.memberId()));
        assertThat(municipality.documents()).extracting(Document::id).doesNotHaveDuplicates();
    }

    private static boolean adult(Map<UUID, Household> households, UUID caseId, UUID memberId) {
        return households.get(caseId).adults().stream().anyMatch(adult -> adult.id().equals(memberId));
    }

    @Test
    void numbersAreOfTestPersonsOnlyAndNobodysTwice() {
        List<String> numbers = all(Household.class).stream().flatMap(Household::people).map(p -> p.number().value()).toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.charAt(8) == 'T');
    }

    @Test
    void noTwoChildrenInAFamilyShareAFirstName() {
        assertThat(all(Household.class)).allSatisfy(
                household -> assertThat(household.children()).extracting(child -> child.person().firstName()).doesNotHaveDuplicates());
    }

    @Test
    void nothingHappensAfterToday() {
        assertThat(all(Decision.class)).allSatisfy(d -> assertThat(d.preparedOn()).isBeforeOrEqualTo(TODAY));
        assertThat(all(JournalNote.class)).allSatisfy(n -> assertThat(n.eventOn()).isBeforeOrEqualTo(TODAY));
        assertThat(all(Letter.class)).allSatisfy(l -> assertThat(l.writtenOn()).isBeforeOrEqualTo(TODAY));
        assertThat(all(Referral.class)).allSatisfy(r -> assertThat(r.writtenOn()).isBeforeOrEqualTo(TODAY));
        assertThat(all(Plan.class)).allSatisfy(p -> assertThat(p.madeOn()).isBeforeOrEqualTo(TODAY));
        assertThat(all(Attendance.class)).flatExtracting(Attendance::marks).allSatisfy(m -> assertThat(m.on()).isBefore(TODAY));
        assertThat(all(Action.class)).filteredOn(a -> a.ending() != null)
                .allSatisfy(a -> assertThat(a.ending().on()).isBeforeOrEqualTo(TODAY));
        assertThat(all(TripartiteMeeting.class)).filteredOn(m -> m.finishedAt() != null)
                .allSatisfy(m -> assertThat(m.on()).isBeforeOrEqualTo(TODAY));
    }

    @Test
    void standsOnAnyDayThatHasANorm() {
        for (LocalDate day : Arrays.asList(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 6, 30),
                LocalDate.of(2026, 11, 1))) {
            assertThat(DemoMunicipality.of(7, day).documents()).isNotEmpty();
        }
    }

    private <D extends Document> List<D> all(Class<D> type) {
        return municipality.documents().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
