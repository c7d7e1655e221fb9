package se.trepart.central.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One change of what a person may hold (ändrad behörighet), in the same sequence as everything else.
 *
 * @param unitId null when it is about a protected case
 * @param caseId null when it is about a unit
 */
public record AccessChange(UUID staffId, Kind kind, @Nullable UUID unitId, @Nullable UUID caseId) {

    /** What changed. */
    public enum Kind {
        /** the unit is new, or is seen in another way than before: fetched from the beginning */
        GAINED,
        LOST,
        /** the unit is still seen, but something of it may not be changed any more */
        NARROWED,
        /** not a named handler of the protected case any more */
        UNNAMED
    }

    /** @param before empty for a person who is new */
    public static List<AccessChange> between(Optional<StaffAccess> before, StaffAccess after) {
        List<AccessChange> changes = new ArrayList<>();
        Visibility now = Visibility.of(after);
        Set<UUID> unitsBefore = before.map(Visibility::of).map(Visibility::units).orElse(Set.of());
        now.units().stream().filter(unit -> !unitsBefore.contains(unit)).forEach(unit -> changes.add(unit(after, Kind.GAINED, unit)));
        unitsBefore.stream().filter(unit -> !now.units().contains(unit)).forEach(unit -> changes.add(unit(after, Kind.LOST, unit)));
        before.map(Visibility::of).ifPresent(was -> {
            Set<UUID> kept = new HashSet<>(was.units());
            kept.retainAll(now.units());
            for (UUID unit : kept) {
                if (!was.sights().equals(now.sights()) || was.seesMoney() != now.seesMoney()) {
                    changes.add(unit(after, Kind.GAINED, unit));
                }
                if (!now.changeable().containsAll(was.changeable())) {
                    changes.add(unit(after, Kind.NARROWED, unit));
                }
            }
            was.named()
                    .stream()
                    .filter(caseId -> !now.named().contains(caseId))
                    .forEach(caseId -> changes.add(new AccessChange(after.staffId(), Kind.UNNAMED, null, caseId)));
        });
        return changes;
    }

    private static AccessChange unit(StaffAccess staff, Kind kind, UUID unitId) {
        return new AccessChange(staff.staffId(), kind, unitId, null);
    }
}
