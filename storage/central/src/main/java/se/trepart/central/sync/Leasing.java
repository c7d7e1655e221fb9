package se.trepart.central.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.wire.Leases;
import se.trepart.wire.Leases.Lease;
import se.trepart.wire.Purged;

/**
 * Lends workstations the keys of their units (utlåning) and takes their word that a withdrawn unit is purged. A key is one workstation's
 * and one unit's, the same for as long as access stands, gone for ever when it is withdrawn.
 */
public final class Leasing {

    /** How long a workstation may do without contact. */
    public static final Duration USUAL = Duration.ofHours(72);

    private final CentralStore store;
    private final InstantSource clock;
    private final Duration time;
    private final Supplier<byte[]> keys;

    /** @param keys 32 random bytes */
    public Leasing(CentralStore store, InstantSource clock, Duration time, Supplier<byte[]> keys) {
        this.store = store;
        this.clock = clock;
        this.time = time;
        this.keys = keys;
    }

    /** @throws Refusal when the caller is not in the register, or the workstation is not theirs */
    public Leases leases(Caller caller) {
        return store.write(tx -> {
            StaffAccess staff = SyncService.holdOwner(tx, caller);
            Map<UUID, byte[]> given = tx.leaseKeys(caller.device());
            Instant now = clock.instant();
            List<Lease> leases = new ArrayList<>();
            for (UUID unit : Visibility.of(staff).units().stream().sorted().toList()) {
                byte[] key = given.get(unit);
                if (key == null) {
                    key = keys.get();
                    tx.giveLeaseKey(caller.device(), unit, key, now);
                }
                leases.add(new Lease(unit, key, now.plus(time)));
            }
            return new Leases(now, leases);
        });
    }

    /** @throws Refusal as {@link #leases} */
    public void purged(Caller caller, Purged purged) {
        if (purged.unitId() == null || purged.seq() < 0) {
            throw new Refusal("malformed", "unit");
        }
        store.write(tx -> {
            SyncService.holdOwner(tx, caller);
            // a number that there is not yet: from before a restore, when the store had come further; it speaks for no withdrawal to come
            tx.purged(caller.device(), purged.unitId(), Math.min(purged.seq(), tx.head().seq()), clock.instant());
            return purged;
        });
    }
}
