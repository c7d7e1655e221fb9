package se.trepart.model.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Sample;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);
    private static final Span YEAR = Span.year(2026);

    private final List<CaseResult> cases = new ArrayList<>();
    private final List<MarkedDay> marked = new ArrayList<>();
    private int number;

    @ParameterizedTest(name = "{0} to {1}: started {2}, running {3}, ended {4}")
    @CsvSource({"2026-03-01, , 1, 1, 0", "2025-11-01, , 0, 1, 0", "2025-11-01, 2026-01-01, 0, 0, 1", "2026-01-01, 2026-12-31, 1, 0, 1",
            "2025-01-01, 2025-12-31, 0, 0, 0", "2026-12-01, 2027-01-10, 1, 1, 0", "2027-01-02, , 0, 0, 0"})
    void countsWhatStartedRunsAndEndedInTheTimeAskedAbout(String from, String to, int started, int running, int ended) {
        person("1988", "2025-01-01").action("internship", from, to, Outcome.OTHER).done();
        ResultRow total = results(Grouping.NONE).total();
        assertThat(List.of(total.count(Measure.STARTED), total.count(Measure.RUNNING), total.count(Measure.ENDED))).containsExactly(started,
                running, ended);
    }

    /** R28; the day asked is 2026-12-31. */
    @ParameterizedTest(name = "work from {1} to {2} counts: {3}")
    @CsvSource({"EMPLOYMENT, 2026-05-01, , 1", "EMPLOYMENT, 2026-05-01, 2026-05-31, 1", "SUPPORTED_EMPLOYMENT, 2026-05-01, 2026-05-30, 0",
            "EMPLOYMENT, 2026-12-02, , 0", "EMPLOYMENT, 2026-12-01, , 1", "STUDIES, , , 1", "OTHER_AUTHORITY, , , 0", "CONTINUES, , , 0"})
    void r28WorkIsAnUnbrokenMonthAndStudiesCountAtOnce(Outcome outcome, @Nullable LocalDate from, @Nullable LocalDate to, int counted) {
        person("1988", "2026-01-01").ended("internship", "2026-02-01", "2026-04-30", outcome, from, to).done();
        ResultRow total = results(Grouping.NONE).total();
        assertThat(total.count(Measure.WORK_OR_STUDIES)).isEqualTo(counted);
        assertThat(total.count(Measure.LEFT_TO_WORK_OR_STUDIES)).isEqualTo(counted);
        assertThat(total.outcome(outcome)).isOne();
        assertThat(total.length()).isEqualTo(new TypicalDays(1, 89, 89));
    }

    /** U40455 counts persons who leave, not actions. */
    @Test
    void theNationalFigureCountsAPersonOnceAndOnlyWhoeverLeaves() {
        person("1970", "2026-01-01").action("sfi", "2026-01-10", "2026-02-10", Outcome.OTHER)
                .action("internship", "2026-03-01", "2026-04-30", Outcome.STUDIES)
                .done();
        person("1971", "2026-01-01").action("sfi", "2026-01-10", "2026-02-10", Outcome.STUDIES)
                .action("internship", "2026-03-01", null, null)
                .done();
        person("1972", "2026-01-01").action("sfi", "2026-01-10", "2026-02-10", Outcome.CONTINUES).done();
        person("1973", "2026-01-01").action("sfi", "2026-01-10", "2026-02-10", Outcome.MOVED).done();
        Results results = results(Grouping.KIND);
        assertThat(results.total().count(Measure.ENDED)).isEqualTo(5);
        assertThat(results.total().count(Measure.LEFT)).isEqualTo(2);
        assertThat(results.total().count(Measure.LEFT_TO_WORK_OR_STUDIES)).isOne();
        assertThat(results.rows()).extracting(row -> row.key() + " " + row.count(Measure.LEFT)).containsExactly("internship 1", "sfi 1");
    }

    @Test
    void whatIsStillToBeginHasNotBegun() {
        person("1988", "2026-01-01").action("internship", "2027-01-02", null, null).done();
        assertThat(Results.of(cases, _ -> marked, _ -> true, Grouping.KIND, Span.year(2027), TODAY).rows()).isEmpty();
    }

    @Test
    void laysOutByGroupAndLeavesOutThoseInWhichNothingHappened() {
        person("1988", "2024-01-01").action("internship", "2026-02-01", "2026-04-30", Outcome.STUDIES).done();
        person("1989", "2024-01-01").action("sfi", "2026-02-01", null, null).done();
        person("1990", "2024-01-01").action("health", "2024-02-01", "2024-04-30", Outcome.OTHER).done();
        Results results = results(Grouping.KIND);
        assertThat(results.rows()).extracting(ResultRow::key).containsExactly("internship", "sfi");
        assertThat(results.total().count(Measure.STARTED)).isEqualTo(2);
        assertThat(results.behind(results.rows().getLast(), Measure.RUNNING)).singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo("sfi"));
    }

    @ParameterizedTest(name = "born {0}, case opened {1}: {2} and {3} on 2026-06-01")
    @CsvSource({"2001, 2026-06-01, 18-24, 00-05", "1989, 2025-12-01, 25-44, 06-11", "1960, 2025-06-01, 45-, 12-23",
            "1960, 2024-06-01, 45-, 24-"})
    void aGroupIsWhatThePersonWasOnTheDayItStarted(String born, String opened, String age, String onAid) {
        person(born, opened).obstacle("part-time.too-little", "2026-01-01").action("sfi", "2026-06-01", null, null).done();
        assertThat(results(Grouping.AGE).rows()).extracting(ResultRow::key).containsExactly(age);
        assertThat(results(Grouping.TIME_ON_AID).rows()).extracting(ResultRow::key).containsExactly(onAid);
        assertThat(results(Grouping.OBSTACLE).rows()).extracting(ResultRow::key).containsExactly("part-time.too-little");
    }

    @Test
    void tellsHowLongPeopleWaitedForAReferralAndForTheirFirstAction() {
        person("1970", "2026-01-01").referral("2026-01-11")
                .referral("2026-05-01")
                .action("sfi", "2026-01-31", null, null)
                .action("health", "2026-03-01", null, null)
                .done();
        person("1971", "2026-01-01").referral("2026-01-21").action("sfi", "2026-02-10", null, null).done();
        person("1972", "2025-01-01").action("sfi", "2026-01-01", null, null).done();
        ResultRow total = results(Grouping.NONE).total();
        assertThat(total.toAction()).isEqualTo(new TypicalDays(3, (30 + 40 + 365) / 3.0, 40));
        assertThat(total.toReferral()).isEqualTo(new TypicalDays(2, 15, 15));
    }

    @ParameterizedTest(name = "{0} {1}: came back {2}")
    @CsvSource({"action, 2026-05-01, 1", "action, 2026-04-30, 0", "referral, 2026-12-31, 1", "case, 2026-06-01, 1", "case, 2027-01-01, 0",
            "nothing, 2026-06-01, 0"})
    void whoeverNeedsHelpAgainWithinAYearAfterWorkOrStudiesCameBack(String what, String day, int back) {
        person("1988", "2026-01-01").action("internship", "2026-02-01", "2026-04-30", Outcome.STUDIES).done();
        // the same person, in a household of its own
        Case again = person("1988", what.equals("case") ? day : "2025-01-01");
        if (what.equals("action")) {
            again.action("sfi", day, null, null);
        } else if (what.equals("referral")) {
            again.referral(day);
        }
        again.done();
        assertThat(results(Grouping.NONE).total().count(Measure.CAME_BACK)).isEqualTo(back);
    }

    @Test
    void afterMoreThanTwelveMonthsItIsNoComingBack() {
        person("1988", "2025-01-01").action("internship", "2025-06-01", "2025-09-30", Outcome.STUDIES)
                .action("sfi", "2026-10-01", null, null)
                .done();
        assertThat(Results.of(cases, _ -> marked, _ -> true, Grouping.NONE, Span.year(2025), TODAY).total().count(Measure.CAME_BACK))
                .isZero();
    }

    /** R24: planned and attended apart. */
    @Test
    void countsTheMarkedDaysWithinTheTimeAskedAboutOnly() {
        person("1988", "2025-01-01").action("internship", "2025-12-01", "2026-02-27", Outcome.OTHER).done();
        for (String day : List.of("2025-12-31", "2026-01-02", "2026-02-27", "2026-03-02")) {
            marked.add(new MarkedDay(LocalDate.parse(day), Presence.PRESENT, 240, 200));
        }
        marked.add(new MarkedDay(LocalDate.of(2026, 2, 2), Presence.INVALID, 240, 0));
        assertThat(results(Grouping.NONE).total().marked()).isEqualTo(new MarkedTime(720, 400, 3, 1));
    }

    private Results results(Grouping grouping) {
        return Results.of(cases, _ -> marked, _ -> true, grouping, YEAR, TODAY);
    }

    private Case person(String born, String opened) {
        return new Case(born, LocalDate.parse(opened));
    }

    /** A case of one adult. */
    private final class Case {

        private final UUID caseId = id();
        private final UUID member = id();
        private final LocalDate opened;
        private final Household household;
        private SelfSupport selfSupport;
        private final List<Referral> referrals = new ArrayList<>();
        private final List<Action> actions = new ArrayList<>();

        Case(String born, LocalDate opened) {
            this.opened = opened;
            Person person = new Person(new PersonalNumber(born + "0602T001"), "A", "B", null, "", "", Protection.NONE, null);
            household = new Household(id(), Sample.UNIT, caseId, MaritalStatus.SINGLE,
                    List.of(new Adult(member, AdultRole.APPLICANT, person, false, null)), List.of(), 0, opened);
            selfSupport = SelfSupport.begin(id(), Sample.UNIT, caseId, member, opened);
        }

        Case obstacle(String key, String from) {
            selfSupport = selfSupport.obstacle(id(), Obstacle.of(key).orElseThrow(), LocalDate.parse(from));
            return this;
        }

        Case referral(String sent) {
            referrals.add(new Referral(id(), Sample.UNIT, caseId, member, Sample.UNIT, "", "", "", "", "", "", null, opened, id(),
                    List.of(new Referral.Step(id(), Referral.Status.SENT, id(), Instant.parse(sent + "T09:00:00Z"), "")), null));
            return this;
        }

        Case action(String kind, String from, @Nullable String to, @Nullable Outcome outcome) {
            return ended(kind, from, to, outcome, null, null);
        }

        Case ended(String kind, String from, @Nullable String to, @Nullable Outcome outcome, @Nullable LocalDate workFrom,
                @Nullable LocalDate workTo) {
            LocalDate first = LocalDate.parse(from);
            ActionEnding ending = to == null || outcome == null
                    ? null
                    : new ActionEnding(LocalDate.parse(to), outcome, "", "", "", "", "", "", workFrom, workTo, id());
            ActionTerms terms = new ActionTerms(kind, "Skolköket", id(), first, to == null ? first.plusMonths(3) : LocalDate.parse(to), 20,
                    "");
            actions.add(new Action(id(), Sample.UNIT, caseId, member, id(), null, terms, List.of(), List.of(), ending));
            return this;
        }

        void done() {
            CaseFile file = new CaseFile(caseId, Sample.UNIT, "2026-00417", null, Phase.RUNNING, opened, opened, null, null);
            cases.add(CaseResult.of(file, List.of(household), List.of(selfSupport), referrals, actions));
        }
    }

    private UUID id() {
        return Sample.id("result" + number++);
    }
}
