package se.trepart.installer.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.AbsenceResponse.Led;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Presence;
import se.trepart.model.time.Holidays;

/** Who came and who did not, week by week, what it led to, and the months told to the caseworker (R24). */
final class DemoAttendance {

    private static final int MINUTES = 60;
    private static final int ANSWERED_AFTER = 3;
    /** days away that the caseworker has not dealt with are no older */
    private static final int UNANSWERED_DAYS = 8;
    private static final Set<DayOfWeek> THREE_DAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

    void mark(DemoWay way, List<Action> actions, List<DemoSpell> spells) {
        List<Attendance> all = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            all.addAll(weeks(way, actions.get(i), spells.get(i).fate()));
        }
        all.forEach(way.demo()::put);
        all.forEach(attendance -> responses(way, attendance));
        summaries(way, all);
    }

    /** Up to yesterday: today is to be marked. */
    private static List<Attendance> weeks(DemoWay way, Action action, DemoFate fate) {
        LocalDate last = action.ending() != null ? action.ending().on() : action.terms().endsOn();
        // one participant has not been heard of for almost a month
        LocalDate until = fate.outcome == null && way.number() % 20 == 16 ? way.today().minusDays(26) : way.today().minusDays(1);
        LocalDate end = last.isBefore(until) ? last : until;
        List<Attendance> weeks = new ArrayList<>();
        for (LocalDate day = action.terms().startsOn(); !day.isAfter(end); day = day.plusDays(1)) {
            if (!planned(action, day)) {
                continue;
            }
            if (weeks.isEmpty() || !weeks.getLast().week().equals(Attendance.monday(day))) {
                weeks.add(Attendance.of(action, day));
            }
            weeks.set(weeks.size() - 1, mark(way, action, weeks.getLast(), day));
        }
        return weeks;
    }

    private static boolean planned(Action action, LocalDate day) {
        boolean weekday = action.terms().hoursAWeek() >= 20
                ? day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                : THREE_DAYS.contains(day.getDayOfWeek());
        return weekday && !Holidays.isFree(day);
    }

    private static Attendance mark(DemoWay way, Action action, Attendance week, LocalDate day) {
        Presence presence = presence(way, action, day);
        int planned = action.terms().hoursAWeek() * MINUTES / (action.terms().hoursAWeek() >= 20 ? 5 : 3);
        int attended = presence.absent() ? 0 : way.random().nextInt(12) == 0 ? planned - 45 : planned;
        String note = presence == Presence.INVALID ? way.one(DemoPlanWords.INVALID_NOTES) : "";
        return week.mark(day, presence, planned, attended, note, way.consultant().id(), way.at(day, 15));
    }

    private static Presence presence(DemoWay way, Action action, LocalDate day) {
        boolean lastMarked = day.isAfter(way.today().minusDays(6))
                && day.plusDays(1).datesUntil(way.today()).noneMatch(later -> planned(action, later));
        if (action.ending() == null && way.number() % 7 < 2 && lastMarked) {
            return Presence.INVALID;
        }
        int drawn = way.random().nextInt(1000);
        if (drawn < 865) {
            return Presence.PRESENT;
        }
        if (drawn < 905) {
            return Presence.SICK_WITHOUT_CERTIFICATE;
        }
        if (drawn < 935) {
            return Presence.SICK_WITH_CERTIFICATE;
        }
        if (drawn < 955) {
            return way.children() ? Presence.CHILD : Presence.PRESENT;
        }
        if (drawn < 975) {
            return Presence.AUTHORITY;
        }
        return drawn < 988 ? Presence.OTHER_VALID : Presence.INVALID;
    }

    private static void responses(DemoWay way, Attendance week) {
        for (Mark mark : week.invalid()) {
            if (mark.on().isAfter(way.today().minusDays(UNANSWERED_DAYS))) {
                continue;
            }
            Led led = switch (way.random().nextInt(6)) {
                case 0 -> Led.WAS_VALID;
                case 1 -> Led.IN_NEXT_DECISION;
                case 2 -> Led.ACTION_CHANGED;
                default -> Led.TALKED;
            };
            LocalDate on = way.working(mark.on().plusDays(ANSWERED_AFTER));
            way.demo().put(AbsenceResponse.record(week, mark, led, way.one(DemoPlanWords.EXCUSES), way.caseworker().id(), way.at(on, 9)));
        }
    }

    /** Each whole month on the third day of the next; the latest of some is not read yet. */
    private static void summaries(DemoWay way, List<Attendance> all) {
        List<YearMonth> months = all.stream()
                .flatMap(week -> week.marks().stream())
                .map(mark -> YearMonth.from(mark.on()))
                .distinct()
                .sorted()
                .toList();
        for (YearMonth month : months) {
            LocalDate sentOn = month.plusMonths(1).atDay(3);
            if (sentOn.isAfter(way.today())) {
                continue;
            }
            AttendanceSummary summary = AttendanceSummary.send(way.file().unitId(), way.file().id(), way.member(), month, all, "",
                    way.consultant().id(), way.at(way.working(sentOn), 11));
            LocalDate readOn = sentOn.plusDays(4);
            boolean unread = readOn.isAfter(way.today()) || month.plusMonths(2).atDay(1).isAfter(way.today()) && way.number() % 3 == 0;
            way.demo().put(unread ? summary : summary.receive(way.caseworker().id(), way.at(way.working(readOn), 8)));
        }
    }
}
