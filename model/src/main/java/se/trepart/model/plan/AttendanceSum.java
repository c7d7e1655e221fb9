package se.trepart.model.plan;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import se.trepart.model.plan.Attendance.Mark;

/**
 * Marked days added up (summering av närvaro). Planned and attended time stand apart, and each kind of absence for itself.
 *
 * @param plannedMinutes of all marked days
 * @param attendedMinutes of the days present
 * @param days marked days by kind; a kind without days is 0
 * @param weeks the numbers of the weeks they lie in, in order of time
 */
public record AttendanceSum(int plannedMinutes, int attendedMinutes, Map<Presence, Integer> days, List<Integer> weeks) {

    public AttendanceSum {
        Map<Presence, Integer> all = new EnumMap<>(Presence.class);
        for (Presence presence : Presence.values()) {
            all.put(presence, days.getOrDefault(presence, 0));
        }
        // always in the same order: the same sum is the same document everywhere
        days = Collections.unmodifiableMap(all);
        weeks = List.copyOf(weeks);
    }

    /** Of the days from the first to the last, both counted. */
    public static AttendanceSum of(Collection<Attendance> attendances, LocalDate first, LocalDate last) {
        List<Mark> marks = attendances.stream()
                .flatMap(attendance -> attendance.marks().stream())
                .filter(mark -> !mark.on().isBefore(first) && !mark.on().isAfter(last))
                .toList();
        Map<Presence, Integer> days = new EnumMap<>(Presence.class);
        marks.forEach(mark -> days.merge(mark.presence(), 1, Integer::sum));
        List<Integer> weeks = marks.stream()
                .map(mark -> Attendance.monday(mark.on()))
                .distinct()
                .sorted()
                .map(monday -> monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                .toList();
        return new AttendanceSum(marks.stream().mapToInt(Mark::plannedMinutes).sum(), marks.stream().mapToInt(Mark::attendedMinutes).sum(),
                days, weeks);
    }

    public int days(Presence presence) {
        return days.getOrDefault(presence, 0);
    }

    public int daysMarked() {
        return days.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int daysAbsent() {
        return daysMarked() - days(Presence.PRESENT);
    }
}
