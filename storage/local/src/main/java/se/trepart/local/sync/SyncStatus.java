package se.trepart.local.sync;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the sync stands, for the line at the bottom of the window.
 *
 * @param unsent changes not yet acknowledged; zero is shown too
 * @param lastSuccess when everything was last sent and fetched; null if never
 * @param lastAttempt when it was last tried
 * @param problem why the last attempt failed, NONE when it did not
 * @param conflicts open conflicts on this workstation
 */
public record SyncStatus(Connection connection, int unsent, @Nullable Instant lastSuccess, @Nullable Instant lastAttempt, Problem problem,
        int conflicts) {

    /** Whether the central store is reached. */
    public enum Connection {
        ONLINE,
        OFFLINE,
        /** the user has chosen to work without the network (fältläge) */
        FIELD_MODE,
        /** nothing tried yet */
        UNKNOWN
    }

    /** Why it failed, one text per cause. */
    public enum Problem {
        NONE,
        NO_NETWORK,
        SERVER_BUSY,
        CERTIFICATE,
        SIGNED_OUT,
        ACCESS_WITHDRAWN,
        DISK_FULL,
        OLD_CLIENT,
        UNEXPECTED
    }
}
