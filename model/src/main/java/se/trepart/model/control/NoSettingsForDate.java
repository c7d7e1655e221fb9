package se.trepart.model.control;

import java.time.LocalDate;

/** No settings are valid on the day that was asked for. */
public final class NoSettingsForDate extends RuntimeException {

    public NoSettingsForDate(LocalDate day) {
        super("no settings for " + day);
    }
}
