package se.trepart.app.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import se.trepart.model.Money;

/** How amounts, dates and times are written in Swedish (format). The only place that does it. */
public final class Formats {

    /** The user's language, whatever the computer says. */
    public static final Locale SWEDISH = Locale.of("sv", "SE");

    private static final char NO_BREAK = '\u00A0';
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", SWEDISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", SWEDISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", SWEDISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM yyyy", SWEDISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", SWEDISH);

    private final Texts texts;
    private final Clock clock;

    public Formats(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** {@code 4 390 kr}, {@code 8 814,12 kr}, {@code −240 kr}; the spaces do not break. */
    public static String money(Money amount) {
        return amount(amount) + NO_BREAK + "kr";
    }

    /** As {@link #money} without the unit, for columns whose heading has it. */
    public static String amount(Money amount) {
        long ore = Math.abs(amount.ore());
        StringBuilder written = new StringBuilder(Long.toString(ore / 100));
        for (int i = written.length() - 3; i > 0; i -= 3) {
            written.insert(i, NO_BREAK);
        }
        if (ore % 100 != 0) {
            written.append(',').append(ore % 100 < 10 ? "0" : "").append(ore % 100);
        }
        return (amount.negative() ? "−" : "") + written;
    }

    /** {@code 2026-12-01}. */
    public static String date(LocalDate day) {
        return day.toString();
    }

    /** {@code 1 december 2026}. */
    public static String longDate(LocalDate day) {
        return day.format(LONG);
    }

    /** {@code november 2026}. */
    public static String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** {@code nov 2026}, for columns. */
    public static String shortMonth(YearMonth month) {
        return month.format(SHORT_MONTH).replace(".", "").replace(' ', NO_BREAK);
    }

    /** {@code 27 nov}; with the year when it is another than this. */
    public String shortDate(LocalDate day) {
        // the locale writes some months with a full stop and some without
        String written = day.format(SHORT).replace(".", "").replace(' ', NO_BREAK);
        return day.getYear() == today().getYear() ? written : written + NO_BREAK + day.getYear();
    }

    /** {@code i dag}, {@code i går}, {@code för 3 dagar sedan}. */
    public String ago(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, today());
        if (days < 0) {
            return due(day);
        }
        return days == 0 ? texts.of("text.today") : days == 1 ? texts.of("text.yesterday") : texts.of("text.ago", days);
    }

    /** {@code om 5 dagar (27 nov)}, {@code i dag (22 nov)}, {@code 2 dagar för sent (20 nov)}. */
    public String due(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days < 0) {
            return texts.count("text.late", -days, shortDate(day));
        }
        return days == 0
                ? texts.of("text.due-today", shortDate(day))
                : days == 1 ? texts.of("text.due-tomorrow", shortDate(day)) : texts.of("text.due", days, shortDate(day));
    }

    /** {@code 13:42} for today, otherwise {@code 21 nov 13:42}. */
    public String time(Instant at) {
        var local = at.atZone(zone());
        String time = local.format(TIME);
        return local.toLocalDate().equals(today()) ? time : shortDate(local.toLocalDate()) + " " + time;
    }

    public LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
