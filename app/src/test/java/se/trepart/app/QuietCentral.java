package se.trepart.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.Transport;
import se.trepart.local.sync.TransportProblem;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.ChangesPage.Chain;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.Leases;
import se.trepart.wire.Leases.Lease;
import se.trepart.wire.Operation;
import se.trepart.wire.Problem;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Snapshots;

import org.jspecify.annotations.Nullable;

/** A central store that takes everything, lends keys for 72 hours and has no news, and that can be out of reach. */
public final class QuietCentral implements Transport {

    public static final Duration LEASE = Duration.ofHours(72);

    private static final UUID EPOCH = new UUID(5, 5);
    private static final Chain CHAIN = new Chain(0, "", null, null);

    /** the network is there */
    public volatile boolean reachable = true;
    private final Clock clock;
    private final List<UUID> units;

    /** @param units whose keys are lent */
    public QuietCentral(Clock clock, UUID... units) {
        this.clock = clock;
        this.units = List.of(units);
    }

    @Override
    public Leases leases() {
        reach();
        return new Leases(clock.instant(), units.stream().map(unit -> new Lease(unit, new byte[32], clock.instant().plus(LEASE))).toList());
    }

    @Override
    public ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds) {
        reach();
        if (waitSeconds > 0) {
            try {
                Thread.sleep(Duration.ofSeconds(waitSeconds));
            } catch (InterruptedException _) {
                throw noNetwork();
            }
        }
        return new ChangesPage(EPOCH, since, since, since, CHAIN, List.of(), List.of(), false);
    }

    @Override
    public BootstrapPage bootstrap(@Nullable String token, int limit, boolean onlyProtected) {
        reach();
        return new BootstrapPage(EPOCH, 0, 0, List.of(), null);
    }

    @Override
    public PushReply push(PushRequest request) {
        reach();
        List<Operation> sent = request.operations();
        return new PushReply(EPOCH, sent.isEmpty() ? 0 : sent.getLast().clientSeq(),
                sent.stream().map(op -> new Outcome(op.opId(), Result.APPLIED, op.baseVersion() + 1, null, "")).toList());
    }

    @Override
    public InventoryReply inventory(Inventory inventory) {
        return new InventoryReply(List.of());
    }

    @Override
    public void purged(Purged purged) {
        throw unknown();
    }

    @Override
    public DocumentsReply documents(DocumentsRequest request) {
        throw unknown();
    }

    @Override
    public Snapshots snapshots() {
        throw unknown();
    }

    @Override
    public byte[] snapshot(UUID unitId, long seq, long from, int length) {
        throw unknown();
    }

    @Override
    public long uploaded(String sha256) {
        throw unknown();
    }

    @Override
    public void upload(UUID unitId, String sha256, long from, byte[] part, long total) {
        throw unknown();
    }

    @Override
    public byte[] download(String sha256, long from, int length) {
        throw unknown();
    }

    private void reach() {
        if (!reachable) {
            throw noNetwork();
        }
    }

    private static TransportProblem noNetwork() {
        return new TransportProblem(SyncStatus.Problem.NO_NETWORK, new Problem("no_network", "", null));
    }

    private static TransportProblem unknown() {
        return new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("http_404", "", null));
    }
}
