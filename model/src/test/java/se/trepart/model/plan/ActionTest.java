package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.List;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.access.RoleNotAllowed;
import se.trepart.model.plan.Action.Status;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.ActionEnding.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActionTest {

    private static final LocalDate LATER = LocalDate.of(2027, 1, 29);
    private static final LocalDate BEYOND = LocalDate.of(2027, 3, 12);

    @ParameterizedTest
    @CsvSource({"2026-09-06, PLANNED", "2026-09-07, ONGOING", "2026-11-26, ONGOING", "2026-11-27, DUE_FOR_FOLLOW_UP",
            "2027-02-01, DUE_FOR_FOLLOW_UP"})
    void r23IsDueForFollowUpWhenItsLastDayComes(LocalDate day, Status status) {
        assertThat(Way.action().status(day)).isEqualTo(status);
    }

    @Test
    void r23HasALastDayThatIsNotBeforeItsFirst() {
        assertThatThrownBy(() -> Way.terms().until(Way.STARTS.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Way.terms().until(Way.STARTS).endsOn()).isEqualTo(Way.STARTS);
    }

    @Test
    void r23IsExtendedWithAReason() {
        assertThatThrownBy(() -> change(Way.action(), LATER, " ", Role.CONSULTANT)).isInstanceOf(IllegalArgumentException.class);
        Action extended = change(Way.action(), LATER, "mer tid i köket", Role.CONSULTANT);
        assertThat(extended.terms().endsOn()).isEqualTo(LATER);
        assertThat(extended.status(Way.ENDS)).isEqualTo(Status.EXTENDED);
        assertThat(extended.changes().getFirst().extension()).isTrue();
    }

    @ParameterizedTest(name = "{0} until {1}: {2} is asked")
    @CsvSource({"CONSULTANT, 2027-03-07, NOBODY", "CONSULTANT, 2027-03-08, TEAM_LEAD", "CASEWORKER, 2027-03-08, TEAM_LEAD",
            "TEAM_LEAD, 2027-03-08, NOBODY", "UNIT_MANAGER, 2028-01-01, NOBODY"})
    void r23AsksTheTeamLeadBeyondSixMonthsInAll(Role role, LocalDate until, Asks asks) {
        assertThat(Way.action().asks(Way.terms().until(until), role, Way.SETTINGS)).isEqualTo(asks);
    }

    @Test
    void whatTheReferralAskedForIsChangedByTheConsultantAsAProposal() {
        // nor does who leads the consultants change it alone
        assertThat(Way.askedFor().asks(Way.terms().until(LATER), Role.LABOUR_MARKET_LEAD, Way.SETTINGS)).isEqualTo(Asks.CASEWORKER);
        Action proposed = change(Way.askedFor(), LATER, "mer tid", Role.CONSULTANT);
        assertThat(proposed.terms()).isEqualTo(Way.terms());
        assertThat(proposed.proposal()).map(ActionChange::asks).contains(Asks.CASEWORKER);

        Action accepted = proposed.answer(true, "", Way.KARIN, Role.CASEWORKER, Way.ENDS);
        assertThat(accepted.terms().endsOn()).isEqualTo(LATER);
        assertThat(accepted.proposal()).isEmpty();

        Action declined = proposed.answer(false, "börja söka jobb", Way.KARIN, Role.CASEWORKER, Way.ENDS);
        assertThat(declined.terms()).isEqualTo(Way.terms());
        assertThat(declined.extended()).isFalse();
    }

    @Test
    void theCaseworkerChangesWhatTheReferralAskedForWithoutAsking() {
        assertThat(change(Way.askedFor(), LATER, "mer tid", Role.CASEWORKER).terms().endsOn()).isEqualTo(LATER);
    }

    @Test
    void aProposalIsAnsweredByWhomItIsForAndANoHasAReason() {
        Action proposed = change(Way.action(), BEYOND, "långt kvar", Role.CASEWORKER);
        assertThatThrownBy(() -> proposed.answer(true, "", Way.KARIN, Role.CASEWORKER, Way.ENDS)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> proposed.answer(false, "", Way.KARIN, Role.TEAM_LEAD, Way.ENDS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(proposed.answer(true, "", Way.KARIN, Role.TEAM_LEAD, Way.ENDS).terms().endsOn()).isEqualTo(BEYOND);
    }

    @Test
    void nothingElseIsChangedWhileAProposalWaits() {
        Action proposed = change(Way.askedFor(), LATER, "mer tid", Role.CONSULTANT);
        assertThatThrownBy(() -> change(proposed, BEYOND, "ännu mer", Role.CONSULTANT)).isInstanceOf(ActionNotOpen.class);
        assertThatThrownBy(() -> proposed.end(Way.ending(Outcome.STUDIES, null))).isInstanceOf(ActionNotOpen.class);
        assertThatThrownBy(() -> Way.action().answer(true, "", Way.KARIN, Role.TEAM_LEAD, Way.ENDS)).isInstanceOf(ActionNotOpen.class);
    }

    @Test
    void r23EndsWithWhatTheThreeSayOfIt() {
        ActionEnding bare = new ActionEnding(Way.ENDS, Outcome.EMPLOYMENT, "", "", "", "", "", "", null, null, Way.OLA);
        assertThatThrownBy(() -> Way.action().end(bare)).isInstanceOfSatisfying(EvaluationIncomplete.class,
                incomplete -> assertThat(incomplete.missing()).containsExactly(Part.DONE, Part.GAVE, Part.APPLICANT, Part.CASEWORKER,
                        Part.CONSULTANT, Part.NEXT_STEP, Part.WORK_FROM));
        Action ended = Way.action().end(Way.ending(Outcome.STUDIES, null));
        assertThat(ended.status(Way.STARTS)).isEqualTo(Status.ENDED);
        assertThatThrownBy(() -> ended.end(Way.ending(Outcome.STUDIES, null))).isInstanceOf(ActionNotOpen.class);
    }

    @ParameterizedTest(name = "work from {0} to {1}, seen on {2}: {3}")
    @CsvSource({"2026-11-01, , 2026-11-29, false", "2026-11-01, , 2026-11-30, true", "2026-11-01, 2026-11-29, 2027-06-01, false",
            "2026-11-01, 2026-11-30, 2027-06-01, true", "2026-01-31, , 2026-02-26, false", "2026-01-31, , 2026-02-27, true"})
    void r28WorkCountsWhenItHasLastedAnUnbrokenMonth(LocalDate from, LocalDate to, LocalDate today, boolean counts) {
        Action ended = Way.action().end(Way.ending(Outcome.SUPPORTED_EMPLOYMENT, from));
        Action known = to == null ? ended : ended.workEnded(to);
        assertThat(known.ending().countsAsWork(today)).isEqualTo(counts);
        assertThat(Way.ending(Outcome.STUDIES, from).countsAsWork(today)).isFalse();
    }

    @Test
    void r28TheDayWorkEndedIsNotBeforeItBeganAndIsTakenBackWhenItGoesOn() {
        LocalDate from = LocalDate.of(2026, 11, 2);
        Action ended = Way.action().end(Way.ending(Outcome.EMPLOYMENT, from));
        assertThatThrownBy(() -> ended.workEnded(from.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(ended.workEnded(from).ending().workTo()).isEqualTo(from);
        assertThat(ended.workEnded(from).workEnded(null)).isEqualTo(ended);
        assertThatThrownBy(() -> Way.action().workEnded(from)).isInstanceOf(ActionNotOpen.class);
        assertThatThrownBy(() -> Way.action().end(Way.ending(Outcome.STUDIES, null)).workEnded(from)).isInstanceOf(ActionNotOpen.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-27, false", "2026-10-28, true", "2026-12-24, true"})
    void isShownAsEndingThirtyDaysBefore(LocalDate today, boolean shown) {
        assertThat(Way.action().endsWithin(Way.SETTINGS.endingDays(), today)).isEqualTo(shown);
        assertThat(Way.action().end(Way.ending(Outcome.OTHER, null)).endsWithin(30, today)).isFalse();
    }

    @Test
    void aPlanIsClosedWhenItsActionsHaveEnded() {
        assertThatThrownBy(() -> Way.plan().close(List.of(Way.action()), Way.ENDS)).isInstanceOf(ActionNotOpen.class);
        Plan closed = Way.plan().close(List.of(Way.action().end(Way.ending(Outcome.STUDIES, null))), Way.ENDS);
        assertThat(closed.running()).isFalse();
    }

    private static Action change(Action action, LocalDate until, String reason, Role role) {
        return action.change(Sample.id("change"), Way.terms().until(until), reason, Way.OLA, role, Way.ENDS, Way.SETTINGS);
    }
}
