package se.trepart.installer.sim;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.inventory.InventoryService;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.central.sync.Caller;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.Leasing;
import se.trepart.central.sync.Refusal;
import se.trepart.central.sync.SyncService;

/** All that a workstation asks of the central store, over whatever stores it. */
record Services(CentralStore store, SyncService sync, InventoryService inventory, SnapshotService snapshots, Leasing leasing) {

    static Services over(CentralStore store, InstantSource clock, Supplier<UUID> ids, Supplier<byte[]> keys) {
        // here nobody waits inside the service: the world wakes who would be woken
        SyncService sync = new SyncService(store, _ -> {
            throw new IllegalStateException("no long poll in this world");
        }, clock, ids);
        return new Services(store, sync, new InventoryService(store), new SnapshotService(store, new MemoryShelf(ids)),
                new Leasing(store, clock, Leasing.USUAL, keys));
    }

    Caller caller(SimClient client) {
        StaffAccess staff = store.bySubject(client.staff().subject())
                .orElseThrow(() -> new Refusal("not_allowed", "not in the access register"));
        return new Caller(staff.staffId(), client.device());
    }
}
