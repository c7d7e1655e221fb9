package se.trepart.app.language;

import java.util.List;
import java.util.function.Predicate;

import se.trepart.model.letter.LetterKind;

import org.jspecify.annotations.Nullable;

/**
 * What the check must know of the case (ärendets uppgifter), everything already as it would stand in the letter.
 *
 * @param kind null when not known: required parts and headings are then not judged
 * @param board the name of the board that decides; empty when not known
 * @param children how many children the household has; −1 when not known
 * @param facts what is said of the children and the case: names, schools, places, amounts
 * @param journal the journal's notes, of which nothing should be pasted
 * @param easy for a reader who needs the easiest words (lättläst): judged by stricter limits, its parts in another order
 * @param name whether a word is a name that the case or the municipality has
 */
public record LetterCase(@Nullable LetterKind kind, String board, int children, List<String> facts, List<String> journal, boolean easy,
        Predicate<String> name) {

    /** Nothing is known: a file of its own. */
    public static final LetterCase UNKNOWN = new LetterCase(null, "", -1, List.of(), List.of());

    public LetterCase {
        facts = List.copyOf(facts);
        journal = List.copyOf(journal);
    }

    public LetterCase(@Nullable LetterKind kind, String board, int children, List<String> facts, List<String> journal) {
        this(kind, board, children, facts, journal, false);
    }

    /** With no names. */
    public LetterCase(@Nullable LetterKind kind, String board, int children, List<String> facts, List<String> journal, boolean easy) {
        this(kind, board, children, facts, journal, easy, _ -> false);
    }

    @Override
    public String toString() {
        return "LetterCase[" + kind + "]";
    }
}
