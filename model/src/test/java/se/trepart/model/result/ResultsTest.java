package se.trepart.model.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import se.trepart.model.Sample;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);
    private static final Span YEAR = Span.year(2026);

    private final List<Participation> all = new ArrayList<>();

    @ParameterizedTest(name = "{0} to {1}: started {2}, running {3}, ended {4}")
    @CsvSource({"2026-03-01, , 1, 1, 0", "2025-11-01, , 0, 1, 0", "2025-11-01, 2026-01-01, 0, 0, 1", "2026-01-01, 2026-12-31, 1, 0, 1",
            "2025-01-01, 2025-12-31, 0, 0, 0", "2026-12-01, 2027-01-10, 1, 1, 0"})
    void countsWhatStartedRunsAndEndedInTheTimeAskedAbout(LocalDate from, LocalDate to, int started, int running, int ended) {
        add("internship", from, to, Outcome.OTHER, false);
        ResultRow total = Results.of(all, Grouping.NONE, YEAR, TODAY).total();
        assertThat(List.of(total.started(), total.running(), total.ended())).containsExactly(started, running, ended);
    }

    @Test
    void r28WorkOfLessThanAMonthIsNotCountedButTheNationalFigureDoes() {
        add("internship", "2026-02-01", "2026-04-30", Outcome.EMPLOYMENT, true);
        add("internship", "2026-02-01", "2026-04-30", Outcome.EMPLOYMENT, false);
        add("internship", "2026-02-01", "2026-04-30", Outcome.STUDIES, false);
        add("internship", "2026-02-01", "2026-04-30", Outcome.OTHER, false);
        ResultRow total = Results.of(all, Grouping.NONE, YEAR, TODAY).total();
        assertThat(total.workOrStudies()).isEqualTo(2);
        assertThat(total.nationally()).isEqualTo(3);
        assertThat(total.outcomes()).containsEntry(Outcome.EMPLOYMENT, 2).containsEntry(Outcome.MOVED, 0);
        assertThat(total.daysOfEnded()).hasValue(89);
    }

    @Test
    void laysOutByGroupAndLeavesOutThoseInWhichNothingHappened() {
        add("internship", "2026-02-01", "2026-04-30", Outcome.STUDIES, false);
        add("sfi", "2026-02-01", null, null, false);
        add("health", "2024-02-01", "2024-04-30", Outcome.OTHER, false);
        Results results = Results.of(all, Grouping.KIND, YEAR, TODAY);
        assertThat(results.rows()).extracting(ResultRow::key).containsExactly("internship", "sfi");
        assertThat(results.total().started()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, ", "5, 5"})
    void aCountThatWouldTellOfAPersonIsNotShown(int count, Integer shown) {
        assertThat(Results.shown(count, 5)).isEqualTo(shown == null ? java.util.OptionalInt.empty() : java.util.OptionalInt.of(shown));
    }

    @Test
    void aShareOfFewIsNotShown() {
        for (int i = 0; i < 5; i++) {
            add("internship", "2026-02-01", "2026-04-30", Outcome.STUDIES, false);
        }
        ResultRow five = Results.of(all, Grouping.NONE, YEAR, TODAY).total();
        assertThat(five.share(five.workOrStudies(), 5)).contains(100.0);
        assertThat(five.share(five.workOrStudies(), 6)).isEmpty();
    }

    private void add(String kind, String from, @Nullable String to, @Nullable Outcome outcome, boolean work) {
        add(kind, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), outcome, work);
    }

    private void add(String kind, LocalDate from, @Nullable LocalDate to, @Nullable Outcome outcome, boolean work) {
        all.add(new Participation(Sample.id("action" + all.size()), Sample.CASE, Sample.UNIT, kind, "Skolköket", from, to,
                to == null ? null : outcome, work, false, 30, "social", 6,
                new AttendanceSum(600, 480, Map.of(Presence.PRESENT, 2), List.of(7))));
    }
}
