package se.trepart.central.sync;

import java.util.SortedMap;
import java.util.UUID;

import se.trepart.central.access.Visibility;
import se.trepart.model.Document;
import se.trepart.wire.Fields;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as the store has it.
 *
 * @param version from 1, one higher for every change
 * @param body the whole document, with fields that this version of the program does not know; of a deleted one what was deleted
 * @param author who made this version
 */
public record Entity(EntityKey key, UUID unitId, @Nullable UUID caseId, long version, boolean deleted, JsonNode body, UUID author) {

    /** A document's first version. */
    static Entity first(Document document, JsonNode body, UUID author) {
        return new Entity(new EntityKey(document.documentType().name(), document.id()), document.unitId(), document.caseId(), 1, false,
                body, author);
    }

    Entity next(Document document, JsonNode body, UUID author) {
        return new Entity(key, document.unitId(), document.caseId(), version + 1, false, body, author);
    }

    Entity nextDeleted(UUID author) {
        return new Entity(key, unitId, caseId, version + 1, true, body, author);
    }

    /** The same document in another unit, as its case has moved there. */
    Entity movedTo(UUID unit, UUID author) {
        return new Entity(key, unit, caseId, version + 1, deleted, inUnit(body, unit), author);
    }

    static JsonNode inUnit(JsonNode body, UUID unit) {
        ObjectNode moved = ((ObjectNode) body).deepCopy();
        moved.put("unitId", unit.toString());
        return moved;
    }

    /** What the document is seen as, see {@link Visibility#sight}. */
    public String sight() {
        return Visibility.seenAs(key.type(), body);
    }

    SortedMap<String, String> fields() {
        return Fields.of(body);
    }
}
