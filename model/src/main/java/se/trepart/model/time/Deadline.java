package se.trepart.model.time;

import java.time.LocalDate;

/** The last day of a time limit (sista dag) as Act 1930:173 counts it. R19 */
public final class Deadline {

    private Deadline() {}

    /** The last day of a limit that begins with something received: the day of receipt is not counted, a free day is moved past. */
    public static LocalDate lastDay(LocalDate receivedOn, int days) {
        return pastFreeDays(receivedOn.plusDays(days));
    }

    /** The day itself, or the next day that is no Saturday, public holiday or eve (2 §). */
    public static LocalDate pastFreeDays(LocalDate day) {
        LocalDate moved = day;
        while (Holidays.isFree(moved)) {
            moved = moved.plusDays(1);
        }
        return moved;
    }
}
