package se.trepart.app.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.PropertyResourceBundle;

import se.trepart.app.text.Formats;
import se.trepart.model.Money;

/** What codes, amounts and days are called in a letter: not as on the screen, for the reader is another. */
final class LetterWords {

    static final char NO_BREAK = '\u00a0';

    private final PropertyResourceBundle words = read();

    /** @throws MissingResourceException when there is no such text */
    String of(String key, Object... values) {
        String text = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** {@code 8 814 kronor}. */
    static String kronor(Money amount) {
        return Formats.amount(amount) + NO_BREAK + "kronor";
    }

    /** {@code 1 december 2026}, the day never parted from its month. */
    static String day(LocalDate day) {
        return Formats.longDate(day).replaceFirst(" ", String.valueOf(NO_BREAK));
    }

    private static PropertyResourceBundle read() {
        try (InputStream in = Objects.requireNonNull(LetterWords.class.getResourceAsStream("words.properties"))) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
