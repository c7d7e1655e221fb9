package se.trepart.installer.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.central.access.AccessChange;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.audit.AuditChain;
import se.trepart.central.audit.AuditRow;
import se.trepart.central.sync.CentralStore.Applied;
import se.trepart.central.sync.CentralStore.Device;
import se.trepart.central.sync.Commit.FeedRow;
import se.trepart.central.sync.Entity;
import se.trepart.central.sync.EntityKey;

import org.jspecify.annotations.Nullable;

/**
 * What has been committed. Nothing is ever changed, only added, each row with the tick it became visible at, so that a snapshot is a tick.
 * Ticks count commits; the number of the feed is another thing, as the naive store shows.
 */
final class MemoryState {

    record Stored(long tick, long seq, Instant at, Entity entity, @Nullable UUID device, @Nullable UUID opId) {}

    record Logged(long tick, long seq, int ord, FeedRow row) {}

    record Audited(long seq, AuditRow row) {}

    record Registered(long tick, String subject, StaffAccess access) {}

    record Changed(long tick, long seq, AccessChange change) {}

    record Guarded(long tick, boolean guarded) {}

    record Lent(UUID device, UUID unitId) {}

    record Answered(long seq, Applied applied) {}

    record HeadAt(long seq, byte[] chainHash) {}

    record About(EntityKey key, UUID device) {}

    UUID epoch;
    long floor;
    /** by tick: the head that a snapshot sees */
    final List<HeadAt> heads = new ArrayList<>();
    final SortedMap<EntityKey, List<Stored>> versions = new TreeMap<>();
    /** by tick, the number at which rights changed */
    final TreeMap<Long, Long> rights = new TreeMap<>();
    final List<Logged> log = new ArrayList<>();
    final List<Audited> audit = new ArrayList<>();
    final Map<UUID, List<Registered>> staff = new HashMap<>();
    final List<Changed> access = new ArrayList<>();
    final Map<UUID, List<Guarded>> guards = new HashMap<>();
    final Map<Lent, byte[]> leaseKeys = new HashMap<>();
    final Map<Lent, Long> purged = new HashMap<>();
    final Map<UUID, Device> devices = new HashMap<>();
    final Map<UUID, Answered> applied = new HashMap<>();
    final Map<About, UUID> openConflicts = new HashMap<>();

    MemoryState(UUID epoch) {
        this.epoch = epoch;
        heads.add(new HeadAt(0, new byte[AuditChain.HASH_BYTES]));
    }

    /** The last number at which anybody's rights had changed. */
    long rights(long tick) {
        var last = rights.floorEntry(tick);
        return last == null ? 0 : last.getValue();
    }

    /** A backup: what is in it stays as it is. */
    MemoryState copy() {
        MemoryState copy = new MemoryState(epoch);
        copy.floor = floor;
        copy.rights.putAll(rights);
        copy.heads.clear();
        copy.heads.addAll(heads);
        versions.forEach((key, list) -> copy.versions.put(key, new ArrayList<>(list)));
        copy.log.addAll(log);
        copy.audit.addAll(audit);
        staff.forEach((id, list) -> copy.staff.put(id, new ArrayList<>(list)));
        copy.access.addAll(access);
        guards.forEach((id, list) -> copy.guards.put(id, new ArrayList<>(list)));
        copy.leaseKeys.putAll(leaseKeys);
        copy.purged.putAll(purged);
        copy.devices.putAll(devices);
        copy.applied.putAll(applied);
        copy.openConflicts.putAll(openConflicts);
        return copy;
    }

    long tick() {
        return heads.size() - 1L;
    }

    HeadAt head(long tick) {
        return heads.get((int) tick);
    }

    /** The last tick whose head is not above the number. */
    long tickOf(long seq) {
        long tick = Math.min(tick(), Math.max(0, seq));
        while (tick > 0 && head(tick).seq > seq) {
            tick--;
        }
        while (tick < tick() && head(tick + 1).seq <= seq) {
            tick++;
        }
        return tick;
    }

    Optional<Stored> entity(EntityKey key, long tick) {
        List<Stored> all = versions.getOrDefault(key, List.of());
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).tick <= tick) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    Optional<StaffAccess> staff(UUID staffId, long tick) {
        return staff.getOrDefault(staffId, List.of()).reversed().stream().filter(r -> r.tick <= tick).findFirst().map(Registered::access);
    }

    boolean guarded(UUID caseId, long tick) {
        return guards.getOrDefault(caseId, List.of())
                .reversed()
                .stream()
                .filter(g -> g.tick <= tick)
                .findFirst()
                .filter(g -> g.guarded)
                .isPresent();
    }

    /** The units the person held at the tick. */
    Set<UUID> units(UUID staffId, long tick) {
        return staff(staffId, tick).map(access -> Visibility.of(access).units()).orElse(Set.of());
    }
}
