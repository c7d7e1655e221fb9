package se.trepart.model.letter;

import java.util.Locale;

/** A part of a letter (brevdel). In a letter's HTML the heading or paragraph that begins it is marked with {@link #mark}. */
public enum LetterPart {
    /** beskedet: the lead paragraph */
    RESULT,
    /** bron: why there are several decisions in one letter (S9) */
    BRIDGE,
    /** varför */
    WHY,
    /** det brevet säger nej till */
    REFUSALS,
    /** barnen */
    CHILDREN,
    /** så har vi räknat */
    SUMS,
    /** så betalar du */
    PAYMENT,
    /** det här ska du göra nu */
    DO_NOW,
    /** det här ska du lämna in */
    HAND_IN,
    /** när och var */
    WHEN_WHERE,
    /** det här händer annars */
    OTHERWISE,
    /** så svarar du */
    ANSWER,
    /** lagen */
    LAW,
    /** vem som beslutade */
    DECIDER,
    /** så överklagar du */
    APPEAL,
    /** frågor */
    QUESTIONS,
    /** fri text */
    TEXT;

    /** As it stands in {@code data-part}: lower case, words parted by a hyphen. */
    public String mark() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part with that mark. @throws IllegalArgumentException when there is none */
    public static LetterPart of(String mark) {
        return valueOf(mark.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
