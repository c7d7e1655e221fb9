package se.trepart.app.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;

import se.trepart.app.letter.LetterPage.Law;
import se.trepart.app.letter.LetterWriter.Occasion;
import se.trepart.app.text.Formats;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.decision.Statute;
import se.trepart.model.decision.Statutes;

import org.jspecify.annotations.Nullable;

/** What codes, amounts, days and laws are called in a letter: not as on the screen, for the reader is another. */
final class LetterWords {

    static final char NO_BREAK = '\u00a0';
    private static final Set<String> OF_APPEAL = Set.of(Statutes.APPEAL, Statutes.APPEAL_TIME, Statutes.LEGALITY);

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

    /** {@code november 2026}, never parted: it ends the heading. */
    static String month(YearMonth month) {
        return Formats.month(month).replace(' ', NO_BREAK);
    }

    /** A text as it was typed, one line a paragraph. */
    static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Sections that say the same told once; how a decision is appealed has a part of its own. */
    List<Law> laws(List<Statute> laws) {
        Map<String, String> cited = new LinkedHashMap<>();
        for (Statute law : laws) {
            if (!law.words().isBlank() && !OF_APPEAL.contains(law.matter())) {
                String before = cited.get(law.words());
                cited.put(law.words(), before == null ? cited(law.cited()) : of("laws", before, cited(law.cited())));
            }
        }
        return cited.entrySet().stream().map(law -> new Law(law.getValue(), law.getKey())).toList();
    }

    /** Who decided: name and title, or the unit in a letter without names; empty when it is not known here. */
    String decidedBy(Occasion occasion, @Nullable Staff decider, Role as) {
        if (as == Role.COMMITTEE) {
            return of("decider.committee");
        }
        if (occasion.letter().chosen().withoutNames()) {
            return of("decider.unnamed", occasion.unit());
        }
        if (decider == null) {
            return "";
        }
        return decider.title().isBlank() ? decider.name() : of("decider", decider.name(), decider.title().toLowerCase(Locale.ROOT));
    }

    /** Written out, and not parted at the end of a line. */
    private static String cited(String citation) {
        return citation.replace(" kap. ", NO_BREAK + "kapitlet" + NO_BREAK).replaceAll(" (§+)", NO_BREAK + "$1");
    }

    private static PropertyResourceBundle read() {
        try (InputStream in = Objects.requireNonNull(LetterWords.class.getResourceAsStream("words.properties"))) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
