package se.trepart.app.letter;

import java.util.List;

import se.trepart.app.language.Weight;
import se.trepart.model.letter.KeptFinding;

import org.jspecify.annotations.Nullable;

/**
 * What the plain-language check says of one place in the letter at hand (anmärkning), as its writer reads it.
 *
 * @param check what was looked for, the same name as in {@link KeptFinding}
 * @param text what is wrong and what to write, a plain sentence or two
 * @param sentence where it stands; empty when it is about the letter as a whole
 * @param quote the very words; empty when something is missing
 * @param where the part of the letter, as the writer calls it
 * @param instead what could stand there, the best first; empty when nothing can be put there by a key
 * @param place where the writer can mend it; null when it stands in the template or in the decision
 * @param kept why it stays; null while it does not
 */
record Remark(String check, Weight weight, String text, String sentence, String quote, String where, List<String> instead,
        @Nullable TypedPlace place, @Nullable KeptFinding kept) {

    Remark {
        instead = List.copyOf(instead);
    }

    /** R36: a block in the writer's own words stops the letter. What cannot be mended here must not, for then nothing could be sent. */
    boolean stops() {
        return weight == Weight.BLOCK && place != null;
    }

    /** R36: it is mended, or somebody says why it stays. */
    boolean asks() {
        return keepable() && kept == null;
    }

    /** A suggestion can be put there by a key. */
    boolean takeable() {
        return place != null && !instead.isEmpty() && !quote.isEmpty();
    }

    /** Whether it is about the same words as another, wherever they stand by now. */
    boolean about(Remark other) {
        return check.equals(other.check) && quote.equals(other.quote) && sentence.equals(other.sentence);
    }

    boolean keepable() {
        return weight != Weight.NOTE && !stops();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Remark[" + check + "]";
    }
}
