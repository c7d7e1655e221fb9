package se.trepart.app.language;

/** How much a finding weighs (tyngd). */
public enum Weight {
    /** spärr: the letter cannot be finished, the template not published */
    BLOCK,
    /** varning: the writer decides, and says why it stays */
    WARNING,
    /** upplysning */
    NOTE
}
