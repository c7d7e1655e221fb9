package se.trepart.model.letter;

/** What a letter is (brevtyp). */
public enum LetterKind {
    /** beslut: bifall */
    GRANTED,
    /** beslut: delvis bifall */
    PARTLY,
    /** beslut: avslag */
    REFUSED,
    /** begäran om komplettering */
    COMPLETION_REQUEST
}
