package se.trepart.installer.sim;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.Transport;
import se.trepart.local.sync.TransportProblem;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.Json;
import se.trepart.wire.Leases;
import se.trepart.wire.Problem;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Snapshots;

import org.jspecify.annotations.Nullable;

/** One workstation's way to the central store, with everything that can happen on a way. What is sent is JSON, as it would be. */
class SimTransport implements Transport {

    private static final int LONGEST_TRIP = 400;

    private final SimWorld world;
    private final SimClient client;

    SimTransport(SimWorld world, SimClient client) {
        this.world = world;
        this.client = client;
    }

    @Override
    public ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds) {
        return call("changes", ChangesPage.class, () -> world.central.changes(client, epoch, since, world.page));
    }

    @Override
    public BootstrapPage bootstrap(@Nullable String token, int limit, boolean onlyProtected) {
        return onlyProtected
                ? call("rest", BootstrapPage.class, () -> world.central.rest(client, token, world.page))
                : call("bootstrap", BootstrapPage.class, () -> world.central.bootstrap(client, token, world.page));
    }

    @Override
    public PushReply push(PushRequest request) {
        List<UUID> intents = request.operations().stream().map(operation -> operation.intentId()).distinct().toList();
        if (request.operations().size() > world.faults().bigRequest() && intents.size() > 1) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "too_large");
        }
        PushRequest sent = json(request, PushRequest.class);
        return call("push " + request.operations().size(), PushReply.class, () -> world.central.push(client, sent));
    }

    @Override
    public void actAs(UUID device) {
        client.actAs(device);
    }

    @Override
    public Leases leases() {
        return call("leases", Leases.class, () -> world.central.leases(client));
    }

    @Override
    public void purged(Purged purged) {
        call("purged", Purged.class, () -> {
            world.central.purged(client, purged);
            return purged;
        });
    }

    @Override
    public InventoryReply inventory(Inventory inventory) {
        Inventory sent = json(inventory, Inventory.class);
        InventoryReply reply = call("inventory", InventoryReply.class, () -> world.central.inventory(client, sent));
        world.differences(client, reply.differing().size());
        return reply;
    }

    @Override
    public DocumentsReply documents(DocumentsRequest request) {
        return call("documents", DocumentsReply.class, () -> world.central.documents(client, request));
    }

    @Override
    public Snapshots snapshots() {
        return call("snapshots", Snapshots.class, () -> world.central.snapshots(client));
    }

    @Override
    public byte[] snapshot(UUID unitId, long seq, long from, int length) {
        return call("snapshot", byte[].class, () -> world.central.snapshot(client, unitId, seq, from, Math.min(length, world.piece)));
    }

    @Override
    public long uploaded(String sha256) {
        throw notThere();
    }

    @Override
    public void upload(UUID unitId, String sha256, long from, byte[] part, long total) {
        throw notThere();
    }

    @Override
    public byte[] download(String sha256, long from, int length) {
        throw notThere();
    }

    private static TransportProblem notThere() {
        return problem(SyncStatus.Problem.UNEXPECTED, "http_404");
    }

    private <T> T call(String what, Class<T> type, Supplier<T> request) {
        client.powerMayGo("before " + what);
        trip();
        T reply = answer(what, type, request);
        trip();
        client.powerMayGo("after " + what);
        return reply;
    }

    private <T> T answer(String what, Class<T> type, Supplier<T> request) {
        if (world.serverDown()) {
            throw lost(what, "down");
        }
        if (!world.chance(world.faults().network())) {
            return delivered(what, type, request);
        }
        switch (world.random.nextInt(9)) {
            case 0 :
                throw lost(what, "request lost");
            case 1 :
                delivered(what, type, request);
                throw lost(what, "reply lost");
            case 2 :
                // given up by the workstation, but it arrives later all the same
                world.schedule.in(world.random.nextInt(60_000), () -> arrivesLate(what, type, request));
                throw lost(what, "request late");
            case 3 :
                delivered(what, type, request);
                return delivered(what + " again", type, request);
            case 4 : {
                T first = delivered(what, type, request);
                arrivesLate(what, type, request);
                return first;
            }
            case 5 :
                delivered(what, type, request);
                throw problem(SyncStatus.Problem.UNEXPECTED, "unreadable_answer");
            case 6 :
                throw problem(SyncStatus.Problem.SERVER_BUSY, "http_503");
            case 7 :
                throw problem(SyncStatus.Problem.SIGNED_OUT, "unauthenticated");
            default :
                throw problem(world.random.nextBoolean() ? SyncStatus.Problem.OLD_CLIENT : SyncStatus.Problem.UNEXPECTED,
                        "http_" + (world.random.nextBoolean() ? 426 : 404));
        }
    }

    private <T> void arrivesLate(String what, Class<T> type, Supplier<T> request) {
        try {
            delivered(what + " late", type, request);
        } catch (TransportProblem nobodyListens) {
            world.trace(client.name() + " " + what + " late: " + nobodyListens.problem().code());
        }
    }

    private <T> T delivered(String what, Class<T> type, Supplier<T> request) {
        try {
            T reply = request.get();
            String bytes = Json.MAPPER.writeValueAsString(reply);
            world.trace(client.name() + " " + what + " -> " + bytes.length());
            world.tell(bytes);
            world.central.tap(client, reply, bytes);
            return Json.MAPPER.readValue(bytes, type);
        } catch (TransportProblem refused) {
            world.trace(client.name() + " " + what + " -> " + refused.problem().code());
            throw refused;
        }
    }

    private static <T> T json(T request, Class<T> type) {
        return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(request), type);
    }

    private void trip() {
        world.schedule.pass(world.random.nextInt(LONGEST_TRIP));
    }

    private TransportProblem lost(String what, String how) {
        world.trace(client.name() + " " + what + ": " + how);
        return problem(SyncStatus.Problem.NO_NETWORK, "no_answer");
    }

    static TransportProblem problem(SyncStatus.Problem kind, String code) {
        return new TransportProblem(kind, new Problem(code, "", null));
    }
}
