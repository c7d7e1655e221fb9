package se.trepart.central.access;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;

/**
 * A person in the access register (behörighet), never as a workstation says. What it lets them see and change: {@link Visibility}.
 *
 * @param units the units of the register; not those everyone has
 * @param protectedCases cases with protected identity that this person is named handler of (R34)
 */
public record StaffAccess(UUID staffId, boolean active, Set<Role> roles, Set<UUID> units, Set<UUID> protectedCases) {

    public StaffAccess {
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
        protectedCases = Set.copyOf(protectedCases);
    }

    /** A person who is not in the register. */
    public static StaffAccess nobody(UUID staffId) {
        return new StaffAccess(staffId, false, Set.of(), Set.of(), Set.of());
    }

    public static StaffAccess of(Staff staff) {
        return new StaffAccess(staff.id(), staff.active(), new HashSet<>(staff.roles()), new HashSet<>(staff.units()),
                new HashSet<>(staff.protectedCases()));
    }
}
