package se.trepart.model.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import se.trepart.model.plan.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * Results as they may be shown (resultat med små tal dolda): no count tells of so few that it tells of a person, and none can be worked out
 * from the others that are shown with it.
 */
public final class ShownResults {

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final List<ResultRow> rows;
    private final ResultRow total;
    private final SmallCounts smallCounts;
    private final Map<Measure, ShownCount[]> counts = new EnumMap<>(Measure.class);
    private final ShownCount[][] outcomes;

    /**
     * @param smallCount the smallest count that may be shown
     * @param others those that a filter left out, together; null when none was. Who sees both with and without the filter could work them out.
     */
    public ShownResults(List<ResultRow> rows, ResultRow total, @Nullable ResultRow others, int smallCount) {
        this.rows = List.copyOf(rows);
        this.total = total;
        smallCounts = new SmallCounts(smallCount);
        for (Measure measure : Measure.values()) {
            counts.put(measure, column(measure, others));
        }
        outcomes = outcomes(others);
    }

    public List<ResultRow> rows() {
        return rows;
    }

    public ResultRow total() {
        return total;
    }

    public ShownCount count(ResultRow row, Measure measure) {
        return Objects.requireNonNull(counts.get(measure))[index(row)];
    }

    public ShownCount outcome(ResultRow row, Outcome outcome) {
        return outcomes[index(row)][outcome.ordinal()];
    }

    /** In per cent of what the measure is a share of; empty when there is none, or when it would give a hidden count away. */
    public Optional<Double> share(ResultRow row, Measure measure) {
        Measure of = measure.of().orElseThrow();
        boolean shown = count(row, measure).shown() && count(row, of).shown() && row.count(of) > 0;
        return shown ? Optional.of(100.0 * row.count(measure) / row.count(of)) : Optional.empty();
    }

    /** Of those that ended; empty when they are too few, or none. */
    public Optional<TypicalDays> length(ResultRow row) {
        return ofEnough(row.length(), count(row, Measure.ENDED));
    }

    public Optional<TypicalDays> toReferral(ResultRow row) {
        return ofEnough(row.toReferral(), count(row, Measure.FIRST));
    }

    public Optional<TypicalDays> toAction(ResultRow row) {
        return ofEnough(row.toAction(), count(row, Measure.FIRST));
    }

    /** Empty when nothing is marked, or for too few. */
    public Optional<MarkedTime> marked(ResultRow row) {
        return count(row, Measure.MARKED).shown() && row.marked().days() > 0 ? Optional.of(row.marked()) : Optional.empty();
    }

    /** Whether anything at all is hidden; the reader is then told why. */
    public boolean hides() {
        return Stream.concat(counts.values().stream(), Arrays.stream(outcomes)).flatMap(Arrays::stream).anyMatch(shown -> !shown.shown());
    }

    private Optional<TypicalDays> ofEnough(TypicalDays days, ShownCount count) {
        return count.shown() && days.count() > 0 && !smallCounts.small(days.count()) ? Optional.of(days) : Optional.empty();
    }

    private ShownCount[] column(Measure measure, @Nullable ResultRow others) {
        List<ResultRow> all = all();
        int[] column = all.stream().mapToInt(row -> row.count(measure)).toArray();
        ShownCount[] shown = new ShownCount[column.length];
        for (int i = 0; i < column.length; i++) {
            // what the measure is a share of stands beside it: those it does not hold for are told of as well
            int rest = column[i];
            if (measure.of().isPresent()) {
                rest = all.get(i).count(measure.of().get()) - column[i];
            }
            ShownCount alone = smallCounts.shown(column[i]);
            shown[i] = alone.shown() && smallCounts.small(rest) ? ShownCount.HELD : alone;
        }
        int last = column.length - 1;
        if (others != null && smallCounts.small(others.count(measure)) && shown[last].shown()) {
            shown[last] = ShownCount.HELD;
        }
        if (rows.size() == 1) {
            // one group is its total
            shown[0] = shown[last];
        } else if (last > 0) {
            smallCounts.line(column, shown);
            holdTotalOfAllShown(column, shown);
        }
        return shown;
    }

    /** A total that is hidden is not to be added up from the groups. */
    private static void holdTotalOfAllShown(int[] column, ShownCount[] shown) {
        int last = column.length - 1;
        if (shown[last].shown()) {
            return;
        }
        int smallest = -1;
        for (int i = 0; i < last; i++) {
            if (!shown[i].shown()) {
                return;
            }
            if (column[i] > 0 && (smallest < 0 || column[i] < column[smallest])) {
                smallest = i;
            }
        }
        if (smallest >= 0) {
            shown[smallest] = ShownCount.HELD;
        }
    }

    private ShownCount[][] outcomes(@Nullable ResultRow others) {
        List<ResultRow> all = all();
        int[][] table = new int[all.size()][];
        ShownCount[][] shown = new ShownCount[all.size()][];
        for (int i = 0; i < table.length; i++) {
            ResultRow row = all.get(i);
            table[i] = IntStream.concat(OUTCOMES.stream().mapToInt(row::outcome), IntStream.of(row.count(Measure.ENDED))).toArray();
            shown[i] = Arrays.stream(table[i]).mapToObj(smallCounts::shown).toArray(ShownCount[]::new);
            shown[i][OUTCOMES.size()] = count(row, Measure.ENDED);
            holdWorkAndStudiesTogether(row, shown[i]);
        }
        if (others != null) {
            for (Outcome outcome : OUTCOMES) {
                if (smallCounts.small(others.outcome(outcome)) && shown[shown.length - 1][outcome.ordinal()].shown()) {
                    shown[shown.length - 1][outcome.ordinal()] = ShownCount.HELD;
                }
            }
        }
        if (rows.size() == 1) {
            smallCounts.line(table[1], shown[1]);
            shown[0] = shown[1];
        } else {
            smallCounts.table(table, shown);
        }
        return shown;
    }

    /** Work and studies are shown as one figure too: a small one of them is not to be worked out from it and the others. */
    private void holdWorkAndStudiesTogether(ResultRow row, ShownCount[] shown) {
        List<Outcome> parts = OUTCOMES.stream().filter(outcome -> outcome.work() || outcome == Outcome.STUDIES).toList();
        if (parts.stream().anyMatch(outcome -> !shown[outcome.ordinal()].shown())) {
            parts.stream()
                    .filter(outcome -> row.outcome(outcome) > 0 && shown[outcome.ordinal()].shown())
                    .forEach(outcome -> shown[outcome.ordinal()] = ShownCount.HELD);
        }
    }

    private List<ResultRow> all() {
        List<ResultRow> all = new ArrayList<>(rows);
        all.add(total);
        return all;
    }

    private int index(ResultRow row) {
        return row == total ? rows.size() : rows.indexOf(row);
    }
}
