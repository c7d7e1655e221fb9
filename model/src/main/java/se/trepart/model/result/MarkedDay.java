package se.trepart.model.result;

import java.time.LocalDate;
import java.util.List;

import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Presence;

/** A marked day of an action as results count it (markerad dag): without what was written about it. */
public record MarkedDay(LocalDate on, Presence presence, int plannedMinutes, int attendedMinutes) {

    public static List<MarkedDay> of(Attendance week) {
        return week.marks()
                .stream()
                .map(mark -> new MarkedDay(mark.on(), mark.presence(), mark.plannedMinutes(), mark.attendedMinutes()))
                .toList();
    }
}
