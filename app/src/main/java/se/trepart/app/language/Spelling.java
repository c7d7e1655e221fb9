package se.trepart.app.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.SortingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Which words are Swedish (stavning), by the word list in {@code dictionary} and the words of the trade. The list is read the first time a
 * word is looked up. What has been looked up is remembered, so that a check at every key stroke costs nothing.
 */
final class Spelling {

    /** Names a folder with another list than the one that comes with the program. */
    private static final String FOLDER = "trepart.dictionary";

    private static final System.Logger LOG = System.getLogger(Spelling.class.getName());
    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_SUGGESTIONS = 3;
    /** A slip is this near to what was meant; further away the list begins to guess, sometimes rudely. */
    private static final int MOST_LETTERS_AMISS = 2;
    private static final long LONGEST_SEARCH_MILLIS = 1000;

    private final TradeWords trade = TradeWords.shipped();
    private final Map<String, Boolean> right = new ConcurrentHashMap<>();
    private final Map<String, List<String>> instead = new ConcurrentHashMap<>();
    private final FutureTask<Hunspell> reading = new FutureTask<>(Spelling::read);
    private boolean begun;

    /** It has been looked up, and the list does not have it. */
    boolean wrong(String word) {
        return Boolean.FALSE.equals(right.get(word));
    }

    /** What could stand in place of a wrong word, the best first; not present until it has been searched for. */
    Optional<List<String>> instead(String word) {
        return Optional.ofNullable(instead.get(word));
    }

    /** Looks up those that have not been; the first time the list is read, which takes a second. Stops when interrupted. */
    synchronized void lookUp(Collection<String> words) {
        forget();
        each(words, right, (list, word) -> trade.has(word, list::spell) || list.spell(word));
    }

    /** Searches for what could stand in place of wrong words, which takes some fifty milliseconds each. Stops when interrupted. */
    synchronized void search(Collection<String> words) {
        each(words, instead, Spelling::near);
    }

    private interface Question<T> {
        T ask(Hunspell list, String word);
    }

    private <T> void each(Collection<String> words, Map<String, T> answers, Question<T> question) {
        List<String> fresh = words.stream().distinct().filter(word -> !answers.containsKey(word)).toList();
        Hunspell list = fresh.isEmpty() ? null : dictionary();
        for (String word : fresh) {
            if (list == null || Thread.currentThread().isInterrupted()) {
                return;
            }
            answers.put(word, question.ask(list, word));
        }
    }

    private void forget() {
        if (right.size() > MOST_REMEMBERED) {
            right.clear();
            instead.clear();
        }
    }

    private static List<String> near(Hunspell list, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return list.suggest(word, LONGEST_SEARCH_MILLIS)
                .stream()
                .filter(other -> EditDistance.between(lower, other.toLowerCase(Locale.ROOT)) <= MOST_LETTERS_AMISS)
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** Null when it cannot be read, or when interrupted. */
    private @Nullable Hunspell dictionary() {
        if (!begun) {
            begun = true;
            // by itself: it would keep what reads the letter from the processor
            Thread.ofPlatform().daemon().name("word list").start(reading);
        }
        try {
            return reading.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException _) {
            LOG.log(System.Logger.Level.WARNING, "The word list cannot be read: spelling is not checked");
        }
        return null;
    }

    private static Hunspell read() throws IOException, ParseException {
        try (InputStream affixes = open("sv_SE.aff"); InputStream words = open("sv_SE.dic")) {
            return new Hunspell(new Dictionary(affixes, List.of(words), false, SortingStrategy.inMemory()));
        }
    }

    private static InputStream open(String file) throws IOException {
        String folder = System.getProperty(FOLDER, "");
        if (!folder.isEmpty()) {
            return Files.newInputStream(Path.of(folder, file));
        }
        InputStream shipped = Spelling.class.getResourceAsStream("dictionary/" + file);
        if (shipped == null) {
            throw new FileNotFoundException(file);
        }
        return shipped;
    }
}
