package se.trepart.app.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.Presence;

/** What a meeting's times, tasks and numbers are called on the screen (ord för mötet). */
final class MeetingWords {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE 'den' d MMMM yyyy", Formats.SWEDISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH.mm", Formats.SWEDISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm", Formats.SWEDISH);
    private static final char NO_BREAK = '\u00a0';
    private static final int MINUTES_OF_AN_HOUR = 60;

    private final Texts texts;

    MeetingWords(Texts texts) {
        this.texts = texts;
    }

    String of(String key, Object... values) {
        return texts.of(key, values);
    }

    /** {@code torsdag den 3 december 2026}. */
    static String day(LocalDate day) {
        return day.format(WEEKDAY);
    }

    /** {@code 13.30}. */
    static String hour(LocalTime hour) {
        return hour.format(HOUR);
    }

    /** {@code torsdag den 3 december 2026 kl. 13.30–14.30}. */
    String when(MeetingTime time) {
        return texts.of("meeting.when", day(time.startsAt().toLocalDate()), hour(time.startsAt().toLocalTime()),
                hour(time.startsAt().plusMinutes(time.minutes()).toLocalTime()));
    }

    /** {@code 2026-12-03 tors 13.30}, for lists. */
    static String shortWhen(MeetingTime time) {
        return time.startsAt().format(SHORT);
    }

    /** {@code 3 december 2026 klockan 13.30}, never parted: it ends a heading. */
    String title(MeetingTime time) {
        return texts.of("meeting.day-and-hour", unparted(time.startsAt().toLocalDate()), hour(time.startsAt().toLocalTime()))
                .replace(' ', NO_BREAK);
    }

    /** {@code 3 december 2026}, never parted. */
    static String unparted(LocalDate day) {
        return Formats.longDate(day).replace(' ', NO_BREAK);
    }

    /** Place, link or both. */
    static String where(MeetingTime time) {
        return time.place().isBlank() ? time.link() : time.link().isBlank() ? time.place() : time.place() + ", " + time.link();
    }

    String status(TripartiteMeeting meeting, LocalDate today) {
        return switch (meeting.status()) {
            case FINISHED -> texts.of("meeting.status.finished");
            case CANCELLED -> texts.of("meeting.status.cancelled");
            case CALLED -> texts.of(meeting.on().isBefore(today) ? "meeting.status.notes-left" : "meeting.status.called");
        };
    }

    /** What is to be done, and by when. */
    String task(Agreement agreement) {
        return agreement.by() == null ? agreement.what() : texts.of("meeting.task-by", agreement.what(), Formats.longDate(agreement.by()));
    }

    static String month(LocalDate day) {
        return Formats.month(YearMonth.from(day));
    }

    /** Attended and planned time apart, and each kind of absence for itself; what there is none of is left out. */
    List<String> attendance(AttendanceSum sum) {
        List<String> lines = new ArrayList<>();
        if (sum.daysMarked() == 0) {
            lines.add(texts.of("meeting.attendance.none"));
            return lines;
        }
        lines.add(texts.of("meeting.attendance.hours", hours(sum.attendedMinutes()), hours(sum.plannedMinutes())));
        for (Presence presence : Presence.values()) {
            if (sum.days(presence) > 0) {
                lines.add(texts.count("meeting.attendance.days", sum.days(presence), texts.name("meeting.presence", presence)));
            }
        }
        return lines;
    }

    private static String hours(int minutes) {
        int rest = minutes % MINUTES_OF_AN_HOUR;
        String whole = Integer.toString(minutes / MINUTES_OF_AN_HOUR);
        return rest == 0 ? whole : whole + "," + Math.round(rest * 10f / MINUTES_OF_AN_HOUR);
    }
}
