package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.ReferralReturn;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.SelfSupport.NoEarlyMeeting;
import se.trepart.model.plan.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the caseworker Karin, the team lead Lena and the consultant Ola are told of Amina's way to self-support. */
class PlanRulesTest {

    private static final Staff KARIN = Sample.staff("karin", Role.CASEWORKER);
    private static final Staff LENA = Sample.staff("lena", Role.TEAM_LEAD);
    private static final Staff OLA = new Staff(Way.OLA, Sample.UNIT, "ola", "Ola", "", "", List.of(Role.CONSULTANT),
            List.of(Sample.UNIT, Way.LABOUR_MARKET), List.of(), true, Sample.TODAY);

    private LocalDate today = LocalDate.of(2026, 10, 1);
    private Phase phase = Phase.RUNNING;
    private UUID responsible = KARIN.id();
    private final List<Application> applications = new ArrayList<>();
    private final List<SelfSupport> supports = new ArrayList<>();
    private final List<Referral> referrals = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<Attendance> attendances = new ArrayList<>();
    private final List<AttendanceSummary> summaries = new ArrayList<>();
    private final List<AbsenceResponse> responses = new ArrayList<>();
    private final List<TripartiteMeeting> meetings = new ArrayList<>();
    private final List<AgreementResult> results = new ArrayList<>();
    private final List<Reminder> reminders = new ArrayList<>();
    private final List<Snooze> snoozes = new ArrayList<>();

    @Test
    void r24InvalidAbsenceReachesTheCaseworkerUntilItIsRecordedWhatItLedTo() {
        Attendance week = Attendance.of(Way.action(), today)
                .mark(today, Presence.INVALID, 360, 0, "kom inte", Way.OLA, Way.at("2026-10-01T12:00:00Z"));
        attendances.add(week);
        assertThat(kinds(KARIN, Role.CASEWORKER)).first().isEqualTo(Kind.INVALID_ABSENCE);
        responses.add(AbsenceResponse.record(week, week.invalid().getFirst(), AbsenceResponse.Led.TALKED, "försov sig", Way.KARIN,
                Way.at("2026-10-02T08:00:00Z")));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.INVALID_ABSENCE);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-27, false", "2026-08-28, true"})
    void r21AReferralWithoutAnswerIsPointedOutAfterItsLastDay(LocalDate day, boolean shown) {
        today = day;
        referrals.add(Way.sent());
        assertThat(kinds(KARIN, Role.CASEWORKER).contains(Kind.REFERRAL_UNANSWERED)).isEqualTo(shown);
        assertThat(kinds(OLA, Role.CONSULTANT)).containsExactly(Kind.NEW_REFERRAL);
    }

