package se.trepart.app.attendance;

import java.time.LocalDate;

import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;

/**
 * A day of a row as the grid shows it (ruta).
 *
 * @param open whether the person takes part in the action that day
 * @param presence null when nothing is marked
 * @param saved whether what is shown is on disk
 */
public record DayMark(LocalDate on, boolean open, int plannedMinutes, @Nullable Presence presence, int attendedMinutes, String note,
        boolean saved) {

    static DayMark of(LocalDate on, boolean open, int planned, @Nullable Mark mark) {
        return mark == null
                ? new DayMark(on, open, planned, null, 0, "", true)
                : new DayMark(on, open, mark.plannedMinutes(), mark.presence(), mark.attendedMinutes(), mark.note(), true);
    }

    DayMark typed(TypedMark typed) {
        return new DayMark(on, open, plannedMinutes, typed.presence(), typed.attendedMinutes(), typed.note(), false);
    }

    public boolean marked() {
        return presence != null;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "DayMark[" + on + "]";
    }
}
