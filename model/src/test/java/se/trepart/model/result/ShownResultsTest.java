package se.trepart.model.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import se.trepart.model.plan.Outcome;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShownResultsTest {

    private static final int LIMIT = 5;

    /** "<5" is too small, ".." is held so that another cannot be worked out; the total stands last. */
    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({"12 9 0, 12 9 0 21", "12 9 3, 12 .. <5 24", "12 2 3, 12 <5 <5 17", "2 0 0, <5 0 0 <5", "12 1 1, .. <5 <5 14",
            "12 4 4, .. <5 <5 20", "12, 12 12", "3, <5 <5", "2 6, <5 .. 8", "12 12 1, .. 12 <5 25", "1 1 1 1, .. <5 <5 <5 <5"})
    void aHiddenCountIsNotWorkedOutFromTheOthers(String counts, String shown) {
        List<ResultRow> rows = Arrays.stream(counts.split(" ")).map(count -> started(Integer.parseInt(count))).toList();
        assertThat(written(results(rows), Measure.STARTED)).isEqualTo(shown);
    }

    /** Whoever knows all that is shown can think of at least two worlds in which it is so. */
    @Property(tries = 200)
    void nobodyCanTellAHiddenCount(@ForAll @Size(min = 2, max = 4) List<@IntRange(min = 0, max = 9) Integer> counts) {
        ShownResults results = results(counts.stream().map(ShownResultsTest::started).toList());
        List<ShownCount> shown = new ArrayList<>(results.rows().stream().map(row -> results.count(row, Measure.STARTED)).toList());
        shown.add(results.count(results.total(), Measure.STARTED));
        List<List<Integer>> worlds = worlds(shown, counts.size());
        for (int i = 0; i < counts.size(); i++) {
            int at = i;
            if (shown.get(i) == ShownCount.SMALL) {
                assertThat(worlds.stream().map(world -> world.get(at)).distinct().count()).as("%s as %s", counts, shown).isGreaterThan(1);
            }
        }
    }

    private static List<List<Integer>> worlds(List<ShownCount> shown, int groups) {
        List<List<Integer>> worlds = List.of(List.of());
        for (int i = 0; i < groups; i++) {
            ShownCount cell = shown.get(i);
            worlds = worlds.stream()
                    .flatMap(world -> IntStream.rangeClosed(0, 12)
                            .filter(count -> cell.shown() ? count == cell.count() : cell != ShownCount.SMALL || count > 0 && count < LIMIT)
                            .mapToObj(count -> java.util.stream.Stream.concat(world.stream(), java.util.stream.Stream.of(count)).toList()))
                    .toList();
        }
        ShownCount total = shown.getLast();
        return worlds.stream().filter(world -> {
            int sum = world.stream().mapToInt(Integer::intValue).sum();
            return total.shown() ? sum == total.count() : total != ShownCount.SMALL || sum > 0 && sum < LIMIT;
        }).toList();
    }

    @Test
    void aShareIsHiddenWithItsCountAndWhenItTellsOfTheFewOthers() {
        assertThat(share(20, 8)).contains(40.0);
        assertThat(share(20, 3)).isEmpty();
        assertThat(share(20, 17)).isEmpty();
        assertThat(share(20, 20)).contains(100.0);
        assertThat(share(4, 4)).isEmpty();
        assertThat(share(0, 0)).isEmpty();
    }

    private static java.util.Optional<Double> share(int ended, int work) {
        ResultRow row = row(Map.of(Measure.ENDED, ended, Measure.WORK_OR_STUDIES, work), Map.of());
        return new ShownResults(List.of(), row, null, LIMIT).share(row, Measure.WORK_OR_STUDIES);
    }

    @Test
    void lengthsAndAbsenceOfFewAreHidden() {
        ResultRow few = new ResultRow("", Map.of(Measure.ENDED, 4, Measure.MARKED, 4), Map.of(), new TypicalDays(4, 30, 30),
                new TypicalDays(0, 0, 0), new TypicalDays(0, 0, 0), new MarkedTime(960, 480, 4, 2));
        ShownResults hidden = new ShownResults(List.of(), few, null, LIMIT);
        assertThat(hidden.length(few)).isEmpty();
        assertThat(hidden.marked(few)).isEmpty();
        ShownResults shown = new ShownResults(List.of(), few, null, 4);
        assertThat(shown.length(few)).contains(new TypicalDays(4, 30, 30));
        assertThat(shown.marked(few)).contains(new MarkedTime(960, 480, 4, 2));
    }

    /** From the means and counts of the others those of the small group could be worked out. */
    @Test
    void theLengthOfAGroupIsHiddenWithItsCount() {
        List<ResultRow> rows = List.of(ended(12), ended(9), ended(3));
        ShownResults shown = new ShownResults(rows, ended(24), null, LIMIT);
        assertThat(rows.stream().map(row -> shown.length(row).isPresent())).containsExactly(true, false, false);
        assertThat(shown.length(shown.total())).isPresent();
    }

    private static ResultRow ended(int count) {
        TypicalDays never = new TypicalDays(0, 0, 0);
        return new ResultRow("ended" + count, Map.of(Measure.ENDED, count), Map.of(Outcome.OTHER, count), new TypicalDays(count, 30, 30),
                never, never, new MarkedTime(0, 0, 0, 0));
    }

    @Test
    void outcomesAreHiddenBothWays() {
        ResultRow one = row(Map.of(Measure.ENDED, 22), Map.of(Outcome.MOVED, 2, Outcome.OTHER, 9, Outcome.OTHER_AUTHORITY, 11));
        ResultRow two = row(Map.of(Measure.ENDED, 33), Map.of(Outcome.MOVED, 7, Outcome.OTHER, 12, Outcome.OTHER_AUTHORITY, 14));
        ResultRow total = row(Map.of(Measure.ENDED, 55), Map.of(Outcome.MOVED, 9, Outcome.OTHER, 21, Outcome.OTHER_AUTHORITY, 25));
        ShownResults shown = new ShownResults(List.of(one, two), total, null, LIMIT);
        assertThat(outcomes(shown, one)).isEqualTo("11 <5 ..");
        assertThat(outcomes(shown, two)).isEqualTo("14 .. ..");
        assertThat(outcomes(shown, total)).isEqualTo("25 9 21");
    }

    @Test
    void workAndStudiesAreHiddenTogetherForTheyAreShownAsOneFigure() {
        ResultRow row = row(Map.of(Measure.ENDED, 30),
                Map.of(Outcome.EMPLOYMENT, 3, Outcome.MOVED, 6, Outcome.STUDIES, 9, Outcome.OTHER, 12));
        ShownResults shown = new ShownResults(List.of(), row, null, LIMIT);
        assertThat(shown.outcome(row, Outcome.STUDIES)).isEqualTo(ShownCount.HELD);
        assertThat(shown.outcome(row, Outcome.OTHER)).isEqualTo(ShownCount.of(12));
        assertThat(shown.outcome(row, Outcome.MOVED)).isEqualTo(ShownCount.of(6));
    }

    @Test
    void aFilterThatLeavesFewOutHidesTheTotalAndWhatItIsAddedUpFrom() {
        ResultRow one = started(12);
        ResultRow two = started(9);
        ShownResults shown = new ShownResults(List.of(one, two), started(21), started(3), LIMIT);
        assertThat(written(shown, Measure.STARTED)).isEqualTo("12 .. ..");
    }

    private static ShownResults results(List<ResultRow> rows) {
        return new ShownResults(rows, started(rows.stream().mapToInt(row -> row.count(Measure.STARTED)).sum()), null, LIMIT);
    }

    private static ResultRow started(int count) {
        return row(Map.of(Measure.STARTED, count), Map.of());
    }

    /** Each with a key of its own, as groups have. */
    private static ResultRow row(Map<Measure, Integer> counts, Map<Outcome, Integer> outcomes) {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        all.putAll(outcomes);
        TypicalDays never = new TypicalDays(0, 0, 0);
        return new ResultRow(java.util.UUID.randomUUID().toString(), counts, all, never, never, never, new MarkedTime(0, 0, 0, 0));
    }

    private static String written(ShownResults results, Measure measure) {
        List<ResultRow> all = new ArrayList<>(results.rows());
        all.add(results.total());
        return all.stream().map(row -> written(results.count(row, measure))).collect(Collectors.joining(" "));
    }

    private static String outcomes(ShownResults results, ResultRow row) {
        return List.of(Outcome.OTHER_AUTHORITY, Outcome.MOVED, Outcome.OTHER)
                .stream()
                .map(outcome -> written(results.outcome(row, outcome)))
                .collect(Collectors.joining(" "));
    }

    private static String written(ShownCount count) {
        return switch (count.state()) {
            case SHOWN -> Integer.toString(count.count());
            case SMALL -> "<5";
            case HELD -> "..";
        };
    }
}
