package se.trepart.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Words of the trade that the word list lacks (branschord), from {@code trade-words.txt}: whole words, and words that compounds begin with. */
final class TradeWords {

    private final Set<String> whole;
    private final List<String> beginnings;

    private TradeWords(Set<String> whole, List<String> beginnings) {
        this.whole = whole;
        this.beginnings = beginnings;
    }

    static TradeWords shipped() {
        try (InputStream in = Objects.requireNonNull(TradeWords.class.getResourceAsStream("trade-words.txt"))) {
            Set<String> all = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split(" +")).stream())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
            return new TradeWords(all,
                    all.stream().filter(word -> word.endsWith("-")).map(word -> word.substring(0, word.length() - 1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param known whether the word list has what the compound ends with */
    boolean has(String word, Predicate<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        return whole.contains(lower) || beginnings.stream().anyMatch(first -> begins(lower, first, known));
    }

    private static boolean begins(String word, String first, Predicate<String> known) {
        // shorter endings are mostly slips: "swishar" is no "ar"
        return word.startsWith(first) && word.length() > first.length() + 2 && known.test(word.substring(first.length()));
    }
}
