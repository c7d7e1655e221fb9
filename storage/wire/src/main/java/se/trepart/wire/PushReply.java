package se.trepart.wire;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of each operation. Every outcome is final for the workstation's queue.
 *
 * @param lastClientSeq the last number the server has from this workstation
 */
public record PushReply(UUID epoch, long lastClientSeq, List<Outcome> outcomes) {

    /**
     * @param version the document's version after the operation, 0 when it was rejected
     * @param conflictId the conflict document it led to, null otherwise
     * @param reason why it was rejected; empty otherwise
     */
    public record Outcome(UUID opId, Result result, long version, @Nullable UUID conflictId, String reason) {}

    /** What became of an operation. */
    public enum Result {
        APPLIED,
        MERGED,
        CONFLICT,
        REJECTED,
        /** the sender has lost the unit since: kept as a conflict for the unit's team lead */
        QUARANTINED
    }
}
