package se.trepart.model.result;

import java.time.LocalDate;
import java.util.Collection;

import se.trepart.model.plan.Presence;

/**
 * Marked days of a time added up (närvaro i tid). Planned and attended time stand apart.
 *
 * @param days marked days
 * @param invalidDays days away without a valid reason, of the marked days
 */
public record MarkedTime(int plannedMinutes, int attendedMinutes, int days, int invalidDays) {

    static final MarkedTime NONE = new MarkedTime(0, 0, 0, 0);

    /** Of the days within the time asked about on which the action ran. */
    static MarkedTime of(Collection<MarkedDay> marked, Participation action, Span span) {
        MarkedTime sum = NONE;
        for (MarkedDay day : marked) {
            LocalDate on = day.on();
            LocalDate last = action.endedOn();
            if (span.holds(on) && !on.isBefore(action.startedOn()) && (last == null || !on.isAfter(last))) {
                sum = sum.plus(new MarkedTime(day.plannedMinutes(), day.attendedMinutes(), 1, day.presence() == Presence.INVALID ? 1 : 0));
            }
        }
        return sum;
    }

    MarkedTime plus(MarkedTime other) {
        return new MarkedTime(plannedMinutes + other.plannedMinutes, attendedMinutes + other.attendedMinutes, days + other.days,
                invalidDays + other.invalidDays);
    }
}
