package se.trepart.installer.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import se.trepart.central.snapshot.SnapshotShelf.Shelved;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.CentralStore.Applied;
import se.trepart.central.sync.Commit;
import se.trepart.central.sync.EntityKey;
import se.trepart.central.sync.Refusal;
import se.trepart.installer.sim.MemoryState.Stored;
import se.trepart.installer.sim.Twins.Recorded;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.TransportProblem;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.merge.Conflict;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Entry;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.Json;
import se.trepart.wire.Leases;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Snapshots;

import org.jspecify.annotations.Nullable;

/** The real service over the store in memory; every answer is looked at on its way out. */
final class SimCentral {

    /** The service or its database is gone in the middle of it. */
    static final class Died extends RuntimeException {}

    private final SimWorld world;
    final MemoryStore store;
    private final Twins central;
    /** under this epoch */
    private final Map<UUID, String> outcomes = new HashMap<>();
    /** ever, the last answer */
    private final Map<UUID, String> answered = new HashMap<>();
    private @Nullable MemoryState backup;
    private boolean restored;

    SimCentral(SimWorld world) {
        this.world = world;
        store = world.mutation.store(world);
        SimClock clock = new SimClock(world.schedule, () -> {});
        Recorded<UUID> ids = new Recorded<>(world::id);
        Recorded<byte[]> keys = new Recorded<>(() -> {
            byte[] key = new byte[32];
            world.random.nextBytes(key);
            return key;
        });
        CentralStore twin = world.mutation.twin().orElse(null);
        central = new Twins(Services.over(world.mutation.around(store), clock, ids::draw, keys::draw),
                twin == null ? null : Services.over(twin, clock, ids::again, keys::again), ids, keys);
        store.between = place -> {
            if (world.chance(world.faults().between())) {
                world.schedule.pass(world.random.nextInt(2_000));
            }
        };
        store.beforeCommit = () -> {
            if (world.chance(world.faults().serverDies())) {
                world.trace("central dies before commit");
                throw new Died();
            }
        };
        store.afterCommit = this::committed;
    }

    ChangesPage changes(SimClient client, @Nullable UUID epoch, long since, int limit) {
        return answer(s -> s.sync().changes(s.caller(client), epoch, since, limit, Duration.ZERO));
    }

    BootstrapPage bootstrap(SimClient client, @Nullable String token, int limit) {
        return answer(s -> s.sync().bootstrap(s.caller(client), token, limit));
    }

    PushReply push(SimClient client, PushRequest request) {
        return answer(s -> s.sync().push(s.caller(client), request));
    }

    BootstrapPage rest(SimClient client, @Nullable String token, int limit) {
        return answer(s -> s.snapshots().rest(s.caller(client), token, limit));
    }

    InventoryReply inventory(SimClient client, Inventory held) {
        return answer(s -> s.inventory().compare(s.caller(client), held));
    }

    DocumentsReply documents(SimClient client, DocumentsRequest request) {
        return answer(s -> s.inventory().documents(s.caller(client), request));
    }

    Snapshots snapshots(SimClient client) {
        return answer(s -> s.snapshots().list(s.caller(client)));
    }

