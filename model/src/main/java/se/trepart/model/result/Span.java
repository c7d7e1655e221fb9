package se.trepart.model.result;

import java.time.LocalDate;
import java.time.YearMonth;

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
}
