package se.trepart.central.sync;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.sync.CentralStore.Head;

/**
 * What was read of the access register since anybody's rights last changed, which each snapshot tells: a change is seen by the very next
 * question. A snapshot older than that asks the register itself.
 */
final class KnownRights {

    private record Known(UUID epoch, long rights, Map<UUID, Optional<StaffAccess>> staff, Map<String, Optional<StaffAccess>> subjects) {

        boolean asOf(Head head) {
            return epoch.equals(head.epoch()) && rights == head.rights();
        }
    }

    private volatile Known known = new Known(new UUID(0, 0), -1, Map.of(), Map.of());

    Optional<StaffAccess> find(Head head, UUID staffId, Supplier<Optional<StaffAccess>> register) {
        Known then = as(head);
        Optional<StaffAccess> found = then.asOf(head) ? then.staff.get(staffId) : null;
        if (found == null) {
            found = register.get();
            if (then.asOf(head)) {
                then.staff.put(staffId, found);
            }
        }
        return found;
    }

    Optional<StaffAccess> bySubject(Head head, String subject, Supplier<Optional<StaffAccess>> register) {
        Known then = as(head);
        Optional<StaffAccess> found = then.asOf(head) ? then.subjects.get(subject) : null;
        if (found == null) {
            found = register.get();
            // it was read after the head, and a stranger's name is not kept: there is no end of them
            if (found.isPresent() && then.asOf(head)) {
                then.subjects.put(subject, found);
            }
        }
        return found;
    }

    private synchronized Known as(Head head) {
        if (!known.epoch.equals(head.epoch()) || head.rights() > known.rights) {
            known = new Known(head.epoch(), head.rights(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
        return known;
    }
}
