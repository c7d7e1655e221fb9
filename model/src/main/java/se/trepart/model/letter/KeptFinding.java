package se.trepart.model.letter;

import java.util.UUID;

/**
 * What the plain-language check remarked on and a person keeps (behållet fynd). It holds for these words only: another sentence is judged
 * anew. R36
 *
 * @param check what was looked for, such as {@code LONG_SENTENCE}
 * @param quote the very words; empty when something is missing
 * @param sentence where they stand; empty when it holds for the letter as a whole
 * @param reason why it stays
 * @param by who keeps it
 */
public record KeptFinding(String check, String quote, String sentence, String reason, UUID by) {

    /** Whether it is about the same check of the same words. */
    public boolean of(String otherCheck, String otherQuote, String otherSentence) {
        return check.equals(otherCheck) && quote.equals(otherQuote) && sentence.equals(otherSentence);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "KeptFinding[…]";
    }
}
