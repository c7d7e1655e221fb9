package se.trepart.app.result;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.result.Span;

/** The times that results can be asked about (perioder): whole months, so that the same question gives the same answer everywhere. */
final class ResultPeriods {

    private static final int YEARS = 3;
    private static final int QUARTERS = 8;
    private static final int MONTHS = 12;
    private static final int MONTHS_OF_A_QUARTER = 3;

    private ResultPeriods() {}

    /** The last twelve months first: what a new year has to tell is little. */
    static List<Choice<Span>> of(LocalDate today, Texts texts) {
        YearMonth now = YearMonth.from(today);
        List<Choice<Span>> periods = new ArrayList<>();
        periods.add(new Choice<>(texts.of("result.period.twelve"), Span.months(now.minusMonths(MONTHS - 1L), now)));
        for (int i = 0; i < YEARS; i++) {
            periods.add(new Choice<>(texts.of("result.period.year", now.getYear() - i), Span.year(now.getYear() - i)));
        }
        YearMonth quarter = now.minusMonths((now.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
        for (int i = 0; i < QUARTERS; i++) {
            YearMonth first = quarter.minusMonths(i * (long) MONTHS_OF_A_QUARTER);
            int number = (first.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1;
            periods.add(new Choice<>(texts.of("result.period.quarter", number, first.getYear()), Span.months(first, first.plusMonths(2))));
        }
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = now.minusMonths(i);
            String name = Formats.month(month);
            periods.add(new Choice<>(name.substring(0, 1).toUpperCase(Formats.SWEDISH) + name.substring(1), Span.months(month, month)));
        }
        return periods;
    }

    /** Januari 2026–mars 2026. */
    static String words(Span span) {
        YearMonth first = YearMonth.from(span.first());
        YearMonth last = YearMonth.from(span.last());
        return first.equals(last) ? Formats.month(first) : Formats.month(first) + "–" + Formats.month(last);
    }
}
