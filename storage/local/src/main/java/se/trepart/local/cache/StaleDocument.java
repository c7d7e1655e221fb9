package se.trepart.local.cache;

/**
 * Somebody else changed the document after it was read, and it is of a kind that must not be brought together by machine, such as a
 * decision; or it is gone. Nothing of the intent was written: the user has to look at it again.
 */
public final class StaleDocument extends RuntimeException {

    StaleDocument(String message) {
        super(message);
    }
}
