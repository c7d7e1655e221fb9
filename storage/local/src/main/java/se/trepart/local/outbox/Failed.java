package se.trepart.local.outbox;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

import se.trepart.wire.PushReply.Result;

import org.jspecify.annotations.Nullable;

/**
 * A change that the central store did not take as it was (avvisad ändring). What was typed is kept, so that nothing vanishes unseen.
 *
 * @param type the document type's name
 * @param caseId null where there is no case, or it is not known here any more
 * @param result REJECTED, or QUARANTINED when the access was withdrawn before it came: then the unit's team lead has it
 * @param reason the central store's own word for why
 * @param content what was typed, by field; empty for what is quarantined
 */
public record Failed(UUID opId, String type, UUID documentId, @Nullable UUID caseId, Result result, String reason, Instant at,
        SortedMap<String, String> content) {

    /** Never the content. */
    @Override
    public String toString() {
        return "Failed[" + opId + ", " + type + ", " + result + ", " + reason + "]";
    }
}
