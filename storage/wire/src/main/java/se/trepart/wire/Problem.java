package se.trepart.wire;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Why the server did not do as asked; never holds personal data.
 *
 * @param code such as out_of_order, replay_differs, resync_required, too_large, not_allowed, unknown_epoch
 * @param expected the client sequence number the server waits for, with out_of_order and unknown_epoch
 * @param epoch the server's epoch, with unknown_epoch: everything from {@code expected} on is to be sent again under it
 */
public record Problem(String code, String detail, @Nullable Long expected, @Nullable UUID epoch) {

    public Problem(String code, String detail, @Nullable Long expected) {
        this(code, detail, expected, null);
    }
}
