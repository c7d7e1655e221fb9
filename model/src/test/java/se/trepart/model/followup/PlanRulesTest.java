package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Outcome;
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
import static se.trepart.model.followup.AminasDay.KARIN;
import static se.trepart.model.followup.AminasDay.LENA;
import static se.trepart.model.followup.AminasDay.OLA;
import static se.trepart.model.followup.AminasDay.meeting;

/** What the caseworker Karin, the team lead Lena and the consultant Ola are told of Amina's way to self-support. */
class PlanRulesTest {

    private final AminasDay amina = new AminasDay();

    @Test
    void r24InvalidAbsenceReachesTheCaseworkerUntilItIsRecordedWhatItLedTo() {
        Attendance week = Attendance.of(Way.action(), amina.today)
                .mark(amina.today, Presence.INVALID, 360, 0, "kom inte", Way.OLA, Way.at("2026-10-01T12:00:00Z"));
        amina.attendances.add(week);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).first().isEqualTo(Kind.INVALID_ABSENCE);
        amina.responses.add(AbsenceResponse.record(week, week.invalid().getFirst(), AbsenceResponse.Led.TALKED, "försov sig", Way.KARIN,
                Way.at("2026-10-02T08:00:00Z")));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.INVALID_ABSENCE);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-27, false", "2026-08-28, true"})
    void r21AReferralWithoutAnswerIsPointedOutAfterItsLastDay(LocalDate day, boolean shown) {
        amina.today = day;
        amina.referrals.add(Way.sent());
        assertThat(amina.kinds(KARIN, Role.CASEWORKER).contains(Kind.REFERRAL_UNANSWERED)).isEqualTo(shown);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).containsExactly(Kind.NEW_REFERRAL);
    }

    @Test
    void r21TheCaseworkerCallsTheFirstMeetingAndTheConsultantMakesAPlan() {
        amina.referrals.add(Way.accepted());
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.FIRST_MEETING_TO_CALL);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).containsExactly(Kind.PLAN_MISSING);
        amina.plans.add(Way.plan());
        amina.meetings.add(meeting(LocalDate.of(2026, 9, 10)));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.FIRST_MEETING_TO_CALL);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.PLAN_MISSING);
        // nor is one asked for when it has led to what it was for
        amina.plans.set(0, Way.plan().close(List.of(), LocalDate.of(2026, 11, 2)));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.PLAN_MISSING);
    }

    @Test
    void r26AReturnAsksWhatComesNextUntilANewReferralIsWritten() {
        ReferralReturn why = new ReferralReturn("behöver vård först", "för sjuk", "två veckor", LocalDate.of(2026, 9, 20));
        amina.referrals.add(Way.accepted().giveBack(Sample.id("back"), why, Way.OLA, Way.at("2026-09-21T08:00:00Z")));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.REFERRAL_RETURNED);
        amina.referrals
                .add(Referral.begin(Sample.id("second"), Sample.UNIT, Sample.CASE, Way.AMINA, Way.LABOUR_MARKET, Way.KARIN, amina.today));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.REFERRAL_RETURNED);
    }

    @Test
    void r23AProposalWaitsForTheOneItIsFor() {
        Action proposed = Way.askedFor()
                .change(Sample.id("c"), Way.terms().until(LocalDate.of(2027, 1, 29)), "mer tid", Way.OLA, Role.CONSULTANT, amina.today,
                        Way.SETTINGS);
        amina.actions.add(proposed);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.CHANGE_PROPOSED);
        amina.actions.set(0,
                Way.action()
                        .change(Sample.id("c"), Way.terms().until(LocalDate.of(2027, 6, 1)), "lång väg", Way.OLA, Role.CONSULTANT,
                                amina.today, Way.SETTINGS));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.CHANGE_PROPOSED);
        assertThat(amina.kinds(LENA, Role.TEAM_LEAD)).contains(Kind.CHANGE_PROPOSED);
        amina.plans.add(Way.plan());
        amina.actions.set(0, proposed.answer(false, "börja söka jobb", Way.KARIN, Role.CASEWORKER, amina.today));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).contains(Kind.PROPOSAL_ANSWERED);
        amina.today = amina.today.plusDays(8);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.PROPOSAL_ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-27, ", "2026-10-28, ACTION_ENDING", "2026-11-26, ACTION_ENDING", "2026-11-27, ACTION_DUE",
            "2027-02-01, ACTION_DUE"})
    void r23AnActionNearItsLastDayIsToldToBoth(LocalDate day, Kind kind) {
        amina.today = day;
        amina.plans.add(Way.plan());
        amina.actions.add(Way.action());
        for (List<Kind> told : List.of(amina.kinds(KARIN, Role.CASEWORKER), amina.kinds(OLA, Role.CONSULTANT))) {
            assertThat(told.stream().filter(Set.of(Kind.ACTION_ENDING, Kind.ACTION_DUE)::contains).toList())
                    .isEqualTo(kind == null ? List.of() : List.of(kind));
        }
        amina.actions.set(0, Way.action().end(Way.ending(Outcome.STUDIES, null)));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.ACTION_DUE, Kind.ACTION_ENDING);
    }

    @ParameterizedTest(name = "planned {0}, amina.today {1}: {2}")
    @CsvSource({"2026-11-25, 2026-11-24, ", "2026-11-25, 2026-11-25, PLAN_FOLLOW_UP", ", 2026-09-01, PLAN_WITHOUT_FOLLOW_UP",
            ", 2026-11-28, PLAN_FOLLOW_UP", "2027-03-01, 2026-11-28, PLAN_FOLLOW_UP"})
    void r27APlanIsFollowedUpEveryThreeMonths(LocalDate followUpOn, LocalDate day, Kind kind) {
        amina.today = day;
        amina.plans.add(Way.plan().write("jobb i storkök", List.of(), followUpOn));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)
                .stream()
                .filter(Set.of(Kind.PLAN_FOLLOW_UP, Kind.PLAN_WITHOUT_FOLLOW_UP)::contains)
                .toList()).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void aParticipantWithoutContactForThreeWeeksIsPointedOut() {
        amina.plans.add(Way.plan());
        amina.today = Way.plan().madeOn().plusDays(21);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.NO_CONTACT);
        amina.today = amina.today.plusDays(1);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).contains(Kind.NO_CONTACT);
        amina.attendances.add(Attendance.of(Way.action(), amina.today.minusDays(5))
                .mark(amina.today.minusDays(5), Presence.PRESENT, 360, 360, "", Way.OLA, Way.at("2026-09-15T12:00:00Z")));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.NO_CONTACT);
    }

    @Test
    void r25WhatWasAgreedIsToldToWhoAgreedItUntilItIsKnownWhatBecameOfIt() {
        amina.plans.add(Way.plan());
        MeetingNotes notes = new MeetingNotes(List.of(), "", "",
                List.of(new Agreement(Sample.id("a1"), Party.CONSULTANT, "ringa köket", null)), Set.of(Party.APPLICANT, Party.CASEWORKER),
                null, "målet är nått");
        TripartiteMeeting held = meeting(amina.today.minusDays(3)).write(notes).finish(Way.KARIN, Way.at("2026-09-28T10:00:00Z"));
        amina.meetings.add(held);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).contains(Kind.AGREEMENT);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.AGREEMENT);
        amina.results.add(AgreementResult.of(held, notes.agreements().getFirst(), true, "", Way.OLA, amina.today));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.AGREEMENT);
    }

    @Test
    void r25ANextDateThatNobodyIsCalledToIsPointedOut() {
        MeetingNotes notes = new MeetingNotes(List.of(), "", "", List.of(), Set.of(Party.APPLICANT, Party.CASEWORKER, Party.CONSULTANT),
                amina.today.plusDays(30), "");
        amina.meetings.add(meeting(amina.today.minusDays(3)).write(notes).finish(Way.KARIN, Way.at("2026-09-28T10:00:00Z")));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.NEXT_MEETING_TO_CALL);
        amina.meetings.add(meeting(Sample.id("next"), amina.today.plusDays(30)));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.NEXT_MEETING_TO_CALL);
    }

    @Test
    void aMeetingNearAndOneWhoseNotesWereNeverFinishedAreTold() {
        amina.meetings.add(meeting(amina.today.plusDays(7)));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.MEETING_SOON);
        amina.today = amina.today.plusDays(8);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.MEETING_NOTES_LEFT).doesNotContain(Kind.MEETING_SOON);
    }

    @Test
    void theCaseworkerIsToldThatSomebodyAsksForAnotherTimeUntilItIsAnswered() {
        TripartiteMeeting asked = meeting(amina.today.plusDays(20)).askFor(Way.OLA, amina.today.plusDays(21).atTime(9, 0), "kurs", Way.OLA,
                amina.today);
        amina.meetings.add(asked);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.OTHER_TIME_ASKED);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.OTHER_TIME_ASKED);
        amina.meetings.set(0, asked.refuseTime(Way.OLA, "tolken kan inte"));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.OTHER_TIME_ASKED);
    }

    @ParameterizedTest
    @CsvSource({"19880209T050, EARLY_MEETING", "20060209T050, EARLY_MEETING_FIRST"})
    void r20TheEarlyMeetingIsBookedFromTheApplicationTheYoungFirst(String number, Kind kind) {
        amina.phase = Phase.INTAKE;
        amina.applications.add(Sample.application(ApplicationKind.NEW));
        amina.today = Sample.TODAY;
        assertThat(amina.items(KARIN, Role.CASEWORKER, number)).filteredOn(item -> item.rule().equals("R20"))
                .extracting(DayItem::kind, DayItem::dueOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(kind, LocalDate.of(2026, 12, 4)));
        amina.supports.add(SelfSupport.begin(Sample.id("s"), Sample.UNIT, Sample.CASE, Way.AMINA, amina.today)
                .bookEarlyMeeting(amina.today.plusDays(3)));
        assertThat(amina.items(KARIN, Role.CASEWORKER, number)).noneMatch(item -> item.rule().equals("R20"));
    }

    @Test
    void r20TheEarlyMeetingIsStillToBeBookedWhenEveryApplicationIsDecidedUntilSomebodySaysWhyNot() {
        amina.phase = Phase.INTAKE;
        // Min dag holds no decided application: the day the intake began is what is known
        assertThat(amina.items(KARIN, Role.CASEWORKER, "19880209T050")).filteredOn(item -> item.rule().equals("R20"))
                .singleElement()
                .satisfies(item -> assertThat(item.dueOn()).isEqualTo(amina.today.minusDays(20).plusDays(14)));
        amina.applications.add(Sample.application(ApplicationKind.NEW).with(ApplicationStatus.DECIDED));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.EARLY_MEETING);
        amina.supports.add(SelfSupport.begin(Sample.id("s"), Sample.UNIT, Sample.CASE, Way.AMINA, amina.today)
                .withoutEarlyMeeting(NoEarlyMeeting.because("börjar arbeta på måndag", Way.KARIN, amina.today)));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.EARLY_MEETING);
        amina.supports.set(0, amina.supports.getFirst().withoutEarlyMeeting(null));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.EARLY_MEETING);
        assertThatThrownBy(() -> NoEarlyMeeting.because(" ", Way.KARIN, amina.today)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRunningCaseForWhichNothingSaysWhatComesNextIsListed() {
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).containsExactly(Kind.NO_NEXT_STEP);
        amina.reminders.add(Reminder.set(Sample.id("r"), Sample.UNIT, Sample.CASE, Side.AID, "ring", amina.today.plusDays(40), null,
                Way.KARIN, amina.today));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).isEmpty();
    }

    @Test
    void aConsultantIsToldOfTheOwnPlansOnly() {
        amina.plans.add(Way.plan().handOver(Sample.id("somebody else")).write("mål", List.of(), null));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).isEmpty();
    }
}
