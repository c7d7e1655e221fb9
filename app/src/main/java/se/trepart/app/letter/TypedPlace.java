package se.trepart.app.letter;

/**
 * Words that the writer has typed in the letter at hand (ställe i texten).
 *
 * @param from where they begin in the field; the same as {@code to} when something is missing there
 */
record TypedPlace(TypedPlace.Where where, int from, int to) {

    /** The fields of a letter, from the top down. */
    enum Where {
        HEADING,
        WHY,
        WHAT_NOW
    }

    /** Whether the caret is on it. */
    boolean holds(Where field, int caret) {
        return where == field && from <= caret && caret <= to;
    }

    /** Whether it comes after the caret. */
    boolean after(Where field, int caret) {
        return where.compareTo(field) > 0 || where == field && from > caret;
    }

    boolean before(Where field, int caret) {
        return where.compareTo(field) < 0 || where == field && from < caret;
    }
}
