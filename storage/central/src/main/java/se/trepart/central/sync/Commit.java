package se.trepart.central.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import se.trepart.central.audit.AuditChain;
import se.trepart.central.audit.AuditRow;
import se.trepart.central.sync.CentralStore.Applied;
import se.trepart.central.sync.CentralStore.OpenConflict;
import se.trepart.model.DocumentType;
import se.trepart.wire.Json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that one transaction of the store writes, under one number of the feed.
 *
 * @param before the documents that existed, as they were when they were locked
 * @param device the workstation, null when the store's own administration writes
 * @param lastClientSeq the workstation's last number after this
 */
public record Commit(Instant at, List<Effect> effects, Map<EntityKey, Entity> before, @Nullable UUID device, long lastClientSeq,
        List<Applied> applied, List<OpenConflict> opened, List<UUID> closedConflicts, Consequences consequences) {

    /** What a row of the feed tells. */
    public enum FeedKind {
        PUT,
        TOMBSTONE,
        LEAVE,
        /** who sees the document has changed: a put for those who see it now, a leave for the others */
        ACCESS
    }

    /**
     * A row of the feed.
     *
     * @param sight what the document is seen as
     * @param onlyFor whom it concerns alone, null for all of the unit
     */
    public record FeedRow(EntityKey key, UUID unitId, FeedKind kind, long version, String sight, @Nullable UUID caseId,
            @Nullable UUID onlyFor) {

        static FeedRow of(Entity entity, FeedKind kind, UUID unitId, @Nullable UUID onlyFor) {
            return new FeedRow(entity.key(), unitId, kind, entity.version(), entity.sight(), entity.caseId(), onlyFor);
        }
    }

    public boolean isEmpty() {
        return effects.isEmpty() && applied.isEmpty();
    }

    /** Whether anybody may see or change something else after it than before. */
    public boolean changesRights() {
        return !consequences.turns().isEmpty() || !consequences.guards().isEmpty() || !consequences.access().isEmpty()
                || effects.stream().anyMatch(effect -> effect.after().key().type().equals(DocumentType.STAFF.name()));
    }

    /** Each document's last state. */
    public List<Entity> last() {
        Map<EntityKey, Entity> last = new LinkedHashMap<>();
        effects.forEach(effect -> last.put(effect.after().key(), effect.after()));
        return List.copyOf(last.values());
    }

    /** One row per document, one more for each unit that a document leaves, and one where who sees it has changed. */
    public List<FeedRow> feed() {
        List<FeedRow> rows = new ArrayList<>();
        for (Entity after : last()) {
            for (UUID unit : unitsBefore(after)) {
                rows.add(FeedRow.of(after, FeedKind.LEAVE, unit, null));
            }
            rows.add(FeedRow.of(after, after.deleted() ? FeedKind.TOMBSTONE : FeedKind.PUT, after.unitId(), null));
        }
        rows.addAll(consequences.turns());
        return rows;
    }

    /** Where the document has been, also on its way within this transaction: whoever made it there has it until told otherwise. */
    private Set<UUID> unitsBefore(Entity after) {
        Set<UUID> units = new LinkedHashSet<>();
        Entity was = before.get(after.key());
        if (was != null) {
            units.add(was.unitId());
        }
        effects.stream()
                .map(Effect::after)
                .filter(entity -> entity.key().equals(after.key()))
                .forEach(entity -> units.add(entity.unitId()));
        units.remove(after.unitId());
        return units;
    }

    public Set<UUID> units() {
        Set<UUID> units = new LinkedHashSet<>();
        feed().forEach(row -> units.add(row.unitId()));
        return units;
    }

    /** One entry per effect, linked to what came before. Holds ids and a hash of the content, never the content. */
    public List<AuditRow> audit(long commitSeq, byte[] chainHash) {
        List<AuditRow> rows = new ArrayList<>();
        byte[] previous = chainHash;
        for (Effect effect : effects) {
            String entry = entry(commitSeq, rows.size(), effect);
            rows.add(AuditRow.after(previous, entry));
            previous = rows.getLast().hash();
        }
        return rows;
    }

    private String entry(long commitSeq, int ord, Effect effect) {
        Entity after = effect.after();
        ObjectNode entry = Json.MAPPER.createObjectNode()
                .put("seq", commitSeq)
                .put("ord", ord)
                .put("at", at.toString())
                .put("actor", after.author().toString())
                .put("type", after.key().type())
                .put("id", after.key().id().toString())
                .put("unit", after.unitId().toString())
                .put("version", after.version())
                .put("deleted", after.deleted())
                .put("content", HexFormat.of().formatHex(AuditChain.hash(Json.canonical(after.body()))));
        if (effect.deviceId() != null) {
            entry.put("device", effect.deviceId().toString());
        }
        if (effect.opId() != null) {
            entry.put("op", effect.opId().toString());
        }
        return Json.canonical(entry);
    }
}
