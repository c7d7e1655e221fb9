package se.trepart.local.cache;

/** The file is damaged (skadat förråd). At the next start it is set aside, what was typed is brought over and the rest is fetched anew. */
public final class StoreDamaged extends RuntimeException {

    public StoreDamaged(Throwable cause) {
        super("the store is damaged", cause);
    }
}
