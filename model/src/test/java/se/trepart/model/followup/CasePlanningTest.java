package se.trepart.model.followup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Way;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CasePlanningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String GROWN = "19880209T050";

    @Test
    void whoeverReadsTheCaseIsToldWhatItsCaseworkerIsToDoTheLateFirst() {
        Plan plan = Way.plan().write("jobb i storkök", List.of(), null);
        CasePlanning planning = planning(Phase.RUNNING, GROWN, Way.sent(), plan, Way.action());
        assertThat(planning.toDo()).extracting(DayItem::kind)
                .containsExactly(Kind.ACTION_DUE, Kind.REFERRAL_UNANSWERED, Kind.PLAN_FOLLOW_UP);
    }

    @Test
    void whatIsPutOffIsLeftOutUntilItsDay() {
        DayItem due = planning(Phase.RUNNING, GROWN, Way.sent(), Way.action()).toDo().getFirst();
        Snooze snooze = Snooze.of(due, Sample.UNIT, Side.AID, TODAY.plusDays(3), "Ola är sjuk", Way.KARIN, TODAY);
        assertThat(planning(Phase.RUNNING, GROWN, Way.sent(), Way.action(), snooze).toDo()).extracting(DayItem::kind)
                .containsExactly(Kind.REFERRAL_UNANSWERED);
    }

    @Test
    void r22TheTimeWithoutReferralIsToldUntilOneIsUnderWay() {
        List<Document> months = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            months.add(decision(YearMonth.of(2026, 11).minusMonths(i)));
        }
        CasePlanning planning = planning(Phase.RUNNING, GROWN, months.toArray(Document[]::new));
        assertThat(planning.clock()).hasValueSatisfying(clock -> {
            assertThat(clock.months()).isEqualTo(13);
            assertThat(clock.since()).isEqualTo("2025-11-01");
            assertThat(clock.warning()).contains(12);
        });
        months.add(Way.sent());
        assertThat(planning(Phase.RUNNING, GROWN, months.toArray(Document[]::new)).clock()).isEmpty();
    }

    @Test
    void whatHappenedWithReferralAndActionsStandsInTheTimeline() {
        Action proposed = Way.askedFor()
                .change(Sample.id("c"), Way.terms().until(LocalDate.of(2027, 1, 29)), "mer tid", Way.OLA, Role.CONSULTANT, TODAY,
                        Way.SETTINGS);
        Action changed = proposed.answer(true, "", Way.KARIN, Role.CASEWORKER, TODAY);
        Action ended = other(LocalDate.of(2026, 10, 1)).end(Way.ending(Outcome.STUDIES, null));
        assertThat(Timeline.of(List.of(Way.accepted(), Way.plan(), changed, ended))).extracting(Timeline.Entry::event)
                .containsExactly(Timeline.Event.ACTION_CHANGED, Timeline.Event.ACTION_ENDED, Timeline.Event.PLAN_MADE,
                        Timeline.Event.REFERRAL_ACCEPTED, Timeline.Event.REFERRAL_SENT);
        Action worked = Way.action().end(Way.ending(Outcome.EMPLOYMENT, LocalDate.of(2026, 11, 9))).workEnded(LocalDate.of(2026, 11, 30));
        assertThat(Timeline.of(List.of(worked))).extracting(Timeline.Entry::event, Timeline.Entry::on)
                .containsExactly(Tuple.tuple(Timeline.Event.WORK_ENDED, LocalDate.of(2026, 11, 30)),
                        Tuple.tuple(Timeline.Event.ACTION_ENDED, Way.ENDS));
        assertThat(Timeline.of(List.of(proposed, Way.writing()))).as("nothing has come to be").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19880209T050, false", "20080209T050, true", "20001201T050, false", "20001202T050, true"})
    void r20TheEarlyMeetingHasALastDayAndTheYoungComeFirst(String number, boolean first) {
        CasePlanning planning = planning(Phase.INTAKE, number, Sample.application(ApplicationKind.NEW));
        assertThat(planning.earlyMeetingBy()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(planning.firstInLine(Sample.householdOf(number).applicant())).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0} months with aid, child born {1}: {2} in a row, reached {3}, {4} hours at most")
    @CsvSource(textBlock = """
            # months, child's birth, in a row, reached, at most
            2,                     , 2,        false,   40
            3,                     , 3,        true,    40
            3,        20181201     , 3,        true,    40
            3,        20181202     , 3,        true,    30
            """)
    void theActivityRequirementIsToldAsFacts(int months, String born, int inARow, boolean reached, int most) {
        List<Decision> decisions = new ArrayList<>();
        decisions.add(decision(YearMonth.of(2026, 4)));
        for (int i = 0; i < months; i++) {
            decisions.add(decision(YearMonth.of(2026, 11).minusMonths(i)));
        }
        Household household = born == null ? Sample.household() : Sample.household(child(born));
        ActivityDuty duty = ActivityDuty.of(Way.AMINA, household, decisions, List.of(Way.action(), other(LocalDate.of(2027, 1, 4))),
                Way.SETTINGS.activityRequirement(), TODAY);
        assertThat(duty).isEqualTo(new ActivityDuty(inARow, reached, most, 30));
    }

    /** One that has not begun. */
    private static Action other(LocalDate startsOn) {
        return Action.begin(Sample.id("later"), Way.plan(), null,
                new se.trepart.model.plan.ActionTerms("sfi", "Skolan", Way.OLA, startsOn, startsOn.plusDays(30), 10, ""), List.of());
    }

    private static Child child(String born) {
        Child like = Sample.child("leo");
        return new Child(like.id(), Sample.person("Leo", born + "T201", like.person().protection()), like.residence(), like.daysInHome(),
                false, false, "");
    }

    private static CasePlanning planning(Phase phase, String number, Document... documents) {
        CaseFile file = Sample.caseFile(phase, Way.KARIN, TODAY.minusMonths(2));
        return new CasePlanning(file, Sample.householdOf(number), Arrays.asList(documents), Way.SETTINGS, TODAY);
    }

    private static Decision decision(YearMonth month) {
        DecisionItem item = new DecisionItem(Sample.id(month + "item"), null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT,
                Money.kronor(9000), Money.kronor(9000), "", "");
        return new Decision(Sample.id("d" + month), Sample.UNIT, Sample.CASE, Sample.id("a" + month), null, DecisionKind.AID,
                DecisionStatus.MADE, month, month.atDay(1), Way.KARIN, List.of(item), "", "", null, List.of(), Way.KARIN, Role.CASEWORKER,
                month.atDay(1), null);
    }
}
