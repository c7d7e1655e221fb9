package se.trepart.local.cache;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.SealBroken;
import se.trepart.wire.Leases.Lease;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The units' own keys (enhetsnycklar). Each lies wrapped in the key that the central store lends for the unit, and that one under the
 * workstation's own: when the lease has ended the lent key is gone, and the unit is locked until the same key is lent again. A unit that
 * nothing has ever been lent for lies under the workstation's own key alone, such as what was typed before the first contact.
 */
final class UnitKeys {

    /** What became of the units when keys were lent: readable again, or lost because the key was another one. */
    record Lent(Set<UUID> unlocked, Set<UUID> lost) {}

    private record Kept(UUID unit, byte[] wrapped, boolean leased, byte @Nullable [] lent) {}

    private final Keys device;
    private final SecureRandom random = new SecureRandom();
    private volatile Map<UUID, Keys> open = Map.of();
    private volatile Set<UUID> locked = Set.of();

    UnitKeys(Keys device) {
        this.device = device;
    }

    /** As they lie in the file; also after a transaction that came to nothing. */
    void load(Handle handle) {
        Map<UUID, Keys> readable = new HashMap<>();
        Set<UUID> shut = new HashSet<>();
        for (Kept kept : all(handle)) {
            unwrapped(kept).ifPresentOrElse(key -> readable.put(kept.unit, Keys.raw(key)), () -> shut.add(kept.unit));
        }
        open = Map.copyOf(readable);
        locked = Set.copyOf(shut);
    }

    Keys device() {
        return device;
    }

    Set<UUID> locked() {
        return locked;
    }

    /** Whether the central store counted the unit among this person's when it was last asked. */
    boolean listed(Handle handle, UUID unit) {
        return handle.createQuery("select listed from unit_key where unit_id = ?")
                .bind(0, unit)
                .mapTo(boolean.class)
                .findOne()
                .orElse(false);
    }

    boolean readable(UUID unit) {
        return open.containsKey(unit);
    }

    /** @throws UnitLocked when the unit cannot be read now */
    Keys of(UUID unit) {
        Keys keys = open.get(unit);
        if (keys == null) {
            throw new UnitLocked(unit);
        }
        return keys;
    }

    /**
     * The unit's key, made now when there is none.
     *
     * @throws UnitLocked when there is one that cannot be used
     */
    Keys sealing(Handle handle, UUID unit) {
        Keys known = open.get(unit);
        if (known != null) {
            return known;
        }
        if (locked.contains(unit)) {
            throw new UnitLocked(unit);
        }
        byte[] key = newKey();
        insert(handle, unit, device.seal(key, name(unit)), null, 0);
        handle.execute("update sync_state set leases_due = 0");
        Keys made = Keys.raw(key);
        put(unit, made);
        return made;
    }

    /** Takes what the central store has lent. */
    Lent take(Handle handle, List<Lease> leases) {
        Set<UUID> unlocked = new HashSet<>();
        Set<UUID> lost = new HashSet<>();
        handle.execute("update unit_key set listed = 0");
        for (Lease lease : leases) {
            UUID unit = lease.unitId();
            Keys lent = Keys.raw(lease.key());
            byte[] sealed = device.seal(lease.key(), lentName(unit));
            Optional<Kept> kept = find(handle, unit);
            Optional<byte[]> key = kept.flatMap(this::unwrapped).or(() -> kept.flatMap(locked -> unwrapped(locked, lent)));
            if (kept.isPresent() && key.isEmpty()) {
                handle.execute("delete from unit_key where unit_id = ?", unit);
                lost.add(unit);
            }
            if (kept.isEmpty() || key.isEmpty()) {
                byte[] made = newKey();
                insert(handle, unit, lent.seal(made, name(unit)), sealed, lease.until().toEpochMilli());
                put(unit, Keys.raw(made));
                continue;
            }
            handle.execute("update unit_key set wrapped = ?, leased = 1, lent = ?, until = ?, listed = 1 where unit_id = ?",
                    lent.seal(key.get(), name(unit)), sealed, lease.until().toEpochMilli(), unit);
            if (!open.containsKey(unit)) {
                unlocked.add(unit);
                put(unit, Keys.raw(key.get()));
            }
        }
        return new Lent(unlocked, lost);
    }

    /** Units that a key was once lent for, and that are not among those of this person any more. */
    List<UUID> lentBefore(Handle handle) {
        return handle.createQuery("select unit_id from unit_key where leased = 1 and listed = 0").mapTo(UUID.class).list();
    }

    /** Drops the keys of the leases that have ended by then. Returns the units that this locked. */
    Set<UUID> expire(Handle handle, long now) {
        Set<UUID> ended = Set.copyOf(handle.createQuery("select unit_id from unit_key where leased = 1 and lent is not null and until <= ?")
                .bind(0, now)
                .mapTo(UUID.class)
                .list());
        if (!ended.isEmpty()) {
            ended.forEach(unit -> handle.execute("update unit_key set lent = null where unit_id = ?", unit));
            load(handle);
        }
        return ended;
    }

    /** Nothing sealed with the unit's key can be read any more. */
    void forget(Handle handle, UUID unit) {
        handle.execute("delete from unit_key where unit_id = ?", unit);
        load(handle);
    }

    private void put(UUID unit, Keys keys) {
        Map<UUID, Keys> next = new HashMap<>(open);
        next.put(unit, keys);
        open = Map.copyOf(next);
        Set<UUID> shut = new HashSet<>(locked);
        shut.remove(unit);
        locked = Set.copyOf(shut);
    }

    private Optional<byte[]> unwrapped(Kept kept) {
        if (!kept.leased) {
            return unwrapped(kept, device);
        }
        return kept.lent == null ? Optional.empty() : unwrapped(kept, Keys.raw(device.open(kept.lent, lentName(kept.unit))));
    }

    private static Optional<byte[]> unwrapped(Kept kept, Keys by) {
        try {
            return Optional.of(by.open(kept.wrapped, name(kept.unit)));
        } catch (SealBroken anotherKey) {
            return Optional.empty();
        }
    }

    private byte[] newKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    private static void insert(Handle handle, UUID unit, byte[] wrapped, byte @Nullable [] lent, long until) {
        try (Bulk insert = new Bulk(handle,
                "insert into unit_key (unit_id, wrapped, leased, lent, until, listed) values (?, ?, ?, ?, ?, ?)")) {
            int leased = lent == null ? 0 : 1;
            insert.run(unit, wrapped, leased, lent, until, leased);
        }
    }

    private static List<Kept> all(Handle handle) {
        return handle.createQuery("select * from unit_key").map((row, _) -> kept(row)).list();
    }

    private static Optional<Kept> find(Handle handle, UUID unit) {
        return handle.createQuery("select * from unit_key where unit_id = ?").bind(0, unit).map((row, _) -> kept(row)).findOne();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(Bulk.uuid(row.getBytes("unit_id")), row.getBytes("wrapped"), row.getInt("leased") == 1, row.getBytes("lent"));
    }

    private static String name(UUID unit) {
        return "unit|" + unit;
    }

    private static String lentName(UUID unit) {
        return "lent|" + unit;
    }
}
