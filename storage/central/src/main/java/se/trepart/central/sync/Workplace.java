package se.trepart.central.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.access.Withdrawn;
import se.trepart.central.sync.CentralStore.OpenConflict;
import se.trepart.central.sync.CentralStore.Writing;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Staff;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Operation;
import se.trepart.wire.Operation.Kind;

import tools.jackson.databind.JsonNode;

/**
 * Everything that a batch of operations may touch, locked (arbetsyta): the documents themselves, the conflicts about them, the cases that
 * something is added to, and every document of a case that moves or whose protection may change.
 *
 * @param before the documents that exist, as they are
 * @param guarded cases of these that only their named handlers see
 */
record Workplace(Map<EntityKey, Entity> before, List<OpenConflict> open, Set<UUID> guarded) {

    static Workplace lock(Writing tx, UUID device, List<Operation> operations) {
        SortedSet<EntityKey> keys = new TreeSet<>();
        operations.forEach(operation -> keys.add(new EntityKey(operation.type(), operation.id())));
        Map<EntityKey, Entity> known = tx.read(keys.stream().filter(Workplace::decidesAccess).collect(Collectors.toSet()));
        Set<UUID> whole = new HashSet<>();
        operations.forEach(operation -> whole.addAll(wholeCases(operation, known)));
        for (Entity entity : known.values()) {
            if (entity.key().type().equals(DocumentType.CONFLICT.name())) {
                keys.add(Conflicts.about(Conflicts.read(entity)));
                Optional.ofNullable(entity.caseId()).map(Standing::caseFile).ifPresent(keys::add);
            }
        }
        operations.stream().filter(o -> o.body() != null).forEach(o -> caseOf(o).map(Standing::caseFile).ifPresent(keys::add));
        List<OpenConflict> open = tx.openConflicts(device, keys);
        open.forEach(conflict -> keys.add(Conflicts.conflictKey(conflict.conflictId())));
        Map<EntityKey, Entity> before = lock(tx, keys, whole);
        // what was settled while this waited for the lock is not open any more
        List<OpenConflict> stillOpen = open.stream()
                .filter(o -> Optional.ofNullable(before.get(Conflicts.conflictKey(o.conflictId())))
                        .map(Conflicts::read)
                        .filter(c -> c.open())
                        .isPresent())
                .toList();
        Set<UUID> cases = before.values()
                .stream()
                .flatMap(entity -> Optional.ofNullable(entity.caseId()).stream())
                .collect(Collectors.toCollection(HashSet::new));
        operations.forEach(operation -> caseOf(operation).ifPresent(cases::add));
        return new Workplace(before, stillOpen, cases.isEmpty() ? Set.of() : tx.guarded(cases));
    }

    /** The documents, and all of these cases. Whoever adds to a case locks its file, so that nothing comes in between. */
    static Map<EntityKey, Entity> lock(Writing tx, SortedSet<EntityKey> keys, Set<UUID> wholeCases) {
        if (wholeCases.isEmpty()) {
            return tx.lock(keys);
        }
        wholeCases.forEach(caseId -> keys.add(Standing.caseFile(caseId)));
        keys.addAll(tx.documentsOf(wholeCases));
        Map<EntityKey, Entity> locked = new HashMap<>(tx.lock(keys));
        SortedSet<EntityKey> since = new TreeSet<>(tx.documentsOf(wholeCases));
        since.removeAll(keys);
        if (!since.isEmpty()) {
            locked.putAll(tx.lock(since));
        }
        return locked;
    }

    Standing standing(Writing tx, StaffAccess staff, List<Operation> operations) {
        Visibility sees = Visibility.of(staff);
        Standing asOfNow = new Standing(staff, sees, guarded, new Withdrawn(Set.of(), Set.of()), Set.of(), Set.of());
        Set<UUID> units = operations.stream().anyMatch(Workplace::moves) || before.keySet().stream().anyMatch(Workplace::isConflict)
                ? unitsNamed(tx, operations)
                : Set.of();
        if (operations.stream().allMatch(operation -> fits(operation, asOfNow))) {
            return new Standing(staff, sees, guarded, asOfNow.withdrawn(), Set.of(), units);
        }
        Withdrawn withdrawn = tx.withdrawn(staff.staffId());
        Set<UUID> had = new HashSet<>(withdrawn.units());
        had.addAll(sees.units());
        Set<EntityKey> asked = new HashSet<>(before.keySet());
        operations.forEach(operation -> {
            asked.add(new EntityKey(operation.type(), operation.id()));
            caseOf(operation).map(Standing::caseFile).ifPresent(asked::add);
        });
        return new Standing(staff, sees, guarded, withdrawn, tx.left(had, asked), units);
    }

