package se.trepart.app.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.util.StringConverter;

import se.trepart.app.text.Formats;

import org.jspecify.annotations.Nullable;

/** A day in a date field, as 2026-12-01; 20261201 is understood too. What is no day is none. */
public final class DayConverter extends StringConverter<@Nullable LocalDate> {

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : Formats.date(day);
    }

    @Override
    public @Nullable LocalDate fromString(String written) {
        String digits = written.strip().replace("-", "");
        try {
            return digits.length() == 8 ? LocalDate.parse(digits, java.time.format.DateTimeFormatter.BASIC_ISO_DATE) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
