package se.trepart.model.result;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import se.trepart.model.plan.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one group (resultatrad), as they are: what of them may be shown says {@link ShownResults}.
 *
 * @param key of the group
 * @param counts of every measure
 * @param outcomes of those that ended, every outcome
 * @param length of those that ended
 * @param toReferral from the application to the first referral, of those whose first action started
 * @param toAction from the application to the first action
 */
public record ResultRow(String key, Map<Measure, Integer> counts, Map<Outcome, Integer> outcomes, TypicalDays length,
        TypicalDays toReferral, TypicalDays toAction, MarkedTime marked) {

    public ResultRow {
        counts = Map.copyOf(counts);
        outcomes = Map.copyOf(outcomes);
    }

    static ResultRow of(String key, Collection<Counted> group) {
        Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            counts.put(measure, (int) group.stream().filter(measure::holds).count());
        }
        List<Counted> ended = group.stream().filter(Counted::ended).toList();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, (int) ended.stream().filter(one -> one.participation().outcome() == outcome).count());
        }
        List<Participation> first = group.stream().filter(Counted::first).map(Counted::participation).toList();
        return new ResultRow(key, counts, outcomes, TypicalDays.of(ended.stream().map(Counted::days).toList()),
                days(first.stream().map(Participation::daysToReferral)), days(first.stream().map(Participation::daysToAction)),
                group.stream().map(Counted::marked).reduce(MarkedTime.NONE, MarkedTime::plus));
    }

    private static TypicalDays days(Stream<@Nullable Integer> days) {
        return TypicalDays.of(days.filter(Objects::nonNull).map(Objects::requireNonNull).toList());
    }

    public int count(Measure measure) {
        return counts.getOrDefault(measure, 0);
    }

    public int outcome(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
