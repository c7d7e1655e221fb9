package se.trepart.local.cache;

import org.jspecify.annotations.Nullable;

/** Another process, or another window of this one, holds the store: only one may. */
public final class StoreInUse extends RuntimeException {

    StoreInUse(@Nullable Throwable cause) {
        super("the store is in use", cause);
    }
}
