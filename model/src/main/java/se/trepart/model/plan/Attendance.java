package se.trepart.model.plan;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * One person's week in an action (närvaro). The id follows from the action and the week, so that two who mark the same week offline
 * write the same document.
 *
 * @param week the Monday it begins
 * @param marks at most one a day, by day
 */
public record Attendance(UUID id, UUID unitId, UUID caseId, UUID memberId, UUID actionId, LocalDate week,
        List<Mark> marks) implements Document {

    /**
     * How one planned day was.
     *
     * @param plannedMinutes what was agreed for the day
     * @param attendedMinutes 0 when absent
     * @param note what the caseworker needs to know; may be empty
     */
    public record Mark(UUID id, LocalDate on, Presence presence, int plannedMinutes, int attendedMinutes, String note, UUID by,
            Instant at) {

        private static final int DAY = 24 * 60;

        /** @throws IllegalArgumentException when the minutes are not those of a day, or somebody absent attended */
        public Mark {
            if (plannedMinutes < 0 || plannedMinutes > DAY || attendedMinutes < 0 || attendedMinutes > DAY) {
                throw new IllegalArgumentException("minutes of a day");
            }
            if (presence.absent() && attendedMinutes > 0) {
                throw new IllegalArgumentException("who is absent does not attend");
            }
        }

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Mark[" + id + "]";
        }
    }

    public Attendance {
        if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday");
        }
        marks = List.copyOf(marks);
    }

    /** The week of a day, with nothing marked. */
    public static Attendance of(Action action, LocalDate day) {
        LocalDate week = monday(day);
        return new Attendance(idOf("attendance/" + action.id() + "/" + week), action.unitId(), action.caseId(), action.memberId(),
                action.id(), week, List.of());
    }

    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The week's number as Swedish calendars have it. */
    public int weekNumber() {
        return week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    public Optional<Mark> on(LocalDate day) {
        return marks.stream().filter(mark -> mark.on().equals(day)).findFirst();
    }

    /**
     * Marks a day; a mark that was there is replaced.
     *
     * @throws IllegalArgumentException when the day lies in another week
     */
    public Attendance mark(LocalDate day, Presence presence, int plannedMinutes, int attendedMinutes, String note, UUID by, Instant at) {
        if (!monday(day).equals(week)) {
            throw new IllegalArgumentException("a day of another week");
        }
        UUID markId = idOf("mark/" + actionId + "/" + day);
        return with(day, Optional.of(new Mark(markId, day, presence, plannedMinutes, attendedMinutes, note, by, at)));
    }

    /** Takes a mark away, such as one made by mistake. */
    public Attendance unmark(LocalDate day) {
        return with(day, Optional.empty());
    }

    private Attendance with(LocalDate day, Optional<Mark> mark) {
        List<Mark> next = new ArrayList<>(marks.stream().filter(old -> !old.on().equals(day)).toList());
        mark.ifPresent(next::add);
        next.sort(Comparator.comparing(Mark::on));
        return new Attendance(id, unitId, caseId, memberId, actionId, week, next);
    }

    /** R24: the days the person was away without a valid reason. */
    public List<Mark> invalid() {
        return marks.stream().filter(mark -> mark.presence() == Presence.INVALID).toList();
    }

    static UUID idOf(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.ATTENDANCE;
    }

    /** For lists: whether somebody was away without a valid reason. */
    @Override
    public String documentState() {
        return invalid().isEmpty() ? "MARKED" : "INVALID";
    }

    @Override
    public LocalDate documentDate() {
        return week;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Attendance[" + id + "]";
    }
}
