package se.trepart.local.vault;

/** What was sealed has been changed, moved or sealed with another key. Names the place, never the content. */
public final class SealBroken extends RuntimeException {

    SealBroken(String about, Throwable cause) {
        super("the seal is broken: " + about, cause);
    }
}
