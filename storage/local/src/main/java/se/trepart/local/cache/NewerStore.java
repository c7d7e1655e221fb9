package se.trepart.local.cache;

/** The store was written by a newer program than this. */
public final class NewerStore extends RuntimeException {

    NewerStore(int schema) {
        super("the store has schema " + schema + ", which is newer than this program");
    }
}
