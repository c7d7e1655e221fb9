package se.trepart.app.template;

import java.text.CollationKey;

import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Phrase;

import org.jspecify.annotations.Nullable;

/**
 * A kind of letter or a phrase as the list shows it (rad bland mallar och fraser), every cell ready.
 *
 * @param kind null for a phrase
 * @param phrase the version at hand; null for a kind of letter
 * @param due whether its review has come (R35)
 */
record TemplatesRow(@Nullable LetterKind kind, @Nullable Phrase phrase, String name, CollationKey order, String state, String owner,
        String decided, String review, boolean due) {

    /** The same in two readings of the list. */
    Object key() {
        return phrase != null ? phrase.seriesId() : String.valueOf(kind);
    }
}
