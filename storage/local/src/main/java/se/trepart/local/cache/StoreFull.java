package se.trepart.local.cache;

/** The disk has no room; nothing of the intent was written. */
public final class StoreFull extends RuntimeException {

    public StoreFull(Throwable cause) {
        super("the disk is full", cause);
    }
}