    /** Whether the sender plainly may do it, so that nobody needs to ask what they once might. */
    private boolean fits(Operation operation, Standing standing) {
        Entity entity = before.get(new EntityKey(operation.type(), operation.id()));
        if (entity != null) {
            return standing.changes(entity.sight(), entity.unitId(), entity.caseId());
        }
        UUID unit = operation.unitId();
        UUID caseId = caseOf(operation).orElse(null);
        Entity file = caseId == null ? null : before.get(Standing.caseFile(caseId));
        return unit != null && standing.changes(operation.type(), file == null ? unit : file.unitId(), caseId);
    }

    private static Set<UUID> unitsNamed(Writing tx, List<Operation> operations) {
        Set<EntityKey> named = new HashSet<>();
        for (Operation operation : operations) {
            operation.patch()
                    .forEach((path, change) -> ids(path.contains("chosen") || path.equals("unitId") ? change.after() : null)
                            .forEach(id -> named.add(new EntityKey(DocumentType.UNIT.name(), id))));
        }
        return tx.read(named).values().stream().filter(unit -> !unit.deleted()).map(unit -> unit.key().id()).collect(Collectors.toSet());
    }

    private static Set<UUID> wholeCases(Operation operation, Map<EntityKey, Entity> known) {
        Entity entity = known.get(new EntityKey(operation.type(), operation.id()));
        Set<UUID> cases = new HashSet<>();
        switch (DocumentJson.type(operation.type()).orElse(DocumentType.UNIT)) {
            case HOUSEHOLD -> {
                caseOf(operation).ifPresent(cases::add);
                Optional.ofNullable(entity).map(Entity::caseId).ifPresent(cases::add);
            }
            case CASE_FILE -> {
                if (moves(operation)) {
                    cases.add(operation.id());
                }
            }
            case CONFLICT -> Optional.ofNullable(entity)
                    .filter(e -> Set.of(DocumentType.HOUSEHOLD.name(), DocumentType.CASE_FILE.name())
                            .contains(Conflicts.about(Conflicts.read(e)).type()))
                    .map(Entity::caseId)
                    .ifPresent(cases::add);
            case STAFF -> {
                operation.patch().forEach((path, change) -> {
                    if (path.startsWith("protectedCases")) {
                        cases.addAll(ids(change.before()));
                        cases.addAll(ids(change.after()));
                    }
                });
                Optional.ofNullable(entity).map(Workplace::named).ifPresent(cases::addAll);
                Optional.ofNullable(operation.body()).map(body -> ids(body.get("protectedCases"))).ifPresent(cases::addAll);
            }
            default -> {
            }
        }
        return cases;
    }

    /** Cases whose documents the change of this person's may hide or show. */
    static Set<UUID> named(Entity staff) {
        Staff person = Consequences.staff(staff);
        return new HashSet<>(person.protectedCases());
    }

    private static boolean decidesAccess(EntityKey key) {
        return isConflict(key) || key.type().equals(DocumentType.HOUSEHOLD.name()) || key.type().equals(DocumentType.STAFF.name());
    }

    private static boolean isConflict(EntityKey key) {
        return key.type().equals(DocumentType.CONFLICT.name());
    }

    private static boolean moves(Operation operation) {
        return operation.kind() == Kind.PATCH && operation.patch().containsKey("unitId");
    }

    /** The case that a new document says it is in, or is itself; what the operation says beside its content does not count. */
    static Optional<UUID> caseOf(Operation operation) {
        JsonNode body = operation.body();
        if (body == null || !body.isObject()) {
            return Optional.empty();
        }
        return operation.type().equals(DocumentType.CASE_FILE.name())
                ? Optional.of(operation.id())
                : ids(body.get("caseId")).stream().findFirst();
    }

    private static Collection<UUID> ids(@org.jspecify.annotations.Nullable JsonNode node) {
        List<UUID> ids = new ArrayList<>();
        if (node != null && node.isArray()) {
            node.forEach(element -> ids.addAll(ids(element)));
        } else if (node != null && node.isString()) {
            try {
                ids.add(UUID.fromString(node.asString().replace("\"", "")));
            } catch (IllegalArgumentException _) {
                // no id: what stands there is judged with the rest of the operation
            }
        }
        return ids;
    }
}