    byte[] snapshot(SimClient client, UUID unit, long seq, long from, int length) {
        return answer(s -> {
            Shelved found = s.snapshots().find(s.caller(client), unit, seq);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                s.snapshots().copy(found, from, Math.min(found.bytes(), from + length), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    Leases leases(SimClient client) {
        return answer(s -> s.leasing().leases(s.caller(client)));
    }

    void purged(SimClient client, Purged purged) {
        answer(s -> {
            s.leasing().purged(s.caller(client), purged);
            return purged;
        });
    }

    /** As the service does each hour. */
    void takeSnapshots() {
        world.trace("snapshots " + central.ask(s -> s.snapshots().buildChanged().size()));
    }

    /** The administration writes; when that fails it is simply not done. */
    void administer(List<? extends Document> documents) {
        try {
            central.ask(s -> s.sync().importDocuments(documents));
        } catch (Died | MemoryStore.LockTimeout _) {
            world.trace("administration failed");
        }
    }

    /** As the HTTP around the service answers, and the workstation's HTTP understands it. */
    private <T> T answer(Function<Services, T> request) {
        try {
            return central.ask(request);
        } catch (Refusal refusal) {
            SyncStatus.Problem kind = switch (refusal.problem().code()) {
                case "unauthenticated" -> SyncStatus.Problem.SIGNED_OUT;
                case "not_allowed" -> SyncStatus.Problem.ACCESS_WITHDRAWN;
                case "newer_schema", "unknown_protocol" -> SyncStatus.Problem.OLD_CLIENT;
                default -> SyncStatus.Problem.UNEXPECTED;
            };
            throw new TransportProblem(kind, refusal.problem());
        } catch (MemoryStore.LockTimeout _) {
            throw SimTransport.problem(SyncStatus.Problem.SERVER_BUSY, "unexpected");
        } catch (Died _) {
            throw SimTransport.problem(SyncStatus.Problem.NO_NETWORK, "no_answer");
        }
    }

    private void committed(Commit commit) {
        world.trace("commit " + store.state.head(store.state.tick()).seq() + " " + commit.effects().size());
        orderOfDevice(commit);
        Set<UUID> units = commit.units();
        for (SimClient client : world.clients) {
            boolean concerned = store.state.units(client.staff().id(), store.state.tick()).stream().anyMatch(units::contains);
            if (concerned && !world.chance(world.faults().lostWakeup())) {
                client.news();
            }
        }
        if (world.chance(world.faults().serverDies())) {
            world.trace("central dies after commit");
            throw new Died();
        }
    }

    /** I4: a workstation's operations take effect in their order, none left out. */
    private void orderOfDevice(Commit commit) {
        long last = -1;
        for (Applied applied : commit.applied()) {
            long before = last >= 0 ? last : applied.clientSeq() - 1;
            if (applied.clientSeq() != before + 1) {
                throw new Broken("I4", "operation " + applied.clientSeq() + " after " + before);
            }
            boolean hasBefore = applied.clientSeq() == 1
                    || commit.applied().stream().anyMatch(a -> a.clientSeq() == applied.clientSeq() - 1)
                    || store.state.applied.values()
                            .stream()
                            .anyMatch(a -> a.applied().deviceId().equals(applied.deviceId())
                                    && a.applied().clientSeq() == applied.clientSeq() - 1);
            if (!hasBefore) {
                throw new Broken("I4", "operation " + applied.clientSeq() + " came without the one before it");
            }
            last = applied.clientSeq();
        }
    }

    /** What has gone out to a workstation. */
    void tap(SimClient client, Object reply, String bytes) {
        // rights may have changed, and the store been restored, since the answer was drawn
        Set<UUID> units = store.seen.units(client.staff().id());
        switch (reply) {
            case ChangesPage page -> {
                leaks(client, units, page.entries(), bytes);
                if (page.to() < page.from()) {
                    throw new Broken("I6", "the cursor goes backwards");
                }
            }
            case BootstrapPage page -> leaks(client, units, page.entries(), bytes);
            case InventoryReply _ -> {
                // ids of units that are looked at where they are asked for
            }
            case DocumentsReply healing -> leaks(client, units, healing.entries(), bytes);
            case Leases lent -> lent.leases().forEach(lease -> mayHold(client, units, lease.unitId()));
            case Purged _ -> {
                // its own words
            }
            case Snapshots listed -> listed.files().forEach(file -> mayHold(client, units, file.unitId()));
            case PushReply pushed -> pushed.outcomes().forEach(this::sameAsBefore);
            case byte[] _ -> {
                // of a unit that was looked at when it was listed, and is looked at by the service again
            }
            default -> throw new IllegalStateException("an answer that nobody looks at");
        }
    }

    private static void mayHold(SimClient client, Set<UUID> units, UUID unit) {
        if (!units.contains(unit)) {
            throw new Broken("I10", client.name() + " was offered what belongs to a unit that is not theirs");
        }
    }

    /** I10: everything sent belongs to a unit that the person held at that moment. */
    private void leaks(SimClient client, Set<UUID> units, List<Entry> entries, String bytes) {
        for (Entry entry : entries) {
            if (entry.body() != null && !units.contains(entry.unitId())) {
                throw new Broken("I10", client.name() + " was sent " + entry.type() + " of a unit that is not theirs");
            }
        }
        for (var canary : world.canaries.entrySet()) {
            if (!units.contains(canary.getKey()) && bytes.contains(canary.getValue())) {
                throw new Broken("I10", client.name() + " was sent the canary of a unit that is not theirs");
            }
        }
    }

    /** I3: an operation that comes again gets the very same answer. */
    private void sameAsBefore(Outcome outcome) {
        if (outcome.reason().equals("malformed")) {
            throw new Broken("L2", "the central store does not understand what a workstation of its own sends");
        }
        String now = Json.MAPPER.writeValueAsString(outcome);
        String before = outcomes.putIfAbsent(outcome.opId(), now);
        answered.put(outcome.opId(), now);
        if (before != null && !before.equals(now)) {
            throw new Broken("I3", "an operation was answered " + before + " and then " + now);
        }
    }

    boolean restored() {
        return restored;
    }

    /** Refusals that a person is told of and that the world has given a reason for. */
    boolean mayReject(SimClient client, UUID opId, EntityKey about) {
        String outcome = outcome(opId);
        // lost with what the store was restored from: a conflict is asked about anew under another id, another document may come to lie elsewhere
        boolean gone = restored && outcome.contains("\"unknown_document\"") && !mayHoldNow(client, about);
        // more was written while somebody chose: the conflict is open still, and they are asked again
        boolean again = about.type().equals("CONFLICT") && outcome.contains("\"changed_since\"");
        boolean never = outcome.contains("\"unknown_document\"") && chosenNotToBeMade(about);
        return gone || again || never || outcome.contains("\"not_allowed\"") || outcome.contains("\"not_the_preparer\"")
                || outcome.contains("\"intent\"");
    }

    /** Its creation waited for a person, who chose that it should not be: what its maker went on writing is with them, among the refused. */
    private boolean chosenNotToBeMade(EntityKey about) {
        return !store.state.versions.containsKey(about) && store.state.versions.values()
                .stream()
                .map(versions -> versions.getLast().entity())
                .filter(last -> last.key().type().equals("CONFLICT"))
                .map(last -> (Conflict) DocumentJson.read(DocumentType.CONFLICT, last.body()))
                .anyMatch(conflict -> conflict.aboutId().equals(about.id()) && !conflict.open()
                        && conflict.fields().stream().allMatch(field -> field.chosen() == null));
    }

    private boolean mayHoldNow(SimClient client, EntityKey key) {
        List<Stored> versions = store.state.versions.getOrDefault(key, List.of());
        return !versions.isEmpty()
                && store.state.units(client.staff().id(), store.state.tick()).contains(versions.getLast().entity().unitId());
    }

    boolean isDeleted(EntityKey key, long version) {
        return store.state.versions.getOrDefault(key, List.of())
                .stream()
                .anyMatch(stored -> stored.entity().version() == version && stored.entity().deleted());
    }

    String outcome(UUID opId) {
        return answered.getOrDefault(opId, "");
    }

    boolean answered(UUID opId) {
        return answered.containsKey(opId);
    }

    void backUp() {
        world.trace("backup");
        backup = store.state.copy();
    }

    /** The store as it was at the last backup, under a new epoch. */
    void restore() {
        if (backup != null) {
            world.trace("restore");
            restored = true;
            store.state = backup.copy();
            store.state.epoch = world.id();
            outcomes.clear();
        }
    }
}