    @Test
    void r21TheCaseworkerCallsTheFirstMeetingAndTheConsultantMakesAPlan() {
        referrals.add(Way.accepted());
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.FIRST_MEETING_TO_CALL);
        assertThat(kinds(OLA, Role.CONSULTANT)).containsExactly(Kind.PLAN_MISSING);
        plans.add(Way.plan());
        meetings.add(meeting(LocalDate.of(2026, 9, 10)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.FIRST_MEETING_TO_CALL);
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.PLAN_MISSING);
        // nor is one asked for when it has led to what it was for
        plans.set(0, Way.plan().close(List.of(), LocalDate.of(2026, 11, 2)));
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.PLAN_MISSING);
    }

    @Test
    void r26AReturnAsksWhatComesNextUntilANewReferralIsWritten() {
        ReferralReturn why = new ReferralReturn("behöver vård först", "för sjuk", "två veckor", LocalDate.of(2026, 9, 20));
        referrals.add(Way.accepted().giveBack(Sample.id("back"), why, Way.OLA, Way.at("2026-09-21T08:00:00Z")));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.REFERRAL_RETURNED);
        referrals.add(Referral.begin(Sample.id("second"), Sample.UNIT, Sample.CASE, Way.AMINA, Way.LABOUR_MARKET, Way.KARIN, today));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.REFERRAL_RETURNED);
    }

    @Test
    void r23AProposalWaitsForTheOneItIsFor() {
        Action proposed = Way.askedFor()
                .change(Sample.id("c"), Way.terms().until(LocalDate.of(2027, 1, 29)), "mer tid", Way.OLA, Role.CONSULTANT, today,
                        Way.SETTINGS);
        actions.add(proposed);
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.CHANGE_PROPOSED);
        actions.set(0,
                Way.action()
                        .change(Sample.id("c"), Way.terms().until(LocalDate.of(2027, 6, 1)), "lång väg", Way.OLA, Role.CONSULTANT, today,
                                Way.SETTINGS));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.CHANGE_PROPOSED);
        assertThat(kinds(LENA, Role.TEAM_LEAD)).contains(Kind.CHANGE_PROPOSED);
        plans.add(Way.plan());
        actions.set(0, proposed.answer(false, "börja söka jobb", Way.KARIN, Role.CASEWORKER, today));
        assertThat(kinds(OLA, Role.CONSULTANT)).contains(Kind.PROPOSAL_ANSWERED);
        today = today.plusDays(8);
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.PROPOSAL_ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-27, ", "2026-10-28, ACTION_ENDING", "2026-11-26, ACTION_ENDING", "2026-11-27, ACTION_DUE",
            "2027-02-01, ACTION_DUE"})
    void r23AnActionNearItsLastDayIsToldToBoth(LocalDate day, Kind kind) {
        today = day;
        plans.add(Way.plan());
        actions.add(Way.action());
        for (List<Kind> told : List.of(kinds(KARIN, Role.CASEWORKER), kinds(OLA, Role.CONSULTANT))) {
            assertThat(told.stream().filter(Set.of(Kind.ACTION_ENDING, Kind.ACTION_DUE)::contains).toList())
                    .isEqualTo(kind == null ? List.of() : List.of(kind));
        }
        actions.set(0, Way.action().end(Way.ending(Outcome.STUDIES, null)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.ACTION_DUE, Kind.ACTION_ENDING);
    }

    @ParameterizedTest(name = "planned {0}, today {1}: {2}")
    @CsvSource({"2026-11-25, 2026-11-24, ", "2026-11-25, 2026-11-25, PLAN_FOLLOW_UP", ", 2026-09-01, PLAN_WITHOUT_FOLLOW_UP",
            ", 2026-11-28, PLAN_FOLLOW_UP", "2027-03-01, 2026-11-28, PLAN_FOLLOW_UP"})
    void r27APlanIsFollowedUpEveryThreeMonths(LocalDate followUpOn, LocalDate day, Kind kind) {
        today = day;
        plans.add(Way.plan().write("jobb i storkök", List.of(), followUpOn));
        assertThat(kinds(OLA, Role.CONSULTANT).stream().filter(Set.of(Kind.PLAN_FOLLOW_UP, Kind.PLAN_WITHOUT_FOLLOW_UP)::contains).toList())
                .isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void aParticipantWithoutContactForThreeWeeksIsPointedOut() {
        plans.add(Way.plan());
        today = Way.plan().madeOn().plusDays(21);
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.NO_CONTACT);
        today = today.plusDays(1);
        assertThat(kinds(OLA, Role.CONSULTANT)).contains(Kind.NO_CONTACT);
        attendances.add(Attendance.of(Way.action(), today.minusDays(5))
                .mark(today.minusDays(5), Presence.PRESENT, 360, 360, "", Way.OLA, Way.at("2026-09-15T12:00:00Z")));
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.NO_CONTACT);
    }

    @Test
    void r25WhatWasAgreedIsToldToWhoAgreedItUntilItIsKnownWhatBecameOfIt() {
        plans.add(Way.plan());
        MeetingNotes notes = new MeetingNotes(List.of(), "", "",
                List.of(new Agreement(Sample.id("a1"), Party.CONSULTANT, "ringa köket", null)), Set.of(Party.APPLICANT, Party.CASEWORKER),
                null, "målet är nått");
        TripartiteMeeting held = meeting(today.minusDays(3)).write(notes).finish(Way.KARIN, Way.at("2026-09-28T10:00:00Z"));
        meetings.add(held);
        assertThat(kinds(OLA, Role.CONSULTANT)).contains(Kind.AGREEMENT);
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.AGREEMENT);
        results.add(AgreementResult.of(held, notes.agreements().getFirst(), true, "", Way.OLA, today));
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.AGREEMENT);
    }

    @Test
    void r25ANextDateThatNobodyIsCalledToIsPointedOut() {
        MeetingNotes notes = new MeetingNotes(List.of(), "", "", List.of(), Set.of(Party.APPLICANT, Party.CASEWORKER, Party.CONSULTANT),
                today.plusDays(30), "");
        meetings.add(meeting(today.minusDays(3)).write(notes).finish(Way.KARIN, Way.at("2026-09-28T10:00:00Z")));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.NEXT_MEETING_TO_CALL);
        meetings.add(meeting(Sample.id("next"), today.plusDays(30)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.NEXT_MEETING_TO_CALL);
    }

    @Test
    void aMeetingNearAndOneWhoseNotesWereNeverFinishedAreTold() {
        meetings.add(meeting(today.plusDays(7)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.MEETING_SOON);
        today = today.plusDays(8);
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.MEETING_NOTES_LEFT).doesNotContain(Kind.MEETING_SOON);
    }

    @Test
    void theCaseworkerIsToldThatSomebodyAsksForAnotherTimeUntilItIsAnswered() {
        TripartiteMeeting asked = meeting(today.plusDays(20)).askFor(Way.OLA, today.plusDays(21).atTime(9, 0), "kurs", Way.OLA, today);
        meetings.add(asked);
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.OTHER_TIME_ASKED);
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.OTHER_TIME_ASKED);
        meetings.set(0, asked.refuseTime(Way.OLA, "tolken kan inte"));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.OTHER_TIME_ASKED);
    }

    @ParameterizedTest
    @CsvSource({"19880209T050, EARLY_MEETING", "20060209T050, EARLY_MEETING_FIRST"})
    void r20TheEarlyMeetingIsBookedFromTheApplicationTheYoungFirst(String number, Kind kind) {
        phase = Phase.INTAKE;
        applications.add(Sample.application(ApplicationKind.NEW));
        today = Sample.TODAY;
        assertThat(items(KARIN, Role.CASEWORKER, number)).filteredOn(item -> item.rule().equals("R20"))
                .extracting(DayItem::kind, DayItem::dueOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(kind, LocalDate.of(2026, 12, 4)));
        supports.add(SelfSupport.begin(Sample.id("s"), Sample.UNIT, Sample.CASE, Way.AMINA, today).bookEarlyMeeting(today.plusDays(3)));
        assertThat(items(KARIN, Role.CASEWORKER, number)).noneMatch(item -> item.rule().equals("R20"));
    }

    @Test
    void r20TheEarlyMeetingIsStillToBeBookedWhenEveryApplicationIsDecidedUntilSomebodySaysWhyNot() {
        phase = Phase.INTAKE;
        // Min dag holds no decided application: the day the intake began is what is known
        assertThat(items(KARIN, Role.CASEWORKER, "19880209T050")).filteredOn(item -> item.rule().equals("R20"))
                .singleElement()
                .satisfies(item -> assertThat(item.dueOn()).isEqualTo(today.minusDays(20).plusDays(14)));
        applications.add(Sample.application(ApplicationKind.NEW).with(ApplicationStatus.DECIDED));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.EARLY_MEETING);
        supports.add(SelfSupport.begin(Sample.id("s"), Sample.UNIT, Sample.CASE, Way.AMINA, today)
                .withoutEarlyMeeting(NoEarlyMeeting.because("börjar arbeta på måndag", Way.KARIN, today)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.EARLY_MEETING);
        supports.set(0, supports.getFirst().withoutEarlyMeeting(null));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.EARLY_MEETING);
        assertThatThrownBy(() -> NoEarlyMeeting.because(" ", Way.KARIN, today)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ownRemindersComeOnTheirDayAndMoneyIsNotForTheConsultant() {
        plans.add(Way.plan());
        reminders.add(Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.AID, "fråga om lönen", today, null, Way.KARIN, today));
        reminders.add(Reminder.set(Sample.id("r2"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring", today.plusDays(1), null, Way.OLA, today));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.OWN_REMINDER);
        today = today.plusDays(1);
        assertThat(kinds(OLA, Role.CONSULTANT)).contains(Kind.OWN_REMINDER);
        reminders.set(1, reminders.get(1).done(today));
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.OWN_REMINDER);
    }

    @Test
    void whatIsPutOffWithAReasonComesBackOnItsDay() {
        referrals.add(Way.accepted());
        DayItem item = items(KARIN, Role.CASEWORKER, "19880209T050").stream()
                .filter(found -> found.kind() == Kind.FIRST_MEETING_TO_CALL)
                .findFirst()
                .orElseThrow();
        snoozes.add(Snooze.of(item, Sample.UNIT, Side.AID, today.plusDays(5), "Amina är bortrest", Way.KARIN, today));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.FIRST_MEETING_TO_CALL);
        today = today.plusDays(5);
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.FIRST_MEETING_TO_CALL);
    }

    @Test
    void whatTheConsultantHasPutOffIsStillToldToTheCaseworker() {
        plans.add(Way.plan());
        actions.add(Way.action());
        today = Way.ENDS;
        DayItem due = items(OLA, Role.CONSULTANT, "19880209T050").stream()
                .filter(item -> item.kind() == Kind.ACTION_DUE)
                .findFirst()
                .orElseThrow();
        Snooze snooze = Snooze.of(due, Sample.UNIT, Side.PLAN, today.plusDays(5), "mötet är på onsdag", Way.OLA, today);
        snoozes.add(snooze);
        assertThat(kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.ACTION_DUE);
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.ACTION_DUE);
        assertThat(Snooze.of(due, Sample.UNIT, Side.AID, today.plusDays(5), "väntar", Way.KARIN, today).id()).isNotEqualTo(snooze.id());
        snoozes.set(0, snooze.takeBack(today));
        assertThat(kinds(OLA, Role.CONSULTANT)).contains(Kind.ACTION_DUE);
    }

    @Test
    void aReminderGoesWithTheCaseUnlessItIsForOnePerson() {
        Staff johan = Sample.staff("johan", Role.CASEWORKER);
        reminders.add(Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.AID, "ring", today, null, Way.KARIN, today));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        responsible = johan.id();
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.OWN_REMINDER);
        assertThat(kinds(johan, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        reminders.set(0, Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.AID, "ring", today, Way.KARIN, Way.KARIN, today));
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        assertThat(kinds(johan, Role.CASEWORKER)).doesNotContain(Kind.OWN_REMINDER);
    }

    @Test
    void aReminderOnThePlanSideIsTheConsultantsAndFallsToTheCaseworkerWhenNobodyKeepsThePlan() {
        plans.add(Way.plan());
        reminders.add(Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring köket", today, null, Way.OLA, today));
        assertThat(kinds(OLA, Role.CONSULTANT)).contains(Kind.OWN_REMINDER);
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.OWN_REMINDER);
        plans.clear();
        assertThat(kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
    }

    @Test
    void aPlanThatIsHandedOverTakesItsLinesAndRemindersToTheOtherConsultant() {
        Staff hanna = new Staff(Sample.id("hanna"), Sample.UNIT, "hanna", "Hanna", "", "", List.of(Role.CONSULTANT), OLA.units(), List.of(),
                true, Sample.TODAY);
        today = Way.ENDS;
        referrals.add(Way.accepted());
        plans.add(Way.plan());
        actions.add(Way.action());
        reminders.add(Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring köket", today, null, Way.OLA, today));
        reminders.add(Reminder.set(Sample.id("r2"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring skolan", today, Way.OLA, Way.OLA, today));
        List<Kind> before = kinds(OLA, Role.CONSULTANT);
        assertThat(before).contains(Kind.ACTION_DUE, Kind.OWN_REMINDER);
        assertThat(kinds(hanna, Role.CONSULTANT)).isEmpty();
        plans.set(0, Way.plan().handOver(hanna.id()));
        reminders.replaceAll(reminder -> reminder.handOver(hanna.id()));
        assertThat(kinds(hanna, Role.CONSULTANT)).isEqualTo(before);
        assertThat(kinds(OLA, Role.CONSULTANT)).isEmpty();
        assertThat(reminders).extracting(Reminder::forStaff)
                .as("what goes with the plan goes on doing so")
                .containsExactly(null, hanna.id());
    }

    @Test
    void whoLeadsConsultantsSeesThePlanSideOfTheUnitAndNoneOfTheMoney() {
        Staff ingrid = new Staff(Sample.id("ingrid"), Sample.UNIT, "ingrid", "Ingrid", "", "", List.of(Role.LABOUR_MARKET_LEAD),
                OLA.units(), List.of(), true, Sample.TODAY);
        applications.add(Sample.application(ApplicationKind.NEW));
        referrals.add(Way.sent());
        assertThat(kinds(ingrid, Role.LABOUR_MARKET_LEAD)).containsExactly(Kind.NEW_REFERRAL);
        assertThat(DayList.ofUnit(work("19880209T050"), ingrid, Role.LABOUR_MARKET_LEAD, today)).singleElement().satisfies(line -> {
            assertThat(line.item().kind()).isEqualTo(Kind.NEW_REFERRAL);
            assertThat(line.responsible()).as("nobody has taken it").isNull();
        });
        referrals.set(0, Way.accepted());
        plans.add(Way.plan());
        actions.add(Way.action());
        today = Way.ENDS;
        assertThat(kinds(ingrid, Role.LABOUR_MARKET_LEAD)).as("the own").isEmpty();
        assertThat(DayList.ofUnit(work("19880209T050"), ingrid, Role.LABOUR_MARKET_LEAD, today)).hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.responsible()).isEqualTo(Way.OLA))
                .extracting(line -> line.item().kind())
                .contains(Kind.ACTION_DUE, Kind.NO_CONTACT)
                .doesNotContain(Kind.NEW_APPLICATION, Kind.FIRST_MEETING_TO_CALL);
    }

    @Test
    void whoLeadsTheUnitSeesEachLineOnceAndWhoseItIs() {
        assertThat(unit()).singleElement().satisfies(line -> {
            assertThat(line.item().kind()).isEqualTo(Kind.NO_NEXT_STEP);
            assertThat(line.responsible()).isEqualTo(Way.KARIN);
        });
        plans.add(Way.plan());
        actions.add(Way.action());
        today = Way.ENDS;
        reminders.add(Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring", today, Way.OLA, Way.OLA, today));
        assertThat(unit()).filteredOn(line -> line.item().kind() == Kind.ACTION_DUE)
                .singleElement()
                .extracting(DayList.UnitLine::responsible)
                .isEqualTo(Way.KARIN);
        assertThat(unit()).filteredOn(line -> Set.of(Kind.NO_CONTACT, Kind.OWN_REMINDER).contains(line.item().kind()))
                .hasSize(2)
                .extracting(DayList.UnitLine::responsible)
                .containsOnly(Way.OLA);
        assertThat(DayList.ofUnit(work("19880209T050"), KARIN, Role.CASEWORKER, today)).isEmpty();
    }

    @Test
    void aRunningCaseForWhichNothingSaysWhatComesNextIsListed() {
        assertThat(kinds(KARIN, Role.CASEWORKER)).containsExactly(Kind.NO_NEXT_STEP);
        reminders.add(Reminder.set(Sample.id("r"), Sample.UNIT, Sample.CASE, Side.AID, "ring", today.plusDays(40), null, Way.KARIN, today));
        assertThat(kinds(KARIN, Role.CASEWORKER)).isEmpty();
    }

    @Test
    void aConsultantIsToldOfTheOwnPlansOnly() {
        plans.add(Way.plan().handOver(Sample.id("somebody else")).write("mål", List.of(), null));
        assertThat(kinds(OLA, Role.CONSULTANT)).isEmpty();
    }

    private List<Kind> kinds(Staff staff, Role role) {
        return items(staff, role, "19880209T050").stream().map(DayItem::kind).toList();
    }

    private List<DayItem> items(Staff staff, Role role, String number) {
        return DayList.of(work(number), staff, role, today);
    }

    private List<DayList.UnitLine> unit() {
        return DayList.ofUnit(work("19880209T050"), LENA, Role.TEAM_LEAD, today);
    }

    private DayWork work(String number) {
        PlanWork planning = new PlanWork(supports, referrals, plans, actions, attendances, summaries, responses, meetings, results,
                reminders, snoozes, Way.SETTINGS);
        return new DayWork(List.of(Sample.caseFile(phase, responsible, today.minusDays(20))), List.of(Sample.householdOf(number)),
                applications, List.of(), List.of(), List.of(), List.of(), ChecklistTemplates.shipped(Sample.UNIT), List.of(), planning,
                Sample.settings(), DelegationOrder.shipped());
    }

    private static TripartiteMeeting meeting(LocalDate day) {
        return meeting(Sample.id("meeting"), day);
    }

    private static TripartiteMeeting meeting(UUID id, LocalDate day) {
        return TripartiteMeeting.call(id, Sample.UNIT, Sample.CASE, Way.AMINA, null, new MeetingTime(day.atTime(10, 0), 60, "rum 4", ""),
                "planera",
                List.of(Participant.called(Way.AMINA, Party.APPLICANT, null, "Amina"),
                        Participant.called(Way.KARIN, Party.CASEWORKER, Way.KARIN, "Karin"),
                        Participant.called(Way.OLA, Party.CONSULTANT, Way.OLA, "Ola")),
                Way.KARIN, LocalDate.of(2026, 9, 1));
    }
}
