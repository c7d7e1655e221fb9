package se.trepart.local.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import se.trepart.local.cache.Row.Part;
import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.vault.Keys;
import se.trepart.model.Document;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentJson.UnreadableDocument;
import se.trepart.wire.Operation;
import se.trepart.wire.Patch;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the central store has sent (base), and on top of it what the user has changed (overlay). */
final class DocumentTable {

    /** A document as it stands: its record, and its JSON with whatever a newer program may have put there. */
    record Standing(Document document, JsonNode body) {}

    private final Keys keys;
    private final OutboxTable outbox;

    DocumentTable(Keys keys, OutboxTable outbox) {
        this.keys = keys;
        this.outbox = outbox;
    }

    /** What the user sees, by a condition on the clear columns, in order of date and then id. */
    List<Row> seen(Handle handle, String condition, Map<String, ?> bindings) {
        return handle.createQuery("select * from seen where " + condition + " order by doc_date, id")
                .bindMap(bindings)
                .map((row, context) -> Row.map(Part.valueOf(row.getString("part")), false, row, context))
                .list();
    }

    Optional<Row> seen(Handle handle, About about) {
        Optional<Row> overlay = find(handle, Part.OVERLAY, about);
        return (overlay.isPresent() ? overlay : find(handle, Part.BASE, about)).filter(row -> !row.deleted());
    }

    Optional<Row> find(Handle handle, Part part, About about) {
        return handle.createQuery("select * from " + table(part) + " where type = :type and id = :id")
                .bind("type", about.type())
                .bind("id", about.id())
                .map((row, context) -> Row.map(part, row.getInt("deleted") == 1, row, context))
                .findOne();
    }

    /** Every row of a part, also those that are gone. */
    List<Row> all(Handle handle, Part part) {
        return handle.createQuery("select * from " + table(part))
                .map((row, context) -> Row.map(part, row.getInt("deleted") == 1, row, context))
                .list();
    }

    Standing open(Row row) {
        JsonNode body = row.open(keys);
        return new Standing(DocumentJson.read(row.about().type(), body).orElseThrow(), body);
    }

    /** Writes what the central store has sent, never over something newer; nothing here touches what the user has changed. */
    void receive(Handle handle, Collection<Row> rows) {
        upsert(handle, "base", rows);
    }

    void arrive(Handle handle, Collection<Row> rows) {
        upsert(handle, "arriving", rows);
    }

    private static void upsert(Handle handle, String table, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("insert into " + table + " (" + Row.COLUMNS + ") values (" + Row.VALUES
                + ") on conflict (type, id) do update set " + Row.REPLACE + " where excluded.version > " + table
                + ".version or excluded.version = " + table + ".version and excluded.deleted = 1")) {
            rows.forEach(row -> row.bindTo(batch).add());
            batch.execute();
        }
    }

    /** Lets what has arrived take the place of all there was. */
    void swap(Handle handle) {
        handle.execute("delete from base");
        handle.execute("insert into base (" + Row.COLUMNS + ") select " + Row.COLUMNS + " from arriving");
        handle.execute("delete from arriving");
    }

    /** Brings the overlay of each document in line with base and the user's operations. */
    void derive(Handle handle, Collection<About> documents) {
        for (About about : documents) {
            Optional<Row> base = find(handle, Part.BASE, about);
            write(handle, about, overlay(base, outbox.onTopOf(handle, about, base.map(Row::version).orElse(0L))));
        }
    }

    /** As {@link #derive}, when one operation came on top of what the user saw. */
    void putOnTop(Handle handle, Operation operation, Optional<Row> seen) {
        About about = new About(operation.type(), operation.id());
        JsonNode body = after(seen.map(row -> row.open(keys)).orElse(null), operation);
        Optional<Row> base = find(handle, Part.BASE, about);
        Document document = DocumentJson.read(about.type(), java.util.Objects.requireNonNull(body)).orElseThrow();
        write(handle, about, Optional.of(row(document, body, base)));
    }

    /** The overlay that base and the operations on top of it give; empty when the user sees base as it is. */
    Optional<Row> overlay(Optional<Row> base, List<Operation> operations) {
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        JsonNode body = base.filter(row -> !row.deleted()).map(row -> row.open(keys)).orElse(null);
        for (Operation operation : operations) {
            body = after(body, operation);
        }
        if (body == null) {
            return base.filter(row -> !row.deleted())
                    .map(row -> Row.gone(Part.OVERLAY, row.about(), row.unitId(), row.caseId(), row.version()));
        }
        JsonNode whole = body;
        try {
            return DocumentJson.read(operations.getFirst().type(), body).map(document -> row(document, whole, base));
        } catch (UnreadableDocument halfTruth) {
            // such as a change in a line that the other side took away: the central store makes a conflict of it, until then base is shown
            return Optional.empty();
        }
    }

    private static @Nullable JsonNode after(@Nullable JsonNode body, Operation operation) {
        return switch (operation.kind()) {
            case CREATE, APPEND -> body == null ? operation.body() : body;
            case PATCH, RESOLVE -> body == null ? null : patched(body, operation);
            case DELETE -> null;
        };
    }

    private static JsonNode patched(JsonNode body, Operation operation) {
        try {
            return Patch.apply(body, operation.patch());
        } catch (IllegalArgumentException doesNotFit) {
            return body;
        }
    }

    private Row row(Document document, JsonNode body, Optional<Row> base) {
        return Row.of(Part.OVERLAY, document, document.unitId(), document.caseId(), base.map(Row::version).orElse(0L), body, keys);
    }

    private static void write(Handle handle, About about, Optional<Row> overlay) {
        if (overlay.isEmpty()) {
            handle.execute("delete from overlay where type = ? and id = ?", about.type(), about.id());
            return;
        }
        overlay.get()
                .bindTo(handle.createUpdate("insert into overlay (" + Row.COLUMNS + ") values (" + Row.VALUES
                        + ") on conflict (type, id) do update set " + Row.REPLACE))
                .execute();
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
