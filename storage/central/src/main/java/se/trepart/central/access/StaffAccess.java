package se.trepart.central.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.DocumentType;
import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;

/**
 * What a member of staff may hold and change (behörighet), from the access register and never from what a workstation says.
 *
 * @param units the units of the register; not those everyone has
 */
public record StaffAccess(UUID staffId, boolean active, Set<Role> roles, Set<UUID> units) {

    private static final Set<Role> READS_CASES = EnumSet.of(Role.CASEWORKER, Role.CONSULTANT, Role.TEAM_LEAD, Role.UNIT_MANAGER,
            Role.CONTROLLER);
    private static final Set<Role> CHANGES_CASES = EnumSet.of(Role.CASEWORKER, Role.CONSULTANT, Role.TEAM_LEAD, Role.UNIT_MANAGER);
    private static final Set<DocumentType> OF_THE_MUNICIPALITY = EnumSet.of(DocumentType.STAFF, DocumentType.UNIT, DocumentType.SETTINGS,
            DocumentType.CHECKLIST_TEMPLATE);

    public StaffAccess {
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
    }

    /** The units whose documents may lie on this person's workstation. An administrator reads no case. */
    public Set<UUID> readableUnits() {
        Set<UUID> readable = new HashSet<>();
        if (active) {
            readable.add(Unit.MUNICIPALITY);
            if (holdsOneOf(READS_CASES)) {
                readable.addAll(units);
            }
        }
        return readable;
    }

    /** Whether this person may write a document of the type in the unit. What is the municipality's is the administrator's. */
    public boolean mayWrite(DocumentType type, UUID unitId) {
        if (!active || !belongs(type, unitId)) {
            return false;
        }
        return unitId.equals(Unit.MUNICIPALITY) ? roles.contains(Role.ADMINISTRATOR) : units.contains(unitId) && holdsOneOf(CHANGES_CASES);
    }

    /** Whether a document of the type can lie in the unit at all: registers and settings in the municipality's, cases in the others. */
    public static boolean belongs(DocumentType type, UUID unitId) {
        return type == DocumentType.CONFLICT || OF_THE_MUNICIPALITY.contains(type) == unitId.equals(Unit.MUNICIPALITY);
    }

    private boolean holdsOneOf(Set<Role> some) {
        return roles.stream().anyMatch(some::contains);
    }
}
