package se.trepart.local.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.local.cache.Row.Part;
import se.trepart.local.cache.Row.Presence;
import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.sql.Bulk;
import se.trepart.model.Document;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentJson.UnreadableDocument;
import se.trepart.wire.Operation;
import se.trepart.wire.Patching;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the central store has sent (base), and on top of it what the user has changed (overlay). */
final class DocumentTable {

    /** A document as it stands: its record, and its JSON with whatever a newer program may have put there. */
    record Standing(Document document, JsonNode body) {}

    private final UnitKeys keys;
    private final OutboxTable outbox;

    DocumentTable(UnitKeys keys, OutboxTable outbox) {
        this.keys = keys;
        this.outbox = outbox;
    }

    /** What the user sees, by a condition on the clear columns, in order of date and then id. */
    List<Row> seen(Handle handle, String condition, Map<String, ?> bindings) {
        return handle.createQuery("select * from seen where " + condition + " order by doc_date, id")
                .bindMap(bindings)
                .map((row, context) -> Row.map(Part.valueOf(row.getString("part")), Presence.HERE, row, context))
                .filter(row -> keys.readable(row.unitId()))
                .list();
    }

    /** As {@link #seen}, the ids alone: what the rows hold is not read from disk. */
    List<UUID> ids(Handle handle, String condition, Map<String, ?> bindings) {
        return handle.createQuery("select id, unit_id from seen where " + condition + " order by doc_date, id")
                .bindMap(bindings)
                .map((row, context) -> {
                    ColumnMapper<UUID> id = context.findColumnMapperFor(UUID.class).orElseThrow();
                    return Map.entry(id.map(row, "id", context), id.map(row, "unit_id", context));
                })
                .filter(row -> keys.readable(row.getValue()))
                .map(Map.Entry::getKey)
                .list();
    }

    Optional<Row> seen(Handle handle, About about) {
        Optional<Row> overlay = find(handle, Part.OVERLAY, about);
        return (overlay.isPresent() ? overlay : find(handle, Part.BASE, about))
                .filter(row -> !row.deleted() && keys.readable(row.unitId()));
    }

    boolean locked(UUID unit) {
        return keys.locked().contains(unit);
    }

    /** The unit that a case here cannot be read for; empty when there is no such case, or it can be read. */
    Optional<UUID> lockedUnit(Handle handle, UUID caseId) {
        return handle.createQuery("select distinct unit_id from seen where case_id = ?")
                .bind(0, caseId)
                .mapTo(UUID.class)
                .stream()
                .filter(this::locked)
                .findFirst();
    }

    Optional<Row> find(Handle handle, Part part, About about) {
        return handle.createQuery("select * from " + table(part) + " where type = :type and id = :id")
                .bind("type", about.type())
                .bind("id", about.id())
                .map((row, context) -> Row.map(part, Presence.values()[row.getInt("deleted")], row, context))
                .findOne();
    }

    /** Every row of a part, also those that are gone. */
    List<Row> all(Handle handle, Part part) {
        return handle.createQuery("select * from " + table(part))
                .map((row, context) -> Row.map(part, Presence.values()[row.getInt("deleted")], row, context))
                .list();
    }

    Document document(Row row) {
        return row.document(keys.of(row.unitId()));
    }

    Standing open(Row row) {
        JsonNode body = row.open(keys.of(row.unitId()));
        return new Standing(DocumentJson.read(row.about().type(), body).orElseThrow(), body);
    }

    /** Writes what the central store has sent, never over something newer; nothing here touches what the user has changed. */
    void receive(Handle handle, Collection<Row> rows) {
        receive(handle, "base", rows);
    }

    /** As {@link #receive}, into what is being gathered. */
    void receiveWhileArriving(Handle handle, Collection<Row> rows) {
        receive(handle, "arriving", rows);
    }

    private static void receive(Handle handle, String table, Collection<Row> rows) {
        // a leave from a unit that the document is no longer in here says nothing new
        upsert(handle, table, rows, """
                excluded.deleted <> 2 and (excluded.version > %1$s.version
                 or excluded.version = %1$s.version and (excluded.deleted = 1 or %1$s.deleted = 2))
                or excluded.deleted = 2 and excluded.unit_id = %1$s.unit_id""".formatted(table));
    }

    /** As {@link #receive}, also over the very same version: what lies here is not what it should be. */
    void receiveAgain(Handle handle, Collection<Row> rows) {
        upsert(handle, "base", rows, "excluded.version >= base.version or excluded.deleted = 2");
    }

    void arrive(Handle handle, Collection<Row> rows) {
        upsert(handle, "arriving", rows, "excluded.version >= arriving.version");
    }

    private static void upsert(Handle handle, String table, Collection<Row> rows, String condition) {
        if (rows.isEmpty()) {
            return;
        }
        try (Bulk insert = new Bulk(handle,
                "insert into " + table + " (" + Row.COLUMNS + ") values (" + Row.VALUES + ") on conflict (type, id) do update set "
                        + Row.REPLACE + ", version = max(excluded.version, " + table + ".version) where " + condition)) {
            rows.forEach(row -> row.write(insert));
        }
    }

