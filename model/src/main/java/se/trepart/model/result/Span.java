package se.trepart.model.result;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The time that results are asked about (period), both days counted. */
public record Span(LocalDate first, LocalDate last) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period ends on the day it begins or later");
        }
    }

    public static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static Span months(YearMonth first, YearMonth last) {
        return new Span(first.atDay(1), last.atEndOfMonth());
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The time just before, of as many months. */
    public Span before() {
        int months = (int) ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
        YearMonth begins = YearMonth.from(first).minusMonths(months);
        return months(begins, begins.plusMonths(months - 1L));
    }
}
