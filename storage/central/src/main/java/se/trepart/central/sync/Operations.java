package se.trepart.central.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.central.access.Visibility;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.DocumentType.Merging;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.decision.Decision;
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

    private final Standing standing;
    private final UUID device;
    private final Instant now;
    private final History history;
    private final Conflicts conflicts;

    Operations(Standing standing, UUID device, Instant now, History history, Conflicts conflicts) {
        this.standing = standing;
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
        if (type == DocumentType.CONFLICT || document instanceof ReadEvent read && !read.staffId().equals(standing.id())) {
            return new Verdict.Rejected("not_allowed");
        }
        UUID home = draft.home(document.caseId()).orElse(document.unitId());
        if (!home.equals(document.unitId())) {
            // made before the workstation knew that the case has moved
            body = Entity.inUnit(body, home);
            document = DocumentJson.read(type, body);
        }
        if (!standing.changes(Visibility.seenAs(type.name(), body), home, document.caseId())) {
            return denied(operation, current, home, document.caseId());
        }
        if (current != null) {
            return exists(operation, document, body, current, draft);
        }
        if (document instanceof Decision decision) {
            Optional<String> refused = DecisionCheck.refuse(null, decision, standing.staff());
            if (refused.isPresent()) {
                return new Verdict.Rejected(refused.get());
            }
        }
        draft.put(new Effect(Entity.first(document, body, standing.id()), device, operation.opId()));
        return new Verdict.Done(1, false);
    }

    /** Made by two who did not know of each other: brought together from nothing when it is the same document by what it is about. */
    private Verdict exists(Operation operation, Document document, JsonNode body, Entity current, Draft draft) {
        DocumentType type = document.documentType();
        SortedMap<String, String> mine = Fields.of(body);
        if (!current.deleted() && current.fields().equals(mine)) {
            return new Verdict.Done(current.version(), false);
        }
        boolean same = type.idFollows() && !current.deleted() && Objects.equals(document.caseId(), current.caseId())
                && standing.changes(current.sight(), current.unitId(), current.caseId());
        SortedMap<String, String> nothing = new TreeMap<>();
        return same ? take(operation, type, current, nothing, ThreeWayMerge.changes(nothing, mine), draft) : new Verdict.Rejected("exists");
    }

    /** Kept for the unit when the sender has lost it since, refused when it never was theirs. */
    private Verdict denied(Operation operation, @Nullable Entity current, UUID unitId, @Nullable UUID caseId) {
        return standing.onceChanged(new EntityKey(operation.type(), operation.id()), unitId, caseId)
                ? new Verdict.Clashed(asDifferences(operation, current), Verdict.ACCESS_WITHDRAWN)
                : new Verdict.Rejected("not_allowed");
    }

    private Verdict patch(Operation operation, DocumentType type, @Nullable Entity current, Draft draft) {
        SortedMap<String, FieldChange> mine = Patch.changes(operation.patch());
        if (current == null) {
            // its creation waits for a person, and so must what was built on it
            return draft.openConflict(new EntityKey(operation.type(), operation.id()))
                    .flatMap(id -> draft.find(Conflicts.conflictKey(id)))
                    .<Verdict>map(open -> new Verdict.Clashed(ThreeWayMerge.differences(new TreeMap<>(), mine),
                            Conflicts.read(open).refused().equals(Verdict.ACCESS_WITHDRAWN) ? Verdict.ACCESS_WITHDRAWN : ""))
                    .orElse(new Verdict.Rejected("unknown_document"));
        }
        if (type.merging() == Merging.APPEND_ONLY) {
            return new Verdict.Rejected("append_only");
        }
        if (!standing.changes(current.sight(), current.unitId(), current.caseId())) {
            return denied(operation, current, current.unitId(), current.caseId());
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
                Optional<String> refused = refuse(type, current, document, body, draft);
                if (refused.isPresent()) {
                    yield new Verdict.Rejected(refused.get());
                }
                Entity next = current.next(document, body, standing.id());
                draft.put(new Effect(next, device, operation.opId()));
                if (!next.unitId().equals(current.unitId())) {
                    draft.bringTogether(next, standing.id(), device);
                }
                yield new Verdict.Done(next.version(), merged);
            }
        };
    }

    /** What a change may never do, as a code: a document stays in its case, and a case moves as a whole, to a unit that there is. */
    private Optional<String> refuse(DocumentType type, Entity current, Document after, JsonNode body, Draft draft) {
        if (!Objects.equals(after.caseId(), current.caseId())) {
            return Optional.of("not_allowed");
        }
        if (!Visibility.seenAs(type.name(), body).equals(current.sight())) {
            // a reminder stays on its side of the case: others see the other one
            return Optional.of("not_allowed");
        }
        if (!after.unitId().equals(current.unitId())) {
            if (!Visibility.belongs(type.name(), after.unitId())) {
                return Optional.of("not_allowed");
            }
            boolean moves = type == DocumentType.CASE_FILE && standing.units().contains(after.unitId());
            if (!moves && !draft.home(after.caseId()).equals(Optional.of(after.unitId()))) {
                return Optional.of(type == DocumentType.CASE_FILE ? "unknown_unit" : "not_allowed");
            }
        }
        return after instanceof Decision decision
                ? DecisionCheck.refuse((Decision) DocumentJson.read(type, current.body()), decision, standing.staff())
                : Optional.empty();
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
        if (!standing.changes(current.sight(), current.unitId(), current.caseId())) {
            return denied(operation, current, current.unitId(), current.caseId());
        }
        SortedMap<String, String> seen = history.asSeen(current, operation.baseVersion());
        if (waitsForAPerson(operation, current, draft) || !seen.equals(current.fields())) {
            return new Verdict.Clashed(differences(seen, current.fields(), new TreeMap<>()), "");
        }
        Entity next = current.nextDeleted(standing.id());
        draft.put(new Effect(next, device, operation.opId()));
        return new Verdict.Done(next.version(), false);
    }

    /** A person's choice: the conflict is settled, and what was chosen goes into the document like any change made from what they saw. */
    private Verdict resolve(Operation operation, @Nullable Entity current, Draft draft) {
        if (current == null) {
            return new Verdict.Rejected("unknown_document");
        }
        if (!standing.changes(current.sight(), current.unitId(), current.caseId())) {
            return new Verdict.Rejected("not_allowed");
        }
        SortedMap<String, String> wanted = with(current.fields(), Patch.changes(operation.patch()));
        Conflict was = Conflicts.read(current);
        Conflict sent = (Conflict) DocumentJson.read(DocumentType.CONFLICT, Fields.join(wanted));
        requireSame(sent, operation);
        if (sent.resolvedBy() == null || !Conflicts.about(sent).equals(Conflicts.about(was))) {
            return new Verdict.Rejected("malformed");
        }
        Optional<Conflict> answered = was.answeredAs(sent);
        if (answered.isEmpty()) {
            return new Verdict.Rejected("changed_since");
        }
        Conflict chosen = answered.get();
        DocumentType type = DocumentJson.type(was.aboutType()).orElseThrow(() -> new IllegalArgumentException("unknown type"));
        Entity about = draft.find(Conflicts.about(was)).orElse(null);
        List<ConflictField> unanswered = chosen.unanswered(was.open() ? seen(operation, current) : chosen);
        if (was.open() && about == null && !unanswered.isEmpty()) {
            // what waits to be made stands nowhere else: it goes on waiting, as it is now
            return new Verdict.Rejected("changed_since");
        }
        long version = current.version();
        if (was.open()) {
            // who and when are the server's to say
            Conflict settled = new Conflict(was.id(), current.unitId(), was.caseId(), was.aboutType(), was.aboutId(), was.aboutSide(),
                    was.opId(), was.baseVersion(), was.theirVersion(), was.theirAuthor(), was.theirAt(), was.myAuthor(), was.mineAt(),
                    chosen.fields(), was.refused(), standing.id(), now);
            draft.put(new Effect(current.next(settled, DocumentJson.write(settled), standing.id()), device, operation.opId()));
            draft.close(was.id());
            version++;
        }
        Verdict verdict = bringIn(operation, type, chosen, unanswered, about, draft);
        if (verdict instanceof Verdict.Clashed clashed) {
            conflicts.add(draft, Conflicts.about(was), operation, about, clashed.differences(), clashed.refused());
        }
        if (was.open() && !unanswered.isEmpty() && !(verdict instanceof Verdict.Rejected)) {
            askAgain(operation, was, unanswered, draft);
        }
        return verdict instanceof Verdict.Rejected ? verdict : new Verdict.Done(version, false);
    }

    /** The conflict as the person who settles it saw it; without fields when this very batch has written more into it. */
    private Conflict seen(Operation operation, Entity current) {
        Conflict now = Conflicts.read(current);
        return current.version() == operation.baseVersion()
                ? now
                : history.at(current.key(), operation.baseVersion())
                        .map(body -> (Conflict) DocumentJson.read(DocumentType.CONFLICT, body))
                        .orElseGet(() -> Conflicts.with(now, List.of()));
    }

    /** What came into the conflict while the person was choosing is asked about by itself: nobody has chosen anything there. */
    private void askAgain(Operation operation, Conflict was, List<ConflictField> unanswered, Draft draft) {
        Entity about = draft.find(Conflicts.about(was)).orElseThrow();
        SortedMap<String, String> theirs = about.deleted() ? new TreeMap<>() : about.fields();
        List<Difference> differences = unanswered.stream()
                .map(field -> new Difference(field.path(), field.base(), theirs.get(field.path()), field.mine()))
                .toList();
        conflicts.add(draft, Conflicts.about(was), operation, about, differences, was.refused());
    }

    private Verdict bringIn(Operation operation, DocumentType type, Conflict chosen, List<ConflictField> unanswered, @Nullable Entity about,
            Draft draft) {
        SortedMap<String, FieldChange> changes = new TreeMap<>();
        for (ConflictField field : chosen.fields()) {
            if (!unanswered.contains(field) && !Objects.equals(field.chosen(), field.theirs())) {
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
        JsonNode fields = Fields.join(with(new TreeMap<>(), changes));
        Document made = DocumentJson.read(type, fields);
        JsonNode body = Entity.inUnit(fields, draft.home(made.caseId()).orElse(made.unitId()));
        Document document = DocumentJson.read(type, body);
        if (!document.id().equals(chosen.aboutId()) || !standing.changes(type.name(), document.unitId(), document.caseId())) {
            return new Verdict.Rejected("not_allowed");
        }
        if (document instanceof Decision decision) {
            Optional<String> refused = DecisionCheck.refuse(null, decision, standing.staff());
            if (refused.isPresent()) {
                return new Verdict.Rejected(refused.get());
            }
        }
        draft.put(new Effect(about == null ? Entity.first(document, body, standing.id()) : about.next(document, body, standing.id()),
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
