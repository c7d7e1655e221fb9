package se.trepart.central.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.central.access.AccessChange;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.sync.Commit.FeedKind;
import se.trepart.central.sync.Commit.FeedRow;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.Household;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentJson.UnreadableDocument;

/**
 * What changed documents mean for who sees which (följder för behörigheten): a household that becomes protected, or is so no more; a
 * person whose units, roles or named cases change.
 *
 * @param turns rows of the feed for documents that are not changed but seen by others than before
 * @param guards cases that are seen by named handlers only from now on, or are so no more
 */
public record Consequences(List<FeedRow> turns, Map<UUID, Boolean> guards, List<AccessChange> access) {

    /**
     * @param draft the documents as they end up, with all documents of every case that changes hands
     * @param before the documents as they were
     * @param guarded cases that were seen by named handlers only
     */
    static Consequences of(Draft draft, Map<EntityKey, Entity> before, Set<UUID> guarded) {
        Map<UUID, Boolean> guards = new HashMap<>();
        List<FeedRow> turns = new ArrayList<>();
        for (UUID caseId : casesOf(draft, DocumentType.HOUSEHOLD)) {
            boolean was = guarded.contains(caseId);
            boolean is = isGuarded(draft, caseId, was);
            if (is != was) {
                guards.put(caseId, is);
                // of a new case nobody has anything that must go
                if (before.values().stream().anyMatch(entity -> caseId.equals(entity.caseId()))) {
                    turn(turns, draft, caseId, null);
                }
            }
        }
        List<AccessChange> access = new ArrayList<>();
        for (EntityKey key : changed(draft, DocumentType.STAFF)) {
            Staff staff = staff(draft.find(key).orElseThrow());
            Optional<Staff> was = Optional.ofNullable(before.get(key)).map(Consequences::staff);
            access.addAll(AccessChange.between(was.map(StaffAccess::of), StaffAccess.of(staff)));
            Set<UUID> cases = new HashSet<>(staff.protectedCases());
            Set<UUID> had = new HashSet<>(was.map(Staff::protectedCases).orElse(List.of()));
            for (UUID caseId : difference(cases, had)) {
                // whoever else it concerns has a row already
                if (!guards.containsKey(caseId)) {
                    turn(turns, draft, caseId, staff.id());
                }
            }
        }
        return new Consequences(turns, guards, access);
    }

    /** R34: one protected person protects the household, a household that cannot be read is protected, and a case stays so without one. */
    static boolean isGuarded(Draft draft, UUID caseId, boolean was) {
        List<Entity> households = draft.ofCase(caseId)
                .stream()
                .filter(entity -> entity.key().type().equals(DocumentType.HOUSEHOLD.name()) && !entity.deleted())
                .toList();
        return households.isEmpty() ? was : households.stream().anyMatch(entity -> CaseAccess.isProtected(household(entity)));
    }

    private static Optional<Household> household(Entity entity) {
        try {
            return Optional.of((Household) DocumentJson.read(DocumentType.HOUSEHOLD, entity.body()));
        } catch (UnreadableDocument _) {
            return Optional.empty();
        }
    }

    static Set<UUID> difference(Set<UUID> one, Set<UUID> other) {
        Set<UUID> either = new HashSet<>(one);
        either.addAll(other);
        either.removeIf(id -> one.contains(id) && other.contains(id));
        return either;
    }

    static Staff staff(Entity entity) {
        return (Staff) DocumentJson.read(DocumentType.STAFF, entity.body());
    }

    private static void turn(List<FeedRow> turns, Draft draft, UUID caseId, @org.jspecify.annotations.Nullable UUID onlyFor) {
        for (Entity entity : draft.ofCase(caseId)) {
            // nobody needs a document that is gone, whether they see it or not
            FeedKind kind = entity.deleted() ? FeedKind.LEAVE : FeedKind.ACCESS;
            turns.add(FeedRow.of(entity, kind, entity.unitId(), onlyFor));
        }
    }

    private static Set<UUID> casesOf(Draft draft, DocumentType type) {
        Set<UUID> cases = new HashSet<>();
        for (EntityKey key : changed(draft, type)) {
            Optional.ofNullable(draft.find(key).orElseThrow().caseId()).ifPresent(cases::add);
        }
        return cases;
    }

    private static Set<EntityKey> changed(Draft draft, DocumentType type) {
        Set<EntityKey> keys = new HashSet<>();
        draft.effects().stream().map(effect -> effect.after().key()).filter(key -> key.type().equals(type.name())).forEach(keys::add);
        return keys;
    }
}