    /** Lets what has arrived take the place of all there was. The indexes are made afterwards, in one run. */
    void swap(Handle handle) {
        handle.execute("drop table base");
        handle.execute("alter table arriving rename to base");
        handle.execute("create index base_case on base (case_id, type) where case_id is not null");
        handle.execute("create index base_list on base (type, state, doc_date)");
        handle.execute("create index base_unit on base (unit_id)");
        handle.execute("create table arriving (" + Row.DEFINITION + ") strict");
    }

    /** Brings the overlay of each document in line with base and the user's operations. */
    void derive(Handle handle, Collection<About> documents) {
        // what a hundred operations are about is one document
        for (About about : new LinkedHashSet<>(documents)) {
            Optional<Row> base = find(handle, Part.BASE, about);
            try {
                write(handle, about, overlay(handle, base, outbox.onTopOf(handle, about, base.map(Row::version).orElse(0L))));
            } catch (UnitLocked _) {
                // what lies there cannot be read either; it is brought in line when the unit is unlocked
            }
        }
    }

    /** As {@link #derive}, when one operation came on top of what the user saw. */
    void putOnTop(Handle handle, Operation operation, Optional<Row> seen) {
        About about = new About(operation.type(), operation.id());
        JsonNode body = after(seen.map(row -> row.open(keys.of(row.unitId()))).orElse(null), List.of(operation));
        Optional<Row> base = find(handle, Part.BASE, about);
        Document document = DocumentJson.read(about.type(), java.util.Objects.requireNonNull(body)).orElseThrow();
        write(handle, about, Optional.of(row(handle, document, body, base)));
    }

    /** The overlay that base and the operations on top of it give; empty when the user sees base as it is. */
    Optional<Row> overlay(Handle handle, Optional<Row> base, List<Operation> operations) {
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        JsonNode body = after(base.filter(row -> !row.deleted()).map(row -> row.open(keys.of(row.unitId()))).orElse(null), operations);
        if (body == null) {
            return base.filter(row -> !row.deleted())
                    .map(row -> Row.gone(Part.OVERLAY, row.about(), row.unitId(), row.caseId(), row.version(), Presence.REMOVED));
        }
        JsonNode whole = body;
        try {
            return DocumentJson.read(operations.getFirst().type(), body).map(document -> row(handle, document, whole, base));
        } catch (UnreadableDocument halfTruth) {
            // such as a change in a line that the other side took away: the central store makes a conflict of it, until then base is shown
            return Optional.empty();
        }
    }

    /** The document after all of it; a change that does not fit what is there counts for nothing. */
    private static @Nullable JsonNode after(@Nullable JsonNode before, List<Operation> operations) {
        JsonNode body = before;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            switch (operation.kind()) {
                case CREATE, APPEND -> body = body == null ? operation.body() : body;
                case DELETE -> body = null;
                case PATCH, RESOLVE -> {
                    int first = i;
                    while (i + 1 < operations.size() && patches(operations.get(i + 1))) {
                        i++;
                    }
                    body = body == null ? null : patched(body, operations.subList(first, i + 1));
                }
            }
        }
        return body;
    }

    private static boolean patches(Operation operation) {
        return operation.kind() == Operation.Kind.PATCH || operation.kind() == Operation.Kind.RESOLVE;
    }

    private static JsonNode patched(JsonNode body, List<Operation> operations) {
        try {
            Patching patching = new Patching(body);
            for (Operation operation : operations) {
                try {
                    patching.apply(operation.patch());
                } catch (IllegalArgumentException doesNotFit) {
                    // what comes after it may
                }
            }
            return patching.document();
        } catch (IllegalArgumentException noDocument) {
            return body;
        }
    }

    private Row row(Handle handle, Document document, JsonNode body, Optional<Row> base) {
        return Row.of(Part.OVERLAY, document, document.unitId(), document.caseId(), base.map(Row::version).orElse(0L), body,
                keys.sealing(handle, document.unitId()));
    }

    private static void write(Handle handle, About about, Optional<Row> overlay) {
        if (overlay.isEmpty()) {
            handle.execute("delete from overlay where type = ? and id = ?", about.type(), about.id());
            return;
        }
        try (Bulk upsert = new Bulk(handle, "insert into overlay (" + Row.COLUMNS + ") values (" + Row.VALUES
                + ") on conflict (type, id) do update set version = excluded.version, " + Row.REPLACE)) {
            overlay.get().write(upsert);
        }
    }

    private static String table(Part part) {
        return switch (part) {
            case BASE -> "base";
            case OVERLAY -> "overlay";
        };
    }

    /** By type and id, for comparing two parts. */
    static Map<About, Row> byDocument(List<Row> rows) {
        Map<About, Row> map = new HashMap<>();
        rows.forEach(row -> map.put(row.about(), row));
        return map;
    }

    List<Standing> open(List<Row> rows) {
        List<Standing> standing = new ArrayList<>(rows.size());
        rows.forEach(row -> standing.add(open(row)));
        return standing;
    }
}
