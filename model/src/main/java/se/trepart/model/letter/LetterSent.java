package se.trepart.model.letter;

/** A sent letter is not changed and not sent again. */
public final class LetterSent extends IllegalStateException {

    public LetterSent() {
        super("the letter is sent");
    }
}
