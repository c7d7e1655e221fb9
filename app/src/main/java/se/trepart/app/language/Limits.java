package se.trepart.app.language;

/**
 * How hard a text may be (gränsvärden), in words and in LIX.
 *
 * @param sentence more words in a sentence are a note
 * @param longSentence more are a warning
 * @param lix green up to it
 * @param hardLix red over it
 * @param average words a sentence, green up to it
 * @param hardAverage red over it
 */
public record Limits(int sentence, int longSentence, int lix, int hardLix, int average, int hardAverage) {

    /** Of any letter: up to LIX 35 is easy, over 45 is not for a letter; thirteen words a sentence is the aim. */
    public static final Limits LETTER = new Limits(20, 25, 35, 45, 13, 20);

    /**
     * Of an easy letter (lättläst): one thought a sentence, where a date alone is three words. Under LIX 30 is very easy, as books for children
     * are; a text that is not is no easy one.
     */
    public static final Limits EASY = new Limits(12, 15, 25, 30, 8, 12);

    static Limits of(LetterCase about) {
        return about.easy() ? EASY : LETTER;
    }
}
