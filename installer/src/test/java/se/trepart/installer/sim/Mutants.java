package se.trepart.installer.sim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.CentralStore.Applied;
import se.trepart.central.sync.CentralStore.Device;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.Reading;
import se.trepart.central.sync.CentralStore.Writing;
import se.trepart.central.sync.Commit;
import se.trepart.central.sync.EntityKey;
import se.trepart.installer.sim.LocalTables.Look;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.TransportProblem;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import org.jspecify.annotations.Nullable;

/** The wrong versions that others have shipped, see "What went wrong elsewhere" in the design. */
final class Mutants {

    private Mutants() {}

    /** The number of the feed is a bigserial: taken when the transaction begins, seen when it ends. */
    static final class NumberTakenEarly extends Mutation {

        @Override
        MemoryStore store(SimWorld world) {
            return new MemoryStore(world.id()) {

                private long serial;

                @Override
                MemoryWriting begin() {
                    long mine = ++serial;
                    return new MemoryWriting(this) {
                        @Override
                        public Head nextHead() {
                            Head now = head();
                            return new Head(now.epoch(), mine, now.chainHash(), now.floor(), now.rights(), null);
                        }
                    };
                }
            };
        }
    }

    /** The cursor is on the disk before what it stands for. */
    static final class CursorBeforeData extends Mutation {

        @Override
        SimTransport transport(SimWorld world, SimClient client) {
            return new SimTransport(world, client) {
                @Override
                public ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds) {
                    ChangesPage page = super.changes(epoch, since, limit, waitSeconds);
                    client.tables().vandalise("update sync_state set cursor = max(cursor, ?)", page.to());
                    client.powerMayGo("between cursor and data");
                    return page;
                }
            };
        }
    }

    /** The central store does not know operations again. */
    static final class NoOperationIds extends Mutation {

        private final Map<UUID, Long> sending = new HashMap<>();

        @Override
        SimTransport transport(SimWorld world, SimClient client) {
            return new SimTransport(world, client) {
                @Override
                public PushReply push(PushRequest request) {
                    if (!request.operations().isEmpty()) {
                        sending.put(client.device(), request.operations().getFirst().clientSeq());
                    }
                    return super.push(request);
                }
            };
        }

        @Override
        MemoryStore store(SimWorld world) {
            return new MemoryStore(world.id()) {
                @Override
                MemoryWriting begin() {
                    return new MemoryWriting(this) {
                        @Override
                        public Device lockDevice(UUID device, UUID staffId) {
                            Device known = super.lockDevice(device, staffId);
                            return new Device(known.id(), known.staffId(), sending.getOrDefault(device, 1L) - 1, known.revoked());
                        }

                        @Override
                        public List<Applied> applied(UUID device, Collection<UUID> opIds, long fromSeq, long toSeq) {
                            return List.of();
                        }

                        @Override
                        public void write(Commit commit, Head head) {
                            commit.applied().forEach(a -> state.applied.remove(a.opId()));
                            super.write(commit, head);
                        }
                    };
                }
            };
        }
    }

    /** Fetches before it sends: a withdrawn unit goes with everything that was not sent. */
    static final class PurgeBeforePush extends Mutation {

        @Override
        SimTransport transport(SimWorld world, SimClient client) {
            return new SimTransport(world, client) {
                @Override
                public PushReply push(PushRequest request) {
                    Look look = client.look();
                    if (!request.operations().isEmpty() && !look.fetching()) {
                        ChangesPage page;
                        try {
                            page = changes(look.epoch(), look.cursor(), 0, 0);
                        } catch (TransportProblem nothingNew) {
                            return super.push(request);
                        }
                        page.revokes().forEach(unit -> purge(client, unit));
                        if (!page.revokes().isEmpty()) {
                            throw problem(SyncStatus.Problem.NO_NETWORK, "purged");
                        }
                    }
                    return super.push(request);
                }
            };
        }
    }

    private static void purge(SimClient client, UUID unit) {
        client.tables().vandalise("""
                delete from outbox where exists
                (select 1 from seen where seen.type = outbox.type and seen.id = outbox.id and seen.unit_id = ?)""", unit);
        client.tables().vandalise("delete from overlay where unit_id = ?", unit);
        client.tables().vandalise("delete from base where unit_id = ?", unit);
    }

    /** The workstation says which units it has, and is believed. */
    static final class UnitsAsTheClientSays extends Mutation {

        private final Map<UUID, Set<UUID>> said = new HashMap<>();

        @Override
        CentralStore around(MemoryStore store) {
            return new CentralStore() {
                @Override
                public <T> T write(Function<Writing, T> work) {
                    return store.write(work);
                }

                @Override
                public <T> T read(Function<Reading, T> work) {
                    return store.read(snapshot -> work.apply(believing(snapshot)));
                }

                @Override
                public <T> T readAs(UUID staffId, Function<Reading, T> work) {
                    // nothing but the units that the workstation says is looked at
                    return store.read(snapshot -> work.apply(believing(snapshot)));
                }

                @Override
                public long seq() {
                    return store.seq();
                }

                @Override
                public Optional<StaffAccess> bySubject(String subject) {
                    return store.bySubject(subject);
                }
            };
        }

        /** The same snapshot, except for whose it is. */
        private Reading believing(Reading snapshot) {
            return (Reading) Proxy.newProxyInstance(Reading.class.getClassLoader(), new Class<?>[]{Reading.class},
                    (_, method, arguments) -> {
                        try {
                            Object answer = method.invoke(snapshot, arguments);
                            return method.getName().equals("staff")
                                    ? ((Optional<?>) answer).map(access -> asSaid((StaffAccess) access))
                                    : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private StaffAccess asSaid(StaffAccess access) {
            Set<UUID> units = said.computeIfAbsent(access.staffId(), _ -> new HashSet<>());
            units.addAll(access.units());
            return new StaffAccess(access.staffId(), access.active(), access.roles(), Set.copyOf(units), access.protectedCases());
        }
    }

    /** What comes in is shown in place of what the user has changed and not sent. */
    static final class PullOverDirtyRow extends Mutation {

        private final Map<SimClient, Set<EntityKey>> came = new HashMap<>();

        @Override
        SimTransport transport(SimWorld world, SimClient client) {
            return new SimTransport(world, client) {
                @Override
                public ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds) {
                    ChangesPage page = super.changes(epoch, since, limit, waitSeconds);
                    page.entries()
                            .forEach(entry -> came.computeIfAbsent(client, _ -> new HashSet<>())
                                    .add(new EntityKey(entry.type(), entry.id())));
                    return page;
                }
            };
        }

        @Override
        void afterRound(SimClient client) {
            for (EntityKey key : came.getOrDefault(client, Set.of())) {
                client.tables().vandalise("delete from overlay where type = ? and id = ?", key.type(), key.id());
            }
            came.remove(client);
        }
    }
}
