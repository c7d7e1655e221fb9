package se.trepart.local.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import se.trepart.local.cache.Rescued;

import org.jspecify.annotations.Nullable;

/**
 * How the sync stands, for the line at the bottom of the window and the sync centre.
 *
 * @param unsent changes not yet acknowledged; zero is shown too
 * @param lastSuccess when everything was last sent and fetched; null if never
 * @param lastAttempt when it was last tried
 * @param problem why the last attempt failed, NONE when it did not
 * @param conflicts open conflicts on this workstation
 * @param failed changes that the central store rejected and nobody has seen to; see {@link Sync#failed}
 * @param quarantined changes sent after the access was withdrawn: they wait for the unit's team lead
 * @param locked units that cannot be read until the central store has been reached
 * @param progress what is being fetched or sent; null when nothing big is
 * @param clockOffset how much this computer's clock is behind the central store's; negative when it is ahead
 * @param rescued what became of a damaged store that was set aside when this one was opened; null when none was
 */
public record SyncStatus(Connection connection, int unsent, @Nullable Instant lastSuccess, @Nullable Instant lastAttempt, Problem problem,
        int conflicts, int failed, int quarantined, Set<UUID> locked, @Nullable Progress progress, Duration clockOffset,
        @Nullable Rescued rescued) {

    /** more than this is worth telling: the user's own times are then wrong */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

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
        /** the person has as many workstations as anybody may have, and this is one more */
        TOO_MANY_DEVICES,
        /** the central store says something else than it has said before: nothing of it is taken in */
        SERVER_CONTRADICTS,
        /** the store's own file is damaged: a restart sets it aside and rescues what was typed */
        STORE_DAMAGED,
        UNEXPECTED
    }

    /**
     * How far something big has come.
     *
     * @param total zero when not known
     */
    public record Progress(What what, long done, long total) {

        /** What is on its way. */
        public enum What {
            DOCUMENTS,
            SNAPSHOTS,
            ATTACHMENT
        }
    }

    /** Whether the computer's clock is so wrong that its user should know; nothing in the sync goes by it. */
    public boolean clockWrong() {
        return clockOffset.abs().compareTo(CLOCK_TOLERANCE) > 0;
    }
}
