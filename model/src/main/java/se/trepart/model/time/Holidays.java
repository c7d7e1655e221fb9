package se.trepart.model.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** Sweden's public holidays (allmänna helgdagar, Act 1989:253) and the days that the law counts as such for time limits. */
public final class Holidays {

    private Holidays() {}

    /** A public holiday by Act 1989:253; every Sunday is one. */
    public static boolean isPublicHoliday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return true;
        }
        boolean fixed = switch (day.getMonth()) {
            case JANUARY -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == 6;
            case MAY -> day.getDayOfMonth() == 1;
            case JUNE -> day.getDayOfMonth() == 6;
            case DECEMBER -> day.getDayOfMonth() == 25 || day.getDayOfMonth() == 26;
            default -> false;
        };
        LocalDate easter = easterSunday(day.getYear());
        return fixed || day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1)) || day.equals(easter.plusDays(39))
                || day.equals(midsummerDay(day.getYear())) || day.equals(allSaintsDay(day.getYear()));
    }

    /** A day on which no time limit ends (Act 1930:173 2 §): public holidays, Saturdays and the three eves. R19 */
    public static boolean isFree(LocalDate day) {
        boolean eve = day.equals(midsummerDay(day.getYear()).minusDays(1))
                || day.getMonth() == Month.DECEMBER && (day.getDayOfMonth() == 24 || day.getDayOfMonth() == 31);
        return eve || day.getDayOfWeek() == DayOfWeek.SATURDAY || isPublicHoliday(day);
    }

    /** The Saturday of 20–26 June. */
    public static LocalDate midsummerDay(int year) {
        return LocalDate.of(year, 6, 20).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    /** The Saturday of 31 October–6 November. */
    public static LocalDate allSaintsDay(int year) {
        return LocalDate.of(year, 10, 31).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    /** The Gregorian computus, as Meeus, Jones and Butcher wrote it. */
    public static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
