package se.trepart.central.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.central.access.StaffAccess;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.DocumentType.Merging;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.merge.FieldChange;
import se.trepart.model.merge.Locking;
import se.trepart.model.merge.ThreeWayMerge;
import se.trepart.model.merge.ThreeWayMerge.Difference;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentJson.UnreadableDocument;
import se.trepart.wire.Fields;
import se.trepart.wire.Operation;
import se.trepart.wire.Patch;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one operation does to one document. */
final class Operations {

    private final StaffAccess staff;
    private final UUID device;
    private final Instant now;
    private final History history;
    private final Conflicts conflicts;

    Operations(StaffAccess staff, UUID device, Instant now, History history, Conflicts conflicts) {
        this.staff = staff;
        this.device = device;
        this.now = now;
        this.history = history;
        this.conflicts = conflicts;
    }

    Verdict apply(Operation operation, Draft draft) {
        Optional<DocumentType> known = DocumentJson.type(operation.type());
        if (known.isEmpty()) {
            return new Verdict.Rejected("unknown_type");
        }
        DocumentType type = known.get();
        Entity current = draft.find(new EntityKey(operation.type(), operation.id())).orElse(null);
        return switch (operation.kind()) {
            case CREATE, APPEND -> create(operation, type, current, draft);
            case PATCH,
                    RESOLVE ->
                type == DocumentType.CONFLICT
                        ? resolve(operation, current, draft)
                        : operation.kind() == Operation.Kind.RESOLVE
                                ? new Verdict.Rejected("malformed")
                                : patch(operation, type, current, draft);
            case DELETE -> delete(operation, type, current, draft);
        };
    }

    /** All that the operation would make different, for a person to see when the rest of its intent clashed. */
    List<Difference> asDifferences(Operation operation, @Nullable Entity current) {
        SortedMap<String, String> theirs = current == null || current.deleted() ? new TreeMap<>() : current.fields();
        return switch (operation.kind()) {
            case CREATE, APPEND -> differences(new TreeMap<>(), theirs, Fields.of(Objects.requireNonNull(operation.body())));
            case PATCH, RESOLVE -> ThreeWayMerge.differences(theirs, Patch.changes(operation.patch()));
            case DELETE -> differences(theirs, theirs, new TreeMap<>());
        };
    }

    private Verdict create(Operation operation, DocumentType type, @Nullable Entity current, Draft draft) {
        JsonNode body = operation.body();
        boolean append = type.merging() == Merging.APPEND_ONLY;
        if (body == null || operation.kind() == Operation.Kind.APPEND && !append) {
            return new Verdict.Rejected("malformed");
        }
        Document document = DocumentJson.read(type, body);
        requireSame(document, operation);
        if (type == DocumentType.CONFLICT || !staff.mayWrite(type, document.unitId())) {
            return new Verdict.Rejected("not_allowed");
        }
        if (current != null) {
            return !current.deleted() && current.fields().equals(Fields.of(body))
                    ? new Verdict.Done(current.version(), false)
                    : new Verdict.Rejected("exists");
        }
        draft.put(new Effect(Entity.first(document, body, staff.staffId()), device, operation.opId()));
        return new Verdict.Done(1, false);
    }

    private Verdict patch(Operation operation, DocumentType type, @Nullable Entity current, Draft draft) {
        SortedMap<String, FieldChange> mine = Patch.changes(operation.patch());
        if (current == null) {
            // its creation waits for a person, and so must what was built on it
            return draft.openConflict(new EntityKey(operation.type(), operation.id())).isPresent()
                    ? new Verdict.Clashed(ThreeWayMerge.differences(new TreeMap<>(), mine), "")
                    : new Verdict.Rejected("unknown_document");
        }
        if (type.merging() == Merging.APPEND_ONLY) {
            return new Verdict.Rejected("append_only");
        }
        if (!staff.mayWrite(type, current.unitId())) {
            return new Verdict.Rejected("not_allowed");
        }
        SortedMap<String, String> seen = history.asSeen(current, operation.baseVersion());
        if (current.deleted()) {
            return new Verdict.Clashed(differences(seen, new TreeMap<>(), with(seen, mine)), "DELETED");
        }
        if (waitsForAPerson(operation, current, draft)) {
            return new Verdict.Clashed(ThreeWayMerge.differences(current.fields(), mine), "");
        }
        return take(operation, type, current, seen, mine, draft);
    }

