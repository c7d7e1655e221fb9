package se.trepart.installer;

import java.util.UUID;

import se.trepart.local.sync.Transport;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.Leases;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Snapshots;

/** Passes everything on; for tests that do something on the way. */
public class PassingOn implements Transport {

    private final Transport way;

    protected PassingOn(Transport way) {
        this.way = way;
    }

    @Override
    public void actAs(UUID device) {
        way.actAs(device);
    }

    @Override
    public ChangesPage changes(UUID epoch, long since, int limit, int waitSeconds) {
        return way.changes(epoch, since, limit, waitSeconds);
    }

    @Override
    public BootstrapPage bootstrap(String token, int limit, boolean onlyProtected) {
        return way.bootstrap(token, limit, onlyProtected);
    }

    @Override
    public PushReply push(PushRequest request) {
        return way.push(request);
    }

    @Override
    public Leases leases() {
        return way.leases();
    }

    @Override
    public void purged(Purged purged) {
        way.purged(purged);
    }

    @Override
    public InventoryReply inventory(Inventory inventory) {
        return way.inventory(inventory);
    }

    @Override
    public DocumentsReply documents(DocumentsRequest request) {
        return way.documents(request);
    }

    @Override
    public Snapshots snapshots() {
        return way.snapshots();
    }

    @Override
    public byte[] snapshot(UUID unitId, long seq, long from, int length) {
        return way.snapshot(unitId, seq, from, length);
    }

    @Override
    public long uploaded(String sha256) {
        return way.uploaded(sha256);
    }

    @Override
    public void upload(UUID unitId, String sha256, long from, byte[] part, long total) {
        way.upload(unitId, sha256, from, part, total);
    }

    @Override
    public byte[] download(String sha256, long from, int length) {
        return way.download(sha256, from, length);
    }
}
