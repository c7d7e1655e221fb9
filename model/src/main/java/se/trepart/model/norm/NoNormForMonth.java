package se.trepart.model.norm;

import java.time.YearMonth;

/** There is no norm table for the month that was asked for. */
public final class NoNormForMonth extends RuntimeException {

    private final YearMonth month;

    public NoNormForMonth(YearMonth month) {
        super("no norm for " + month);
        this.month = month;
    }

    public YearMonth month() {
        return month;
    }
}
