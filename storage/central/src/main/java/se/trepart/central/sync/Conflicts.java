package se.trepart.central.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.followup.Side;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.merge.ThreeWayMerge.Difference;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Operation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes conflict documents, one for each document and workstation until a person has settled it. */
final class Conflicts {

    private final UUID staffId;
    private final UUID device;
    private final History history;
    private final Supplier<UUID> ids;

    Conflicts(UUID staffId, UUID device, History history, Supplier<UUID> ids) {
        this.staffId = staffId;
        this.device = device;
        this.history = history;
        this.ids = ids;
    }

    /**
     * Lays an operation before a person, in the workstation's open conflict about the same document if there is one.
     *
     * @param about the document as it is, null when it does not exist yet
     */
    UUID add(Draft draft, Operation operation, @Nullable Entity about, List<Difference> differences, String refused) {
        return add(draft, new EntityKey(operation.type(), operation.id()), operation, about, differences, refused);
    }

    /** The same, about a document that the operation itself does not name. */
    UUID add(Draft draft, EntityKey key, Operation operation, @Nullable Entity about, List<Difference> differences, String refused) {
        Entity open = draft.openConflict(key).flatMap(id -> draft.find(conflictKey(id))).orElse(null);
        Conflict conflict;
        if (open == null) {
            conflict = fresh(draft, key, operation, about, fields(differences, List.of()), refused);
            draft.put(new Effect(Entity.first(conflict, DocumentJson.write(conflict), staffId), device, operation.opId()));
            draft.open(key, conflict.id());
        } else {
            conflict = with(read(open), fields(differences, read(open).fields()));
            draft.put(new Effect(open.next(conflict, DocumentJson.write(conflict), staffId), device, operation.opId()));
        }
        return conflict.id();
    }

    static EntityKey conflictKey(UUID id) {
        return new EntityKey(DocumentType.CONFLICT.name(), id);
    }

    static EntityKey about(Conflict conflict) {
        return new EntityKey(conflict.aboutType(), conflict.aboutId());
    }

    static Conflict read(Entity conflict) {
        return (Conflict) DocumentJson.read(DocumentType.CONFLICT, conflict.body());
    }

    private Conflict fresh(Draft draft, EntityKey key, Operation operation, @Nullable Entity about, List<ConflictField> fields,
            String refused) {
        UUID unitId;
        UUID caseId;
        JsonNode body = about == null ? Objects.requireNonNull(operation.body()) : about.body();
        if (about != null) {
            unitId = about.unitId();
            caseId = about.caseId();
        } else {
            Document document = DocumentJson.read(key.type(), body).orElseThrow();
            caseId = document.caseId();
            unitId = draft.home(caseId).orElse(document.unitId());
        }
        return new Conflict(ids.get(), unitId, caseId, key.type(), key.id(), side(key, body), operation.opId(), operation.baseVersion(),
                about == null ? 0 : about.version(), about == null ? staffId : about.author(),
                about == null ? null : history.takenIn(about).orElse(null), staffId, operation.clientTime(), fields, refused, null, null);
    }

    private static @Nullable Side side(EntityKey about, JsonNode body) {
        boolean ofASide = DocumentType.named(about.type()).filter(DocumentType::ofASide).isPresent();
        return ofASide ? Side.valueOf(body.path("side").asString("")) : null;
    }

    static Conflict with(Conflict c, List<ConflictField> fields) {
        return new Conflict(c.id(), c.unitId(), c.caseId(), c.aboutType(), c.aboutId(), c.aboutSide(), c.opId(), c.baseVersion(),
                c.theirVersion(), c.theirAuthor(), c.theirAt(), c.myAuthor(), c.mineAt(), fields, c.refused(), c.resolvedBy(),
                c.resolvedAt());
    }

    /** A field that is there already keeps what both started from; mine becomes the newest. */
    private List<ConflictField> fields(List<Difference> differences, List<ConflictField> already) {
        Map<String, ConflictField> fields = new LinkedHashMap<>();
        already.forEach(field -> fields.put(field.path(), field));
        for (Difference d : differences) {
            ConflictField was = fields.get(d.path());
            fields.put(d.path(),
                    was == null
                            ? new ConflictField(ids.get(), d.path(), d.base(), d.theirs(), d.mine(), null, "")
                            : new ConflictField(was.id(), was.path(), was.base(), d.theirs(), d.mine(), null, was.reason()));
        }
        return List.copyOf(fields.values());
    }
}