    private Verdict take(Operation operation, DocumentType type, Entity current, SortedMap<String, String> seen,
            SortedMap<String, FieldChange> mine, Draft draft) {
        SortedMap<String, String> theirs = current.fields();
        boolean merged = !seen.equals(theirs);
        return switch (ThreeWayMerge.merge(type.merging(), seen, theirs, mine)) {
            case ThreeWayMerge.Result.Clash clash -> new Verdict.Clashed(clash.differences(), "");
            case ThreeWayMerge.Result.Merged fit -> {
                if (fit.fields().equals(theirs)) {
                    yield new Verdict.Done(current.version(), merged);
                }
                if (Locking.locked(DocumentJson.read(type, current.body()))) {
                    yield new Verdict.Clashed(ThreeWayMerge.differences(theirs, mine), "LOCKED");
                }
                JsonNode body = Fields.join(fit.fields());
                Document document;
                try {
                    document = DocumentJson.read(type, body);
                } catch (UnreadableDocument e) {
                    if (!merged) {
                        throw e;
                    }
                    yield new Verdict.Clashed(ThreeWayMerge.differences(theirs, mine), "INVALID");
                }
                requireSame(document, operation);
                if (!StaffAccess.belongs(type, document.unitId())) {
                    yield new Verdict.Rejected("not_allowed");
                }
                Entity next = current.next(document, body, staff.staffId());
                draft.put(new Effect(next, device, operation.opId()));
                yield new Verdict.Done(next.version(), merged);
            }
        };
    }

    private Verdict delete(Operation operation, DocumentType type, @Nullable Entity current, Draft draft) {
        if (current == null) {
            return new Verdict.Rejected("unknown_document");
        }
        if (current.deleted()) {
            return new Verdict.Done(current.version(), true);
        }
        if (type.merging() != Merging.BY_FIELD || Locking.locked(DocumentJson.read(type, current.body()))) {
            return new Verdict.Rejected("not_deletable");
        }
        if (!staff.mayWrite(type, current.unitId())) {
            return new Verdict.Rejected("not_allowed");
        }
        SortedMap<String, String> seen = history.asSeen(current, operation.baseVersion());
        if (waitsForAPerson(operation, current, draft) || !seen.equals(current.fields())) {
            return new Verdict.Clashed(differences(seen, current.fields(), new TreeMap<>()), "");
        }
        Entity next = current.nextDeleted(staff.staffId());
        draft.put(new Effect(next, device, operation.opId()));
        return new Verdict.Done(next.version(), false);
    }

