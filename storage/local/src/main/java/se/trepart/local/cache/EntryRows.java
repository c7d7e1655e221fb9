package se.trepart.local.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.local.cache.Row.Part;
import se.trepart.local.cache.Row.Presence;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;
import se.trepart.model.Document;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentJson.UnreadableDocument;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Makes rows of what the central store sends; what only a newer program can read is put by, whole, until this is one. */
final class EntryRows {

    /** fewer than this are not worth sharing among processors */
    private static final int FEW = 100;

    private final UnitKeys keys;

    EntryRows(UnitKeys keys) {
        this.keys = keys;
    }

    /**
     * The rows that the entries make, in order.
     *
     * @throws UnitLocked when one cannot be sealed until the unit's key has been lent again
     */
    List<Row> of(Handle handle, List<Entry> entries) {
        List<Row> rows = new ArrayList<>(entries.size());
        boolean putBy = handle.createQuery("select exists (select 1 from pending_entry)").mapTo(boolean.class).one();
        Map<UUID, Keys> sealing = sealing(handle, entries);
        // reading and sealing are most of the work, and each document's is its own
        Stream<Entry> some = entries.size() < FEW ? entries.stream() : entries.parallelStream();
        Iterator<Optional<Row>> made = some.map(entry -> row(entry, sealing)).toList().iterator();
        try (Bulk remove = new Bulk(handle, "delete from pending_entry where type = ? and id = ?")) {
            for (Entry entry : entries) {
                Optional<Row> row = made.next();
                if (row.isPresent()) {
                    if (putBy) {
                        remove.run(entry.type(), entry.id());
                    }
                    rows.add(row.get());
                } else if (sealing.containsKey(entry.unitId())) {
                    putBy(handle, entry);
                    putBy = true;
                }
            }
        }
        return rows;
    }

    /** By unit; none of one whose key nobody lends any more: the inventory that follows its unlocking finds that documents are missing. */
    private Map<UUID, Keys> sealing(Handle handle, List<Entry> entries) {
        Map<UUID, Keys> sealing = new HashMap<>();
        for (Entry entry : entries) {
            UUID unit = entry.unitId();
            if (put(entry) && keys.locked().contains(unit)) {
                if (keys.listed(handle, unit)) {
                    throw new UnitLocked(unit);
                }
            } else if (put(entry)) {
                sealing.computeIfAbsent(unit, _ -> keys.sealing(handle, unit));
            }
        }
        return sealing;
    }

    private static boolean put(Entry entry) {
        return entry.kind() == Entry.Kind.PUT && entry.body() != null;
    }

    /** Empty when it cannot be read or not be sealed. */
    private static Optional<Row> row(Entry entry, Map<UUID, Keys> sealing) {
        if (!put(entry)) {
            Presence presence = entry.kind() == Entry.Kind.LEAVE ? Presence.LEFT : Presence.REMOVED;
            return Optional.of(
                    Row.gone(Part.BASE, new About(entry.type(), entry.id()), entry.unitId(), entry.caseId(), entry.version(), presence));
        }
        Keys key = sealing.get(entry.unitId());
        return key == null
                ? Optional.empty()
                : readable(entry).map(document -> Row.of(Part.BASE, document, entry.unitId(), entry.caseId(), entry.version(),
                        Objects.requireNonNull(entry.body()), key));
    }

    /** What was put by and can be read now; it is put by no longer. */
    List<Entry> readableNow(Handle handle) {
        List<Entry> entries = handle.createQuery("select type, id, unit_id, body from pending_entry")
                .map((row, _) -> new PutBy(row.getString("type"), Bulk.uuid(row.getBytes("id")), Bulk.uuid(row.getBytes("unit_id")),
                        row.getBytes("body")))
                .list()
                .stream()
                .filter(row -> keys.readable(row.unit))
                .map(row -> Json.MAPPER.readValue(keys.of(row.unit).open(row.body, name(row.type, row.id)), Entry.class))
                .filter(entry -> readable(entry).isPresent())
                .toList();
        entries.forEach(entry -> handle.execute("delete from pending_entry where type = ? and id = ?", entry.type(), entry.id()));
        return entries;
    }

    private record PutBy(String type, UUID id, UUID unit, byte[] body) {}

    private static Optional<Document> readable(Entry entry) {
        JsonNode body = entry.body();
        try {
            return body == null
                    ? Optional.empty()
                    : DocumentJson.read(entry.type(), body).filter(d -> d.id().equals(entry.id()) && told(d));
        } catch (UnreadableDocument newerShape) {
            return Optional.empty();
        }
    }

    /** Whether it has all that is needed to list it: one document that lacks a part must not stop those after it. */
    private static boolean told(Document document) {
        try {
            return Objects.nonNull(document.documentState()) && Objects.nonNull(document.documentDate());
        } catch (NullPointerException lacksAPart) {
            return false;
        }
    }

    private void putBy(Handle handle, Entry entry) {
        byte[] body = keys.sealing(handle, entry.unitId()).seal(Json.MAPPER.writeValueAsBytes(entry), name(entry.type(), entry.id()));
        try (Bulk upsert = new Bulk(handle, """
                insert into pending_entry (type, id, unit_id, version, body) values (?, ?, ?, ?, ?)
                on conflict (type, id) do update set unit_id = excluded.unit_id, version = excluded.version, body = excluded.body
                 where excluded.version >= pending_entry.version""")) {
            upsert.run(entry.type(), entry.id(), entry.unitId(), entry.version(), body);
        }
    }

    static String name(String type, UUID id) {
        return "pending|" + type + "|" + id;
    }
}
