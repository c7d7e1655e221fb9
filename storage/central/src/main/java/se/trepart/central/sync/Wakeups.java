package se.trepart.central.sync;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Tells waiting requests that something has been committed. A hint only: who is woken reads the feed again. */
public interface Wakeups {

    /** From now on; a commit between this and {@link #await} is not missed. */
    Waiting listen(Set<UUID> units);

    /** One request that waits. */
    interface Waiting extends AutoCloseable {

        /** @return false when nothing came in time */
        boolean await(Duration atMost);

        @Override
        void close();
    }
}