    /** A person's choice: the conflict is settled, and what was chosen goes into the document like any change made from what they saw. */
    private Verdict resolve(Operation operation, @Nullable Entity current, Draft draft) {
        if (current == null) {
            return new Verdict.Rejected("unknown_document");
        }
        if (!staff.mayWrite(DocumentType.CONFLICT, current.unitId())) {
            return new Verdict.Rejected("not_allowed");
        }
        SortedMap<String, String> wanted = with(current.fields(), Patch.changes(operation.patch()));
        Conflict was = Conflicts.read(current);
        Conflict chosen = (Conflict) DocumentJson.read(DocumentType.CONFLICT, Fields.join(wanted));
        requireSame(chosen, operation);
        if (chosen.resolvedBy() == null || !Conflicts.about(chosen).equals(Conflicts.about(was))) {
            return new Verdict.Rejected("malformed");
        }
        DocumentType type = DocumentJson.type(was.aboutType()).orElseThrow(() -> new IllegalArgumentException("unknown type"));
        Entity about = draft.find(Conflicts.about(was)).orElse(null);
        long version = current.version();
        if (was.open()) {
            // who and when are the server's to say
            Conflict settled = new Conflict(was.id(), current.unitId(), was.caseId(), was.aboutType(), was.aboutId(), was.opId(),
                    was.baseVersion(), was.theirVersion(), was.theirAuthor(), was.myAuthor(), was.mineAt(), chosen.fields(), was.refused(),
                    staff.staffId(), now);
            draft.put(new Effect(current.next(settled, DocumentJson.write(settled), staff.staffId()), device, operation.opId()));
            draft.close(was.id());
            version++;
        }
        Verdict verdict = bringIn(operation, type, chosen, about, draft);
        if (verdict instanceof Verdict.Clashed clashed) {
            conflicts.add(draft, Conflicts.about(was), operation, about, clashed.differences(), clashed.refused());
        }
        return verdict instanceof Verdict.Rejected ? verdict : new Verdict.Done(version, false);
    }

    private Verdict bringIn(Operation operation, DocumentType type, Conflict chosen, @Nullable Entity about, Draft draft) {
        SortedMap<String, FieldChange> changes = new TreeMap<>();
        for (ConflictField field : chosen.fields()) {
            if (!Objects.equals(field.chosen(), field.theirs())) {
                changes.put(field.path(), new FieldChange(field.theirs(), field.chosen()));
            }
        }
        if (changes.isEmpty()) {
            return new Verdict.Done(0, false);
        }
        if (about != null && !about.deleted()) {
            Operation asPatch = new Operation(operation.opId(), operation.clientSeq(), operation.intentId(), about.key().type(),
                    about.key().id(), Operation.Kind.PATCH, null, null, about.version(), operation.patch(), null, operation.schema(),
                    operation.clientTime());
            Verdict verdict = take(asPatch, type, about, about.fields(), changes, draft);
            return verdict instanceof Verdict.Clashed clashed && clashed.refused().equals("LOCKED")
                    ? new Verdict.Rejected("locked")
                    : verdict;
        }
        JsonNode body = Fields.join(with(new TreeMap<>(), changes));
        Document document = DocumentJson.read(type, body);
        if (!document.id().equals(chosen.aboutId()) || !staff.mayWrite(type, document.unitId())) {
            return new Verdict.Rejected("not_allowed");
        }
        draft.put(new Effect(about == null ? Entity.first(document, body, staff.staffId()) : about.next(document, body, staff.staffId()),
                device, operation.opId()));
        return new Verdict.Done(1, false);
    }

    /** Made before the workstation knew that an earlier change of its own waits for a person: it belongs with that one. */
    private static boolean waitsForAPerson(Operation operation, Entity current, Draft draft) {
        return draft.openConflict(current.key())
                .flatMap(id -> draft.find(Conflicts.conflictKey(id)))
                .map(Conflicts::read)
                .filter(conflict -> operation.baseVersion() < conflict.theirVersion())
                .isPresent();
    }

    private static SortedMap<String, String> with(SortedMap<String, String> fields, SortedMap<String, FieldChange> changes) {
        SortedMap<String, String> result = new TreeMap<>(fields);
        changes.forEach((path, change) -> {
            String after = change.after();
            if (after == null) {
                result.remove(path);
            } else {
                result.put(path, after);
            }
        });
        return result;
    }

    private static void requireSame(Document document, Operation operation) {
        if (!document.id().equals(operation.id())) {
            throw new IllegalArgumentException("the body is another document");
        }
    }

    private static List<Difference> differences(SortedMap<String, String> base, SortedMap<String, String> theirs,
            SortedMap<String, String> mine) {
        List<Difference> differences = new ArrayList<>();
        ThreeWayMerge.changes(theirs, mine)
                .forEach((path, change) -> differences.add(new Difference(path, base.get(path), change.before(), change.after())));
        return differences;
    }
}
