package se.trepart.local.cache;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.local.cache.DocumentTable.Standing;
import se.trepart.local.cache.Intent.Write;
import se.trepart.local.cache.Row.Part;
import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.DocumentType.Merging;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Fields;
import se.trepart.wire.Operation;
import se.trepart.wire.Operation.Kind;
import se.trepart.wire.Patch;
import se.trepart.wire.Protocol;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The documents in the sealed SQLite file. */
final class SealedDocuments implements DocumentStore {

    /** fewer than this are not worth sharing among processors */
    private static final int FEW = 100;

    private final Database database;
    private final DocumentTable table;
    private final OutboxTable outbox;
    private final Changes changes;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private volatile Runnable saved = () -> {};

    SealedDocuments(Database database, DocumentTable table, OutboxTable outbox, Changes changes, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.table = table;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public <D extends Document> Optional<D> find(Class<D> type, UUID id) {
        About about = new About(DocumentType.of(type).name(), id);
        return database.read(handle -> table.seen(handle, about)).flatMap(this::open).map(type::cast);
    }

    @Override
    public <D extends Document> List<D> inCase(Class<D> type, UUID caseId) {
        return read("case_id = :case and type = :type", Map.of("case", caseId, "type", DocumentType.of(type).name())).map(type::cast)
                .toList();
    }

    @Override
    public List<Document> caseDocuments(UUID caseId) {
        List<Document> documents = read("case_id = :case", Map.of("case", caseId)).toList();
        if (documents.isEmpty()) {
            database.read(handle -> table.lockedUnit(handle, caseId)).ifPresent(unit -> {
                throw new UnitLocked(unit);
            });
        }
        return documents;
    }

    @Override
    public <D extends Document> List<D> list(Class<D> type, ListFilter filter) {
        Map<String, Object> bindings = new HashMap<>();
        return read(condition(type, filter, bindings), bindings).map(type::cast).toList();
    }

    @Override
    public List<UUID> ids(Class<? extends Document> type, ListFilter filter) {
        Map<String, Object> bindings = new HashMap<>();
        String condition = condition(type, filter, bindings);
        return database.read(handle -> table.ids(handle, condition, bindings));
    }

    private static String condition(Class<? extends Document> type, ListFilter filter, Map<String, Object> bindings) {
        StringBuilder condition = new StringBuilder("type = :type");
        bindings.put("type", DocumentType.of(type).name());
        among("state", filter.states(), condition, bindings);
        among("unit_id", filter.units(), condition, bindings);
        if (filter.from() != null) {
            condition.append(" and doc_date >= :from");
            bindings.put("from", filter.from().toString());
        }
        if (filter.to() != null) {
            condition.append(" and doc_date <= :to");
            bindings.put("to", filter.to().toString());
        }
        return condition.toString();
    }

    private static void among(String column, Set<?> values, StringBuilder condition, Map<String, Object> bindings) {
        if (values.isEmpty()) {
            return;
        }
        int[] number = {0};
        condition.append(values.stream().map(value -> {
            String name = column + number[0]++;
            bindings.put(name, value);
            return ":" + name;
        }).collect(Collectors.joining(", ", " and " + column + " in (", ")")));
    }

    /** The rows are read first and opened afterwards, so that a long list holds no read connection. */
    private Stream<Document> read(String condition, Map<String, ?> bindings) {
        List<Row> rows = database.read(handle -> table.seen(handle, condition, bindings));
        Stream<Row> some = rows.size() < FEW ? rows.stream() : rows.parallelStream();
        return some.flatMap(row -> open(row).stream());
    }

    /** Empty when the unit's lease ended between the two: it is then as if the row had not been found. */
    private Optional<Document> open(Row row) {
        try {
            return Optional.of(table.document(row));
        } catch (UnitLocked _) {
            return Optional.empty();
        }
    }

    @Override
    public void save(Intent intent) {
        Set<UUID> changed = database.write(handle -> {
            UUID intentId = ids.get();
            return intent.writes().stream().flatMap(write -> write(handle, intentId, write).stream()).collect(Collectors.toSet());
        });
        changes.tell(changed);
        saved.run();
    }

    /** Run after every save, before it returns. */
    void afterSave(Runnable work) {
        saved = work;
    }

    private Optional<UUID> write(Handle handle, UUID intentId, Write write) {
        return switch (write) {
            case Write.Create(Document document) -> Optional.of(create(handle, intentId, document));
            case Write.Change(Document before, Document after) -> change(handle, intentId, before, after);
        };
    }

    private UUID create(Handle handle, UUID intentId, Document document) {
        DocumentType type = document.documentType();
        About about = new About(type.name(), document.id());
        if (table.seen(handle, about).isPresent()) {
            throw new IllegalArgumentException("there is already a " + type + " " + document.id());
        }
        Kind kind = type.merging() == Merging.APPEND_ONLY ? Kind.APPEND : Kind.CREATE;
        put(handle, intentId, document, kind, 0, Map.of(), DocumentJson.write(document), Optional.empty());
        return shownBy(document);
    }

    private Optional<UUID> change(Handle handle, UUID intentId, Document before, Document after) {
        DocumentType type = after.documentType();
        if (before.documentType() != type || !before.id().equals(after.id()) || type.merging() == Merging.APPEND_ONLY) {
            throw new IllegalArgumentException("not a change of a " + type);
        }
        JsonNode beforeBody = DocumentJson.write(before);
        SortedMap<String, Operation.Change> patch = Patch.between(beforeBody, DocumentJson.write(after));
        if (patch.isEmpty()) {
            return Optional.empty();
        }
        About about = new About(type.name(), after.id());
        Row seen = table.seen(handle, about).orElseThrow(() -> gone(after));
        Standing standing = table.open(seen);
        if (type.merging() == Merging.NEVER && !sameFields(beforeBody, DocumentJson.write(standing.document()))) {
            throw new StaleDocument(type + " " + after.id() + " has been changed by somebody else");
        }
        // what the patch says was there before is what this person saw: the central store counts it over the version's own value
        long baseVersion = Math.max(table.find(handle, Part.BASE, about).map(Row::version).orElse(0L), outbox.lastVersion(handle, about));
        Kind kind = type == DocumentType.CONFLICT ? Kind.RESOLVE : Kind.PATCH;
        put(handle, intentId, after, kind, baseVersion, patch, null, Optional.of(seen));
        return Optional.of(shownBy(after));
    }

    /** What cannot be read now is not gone. */
    private RuntimeException gone(Document document) {
        return table.locked(document.unitId())
                ? new UnitLocked(document.unitId())
                : new StaleDocument("there is no longer a " + document.documentType() + " " + document.id());
    }

    private static boolean sameFields(JsonNode one, JsonNode other) {
        return Fields.of(one).equals(Fields.of(other));
    }

    private void put(Handle handle, UUID intentId, Document document, Kind kind, long baseVersion, Map<String, Operation.Change> patch,
            @Nullable JsonNode body, Optional<Row> seen) {
        boolean made = body != null;
        Operation operation = new Operation(ids.get(), outbox.next(handle), intentId, document.documentType().name(), document.id(), kind,
                made ? document.unitId() : null, made ? document.caseId() : null, baseVersion, patch, body, Protocol.SCHEMA,
                clock.instant());
        outbox.add(handle, operation);
        table.putOnTop(handle, operation, seen);
    }

    /**
     * Sends again, as new operations, what the central store rejected; all that belongs together with it too. Returns whether there was
     * anything.
     */
    boolean tryAgain(UUID opId) {
        Set<UUID> changed = database.write(handle -> again(handle, opId));
        changes.tell(changed);
        saved.run();
        return !changed.isEmpty();
    }

    /**
     * Sends again what was rejected because the central store did not know the document, when it does now: after a restore the one who made
     * it may come back later than the one who changed it. Returns whether there was anything.
     */
    boolean sendFoundAgain() {
        if (database.read(outbox::found).isEmpty()) {
            return false;
        }
        Set<UUID> changed = database.write(handle -> {
            Set<UUID> shown = new HashSet<>();
            outbox.found(handle).forEach(opId -> shown.addAll(again(handle, opId)));
            return shown;
        });
        changes.tell(changed);
        return true;
    }

    private Set<UUID> again(Handle handle, UUID opId) {
        UUID intentId = ids.get();
        Set<About> about = new HashSet<>();
        for (Operation old : outbox.seeToIntent(handle, opId)) {
            outbox.add(handle, new Operation(ids.get(), outbox.next(handle), intentId, old.type(), old.id(), old.kind(), old.unitId(),
                    old.caseId(), old.baseVersion(), old.patch(), old.body(), old.schema(), clock.instant()));
            about.add(new About(old.type(), old.id()));
        }
        table.derive(handle, about);
        return about.stream()
                .map(document -> table.seen(handle, document).map(Feed::shownBy).orElse(document.id()))
                .collect(Collectors.toSet());
    }

    private static UUID shownBy(Document document) {
        UUID caseId = document.caseId();
        return caseId == null ? document.id() : caseId;
    }

    @Override
    public AutoCloseable onChange(Consumer<Set<UUID>> listener) {
        return changes.listen(listener);
    }
}
