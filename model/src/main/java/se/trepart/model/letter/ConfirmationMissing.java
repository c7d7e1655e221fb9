package se.trepart.model.letter;

/** R34: a letter to a protected household needs a second person's confirmation. */
public final class ConfirmationMissing extends IllegalStateException {

    public ConfirmationMissing() {
        super("a second person must confirm the letter");
    }
}
