package se.trepart.app.language;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.SortingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Which words are Swedish (stavning), by the word list in {@code dictionary}. The list is read the first time a word is looked up. What has
 * been looked up is remembered, so that a check at every key stroke costs nothing.
 */
final class Spelling {

    /** Names a folder with another list than the one that comes with the program. */
    private static final String FOLDER = "trepart.dictionary";

    private static final System.Logger LOG = System.getLogger(Spelling.class.getName());
    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_SUGGESTIONS = 3;
    private static final long LONGEST_SEARCH_MILLIS = 200;
    private static final Verdict RIGHT = new Verdict(true, List.of());

    private final Map<String, Verdict> remembered = new ConcurrentHashMap<>();
    private @Nullable Hunspell dictionary;
    private boolean read;

    /** What the list says of a word, and what could stand there instead. */
    private record Verdict(boolean right, List<String> instead) {}

    /** What could stand in place of the word, the best first; empty when the word is right, or has not been looked up. */
    Optional<List<String>> wrong(String word) {
        return Optional.ofNullable(remembered.get(word)).filter(verdict -> !verdict.right()).map(Verdict::instead);
    }

    /** Looks up those that have not been, which takes time; stops when interrupted. Answers whether any of the words is wrong. */
    synchronized boolean lookUp(Set<String> words) {
        List<String> fresh = words.stream().filter(word -> !remembered.containsKey(word)).toList();
        Hunspell list = fresh.isEmpty() ? null : dictionary();
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        for (String word : fresh) {
            if (list == null || Thread.currentThread().isInterrupted()) {
                break;
            }
            remembered.put(word, judge(word, list));
        }
        return words.stream().anyMatch(word -> wrong(word).isPresent());
    }

    private static Verdict judge(String word, Hunspell list) {
        return list.spell(word)
                ? RIGHT
                : new Verdict(false, list.suggest(word, LONGEST_SEARCH_MILLIS).stream().limit(MOST_SUGGESTIONS).toList());
    }

    private @Nullable Hunspell dictionary() {
        if (!read) {
            read = true;
            try (InputStream affixes = open("sv_SE.aff"); InputStream words = open("sv_SE.dic")) {
                dictionary = new Hunspell(new Dictionary(affixes, List.of(words), false, SortingStrategy.inMemory()));
            } catch (IOException | ParseException unreadable) {
                LOG.log(System.Logger.Level.WARNING, "The word list cannot be read: spelling is not checked");
            }
        }
        return dictionary;
    }

    private static InputStream open(String file) throws IOException {
        String folder = System.getProperty(FOLDER, "");
        if (!folder.isEmpty()) {
            // a channel would be closed by the key stroke that interrupts the reading
            return new BufferedInputStream(new FileInputStream(Path.of(folder, file).toFile()));
        }
        InputStream shipped = Spelling.class.getResourceAsStream("dictionary/" + file);
        if (shipped == null) {
            throw new FileNotFoundException(file);
        }
        return shipped;
    }
}
