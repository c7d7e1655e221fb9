package se.trepart.app.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;

/**
 * A mark as somebody typed it, on its way to the store (skriven markering).
 *
 * @param presence null to take the mark away
 */
record TypedMark(Action action, LocalDate on, @Nullable Presence presence, int attendedMinutes, String note) {

    /** Which day of which action: a later one about the same takes the place of an earlier one. */
    record Key(UUID actionId, LocalDate on) {}

    Key key() {
        return new Key(action.id(), on);
    }

    /** The week with this in it; the same week when it says this already. */
    Attendance in(Attendance week, UUID by, Instant at) {
        Mark now = week.on(on).orElse(null);
        if (presence == null) {
            return now == null ? week : week.unmark(on);
        }
        int planned = action.terms().plannedMinutes(on);
        boolean same = now != null && now.presence() == presence && now.attendedMinutes() == attendedMinutes && now.note().equals(note)
                && now.plannedMinutes() == planned;
        return same ? week : week.mark(on, presence, planned, attendedMinutes, note, by, at);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "TypedMark[" + on + "]";
    }
}
