package se.trepart.wire;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change made on a workstation, as pushed. Operations of one intent are applied together or not at all.
 *
 * @param clientSeq dense number per workstation, from 1
 * @param type the document type's name; a string so that an unknown one is kept. A resolve names the conflict document and changes it
 *            (chosen values, reasons, resolvedBy); the server brings the chosen values into the document that the conflict is about
 * @param unitId the unit of a created document; null for a change
 * @param caseId the case of a created document; null for a change, or where there is none
 * @param baseVersion the server version the change was made against; 0 for a create
 * @param patch changed fields by path, for a patch or a resolve; empty otherwise
 * @param body the whole document, for a create or an append; null otherwise
 * @param schema {@link Protocol#SCHEMA} of the client that made it
 */
public record Operation(UUID opId, long clientSeq, UUID intentId, String type, UUID id, Kind kind, @Nullable UUID unitId,
        @Nullable UUID caseId, long baseVersion, Map<String, Change> patch, @Nullable JsonNode body, int schema, Instant clientTime) {

    /** What an operation does. */
    public enum Kind {
        CREATE,
        PATCH,
        APPEND,
        DELETE,
        RESOLVE
    }

    /** A field before and after; null where the field is not there. */
    public record Change(@Nullable JsonNode before, @Nullable JsonNode after) {

        public Change {
            before = orAbsent(before);
            after = orAbsent(after);
        }
    }

    public Operation {
        body = orAbsent(body);
    }

    public Operation withSchema(int schema) {
        return new Operation(opId, clientSeq, intentId, type, id, kind, unitId, caseId, baseVersion, patch, body, schema, clientTime);
    }

    public Operation withClientSeq(long clientSeq) {
        return new Operation(opId, clientSeq, intentId, type, id, kind, unitId, caseId, baseVersion, patch, body, schema, clientTime);
    }

    /** JSON's null and nothing at all are the same. */
    private static @Nullable JsonNode orAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
