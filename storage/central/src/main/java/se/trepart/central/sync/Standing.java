package se.trepart.central.sync;

import java.util.Set;
import java.util.UUID;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.access.Withdrawn;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a batch may change as of now (ställning), and what they once might: work that was done in good faith is kept for
 * the unit, work that never was allowed is not.
 *
 * @param guarded cases that only their named handlers see
 * @param left documents that have left one of the sender's units, or their sight
 * @param units that there are
 */
record Standing(StaffAccess staff, Visibility sees, Set<UUID> guarded, Withdrawn withdrawn, Set<EntityKey> left, Set<UUID> units) {

    UUID id() {
        return staff.staffId();
    }

    boolean changes(String sight, UUID unitId, @Nullable UUID caseId) {
        return sees.changes(sight, unitId, caseId, caseId != null && guarded.contains(caseId));
    }

    boolean onceChanged(EntityKey key, UUID unitId, @Nullable UUID caseId) {
        return withdrawn.units().contains(unitId) || left.contains(key)
                || caseId != null && (withdrawn.cases().contains(caseId) || left.contains(caseFile(caseId)));
    }

    static EntityKey caseFile(UUID caseId) {
        return new EntityKey(DocumentType.CASE_FILE.name(), caseId);
    }
}
