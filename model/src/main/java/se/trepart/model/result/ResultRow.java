package se.trepart.model.result;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Presence;

/**
 * The figures of one group (resultatrad).
 *
 * @param key of the group
 * @param running on the last day of the time asked about
 * @param daysOfEnded mean length of those that ended; empty when none did
 * @param outcomes of those that ended; an outcome without any is 0
 * @param workOrStudies of those that ended: to work that lasted, or studies (R28)
 * @param nationally of those that ended, as the national key figure U40455 counts it
 * @param extended of those that ended or run
 * @param invalidDays days away without a valid reason, of the days marked
 */
public record ResultRow(String key, int started, int running, int ended, OptionalDouble daysOfEnded, Map<Outcome, Integer> outcomes,
        int workOrStudies, int nationally, int extended, int plannedMinutes, int attendedMinutes, int daysMarked, int invalidDays) {

    static ResultRow of(String key, Collection<Participation> group, Span span, LocalDate today) {
        List<Participation> ended = group.stream().filter(one -> one.endedWithin(span)).toList();
        List<Participation> running = group.stream().filter(one -> one.runs(span)).toList();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, (int) ended.stream().filter(one -> one.outcome() == outcome).count());
        }
        return new ResultRow(key, (int) group.stream().filter(one -> one.startedWithin(span)).count(), running.size(), ended.size(),
                ended.stream().mapToLong(one -> one.days(today)).average(), Map.copyOf(outcomes),
                (int) ended.stream().filter(Participation::workOrStudies).count(),
                (int) ended.stream().filter(Participation::workOrStudiesNationally).count(),
                (int) Stream.concat(ended.stream(), running.stream()).filter(Participation::extended).count(),
                group.stream().mapToInt(one -> one.attendance().plannedMinutes()).sum(),
                group.stream().mapToInt(one -> one.attendance().attendedMinutes()).sum(),
                group.stream().mapToInt(one -> one.attendance().daysMarked()).sum(),
                group.stream().mapToInt(one -> one.attendance().days(Presence.INVALID)).sum());
    }

    /** Whether anything in it happened in the time asked about. */
    boolean empty() {
        return started == 0 && running == 0 && ended == 0;
    }

    /** The share in per cent of those that ended; empty when none did, or when so few did that it would tell of a person. */
    public Optional<Double> share(int count, int smallCount) {
        return ended < smallCount ? Optional.empty() : Optional.of(100.0 * count / ended);
    }
}
