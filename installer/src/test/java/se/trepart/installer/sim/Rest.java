package se.trepart.installer.sim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.central.audit.AuditChain;
import se.trepart.central.sync.EntityKey;
import se.trepart.installer.sim.Ledger.Written;
import se.trepart.installer.sim.LocalTables.BaseRow;
import se.trepart.installer.sim.LocalTables.Look;
import se.trepart.installer.sim.LocalTables.OpRow;
import se.trepart.installer.sim.MemoryState.Audited;
import se.trepart.installer.sim.MemoryState.Stored;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Fields;

/** What must hold when nothing goes wrong any more and nobody writes. */
final class Rest {

    private final SimWorld world;

    Rest(SimWorld world) {
        this.world = world;
    }

    private MemoryState server() {
        return world.central.store.state;
    }

    /** L1 */
    boolean reached() {
        return world.clients.stream().allMatch(client -> !client.syncing() && client.running() && settled(client));
    }

    private boolean settled(SimClient client) {
        Look look = client.look();
        return !client.anythingLocked() && !client.interrupted() && server().epoch.equals(look.epoch())
                && look.cursor() == server().head(server().tick()).seq() && !look.fetching()
                && look.operations().values().stream().noneMatch(OpRow::unsent) && look.revoked().isEmpty();
    }

    Broken neverReached() {
        StringBuilder how = new StringBuilder("no rest: head " + server().head(server().tick()).seq());
        for (SimClient client : world.clients) {
            if (!client.running()) {
                how.append("; ").append(client.name()).append(" is off");
            } else if (!settled(client)) {
                Look look = client.look();
                how.append("; ")
                        .append(client.name())
                        .append(" cursor ")
                        .append(look.cursor())
                        .append(look.fetching() ? " fetching" : "")
                        .append(client.anythingLocked() ? " locked" : "")
                        .append(client.interrupted() ? " interrupted" : "")
                        .append(" unsent ")
                        .append(look.operations().values().stream().filter(OpRow::unsent).count());
            }
        }
        return new Broken("L1", how.toString());
    }

    void check() {
        world.clients.forEach(SimClient::check);
        world.clients.forEach(this::sameAsCentral);
        nothingIsLost();
        onceEach();
        chainHolds();
    }

    /** I9, I11: what the person may hold, all of it, as the central store has it, and nothing else. */
    private void sameAsCentral(SimClient client) {
        Set<UUID> units = server().units(client.staff().id(), server().tick());
        Map<EntityKey, Stored> expected = new TreeMap<>();
        server().versions.forEach((key, versions) -> {
            if (!versions.getLast().entity().deleted() && units.contains(versions.getLast().entity().unitId())) {
                expected.put(key, versions.getLast());
            }
        });
        Map<EntityKey, Long> base = new TreeMap<>();
        for (var row : client.look().base().entrySet()) {
            BaseRow there = row.getValue();
            if (!there.deleted()) {
                base.put(row.getKey(), there.version());
            }
        }
        if (!base.keySet().equals(expected.keySet())) {
            Set<EntityKey> more = new HashSet<>(base.keySet());
            more.removeAll(expected.keySet());
            Set<EntityKey> less = new HashSet<>(expected.keySet());
            less.removeAll(base.keySet());
            throw new Broken("I9", client.name() + " has too much: " + more + ", lacks: " + less);
        }
        expected.forEach((key, stored) -> {
            Class<? extends Document> type = DocumentType.valueOf(key.type()).record();
            Document seen = client.documents()
                    .find(type, key.id())
                    .orElseThrow(() -> new Broken("I9", client.name() + " does not see " + key));
            if (!Fields.of(DocumentJson.write(seen)).equals(Fields.of(stored.entity().body()))) {
                throw new Broken("I9", client.name() + " sees another " + key + " than the central store has");
            }
        });
        for (UUID unit : world.units) {
            if (!units.contains(unit) && client.tables().rowsOf(unit) > 0) {
                throw new Broken("I11", client.name() + " still has rows of a unit it lost");
            }
        }
    }

    /** I1: every value that was saved is in some version of some document, or in a conflict. */
    private void nothingIsLost() {
        Set<String> kept = new HashSet<>();
        for (List<Stored> versions : server().versions.values()) {
            versions.forEach(stored -> kept.addAll(Ledger.tokens(stored.entity().body().toString())));
        }
        for (SimClient client : world.clients) {
            Map<Long, OpRow> operations = client.look().operations();
            Set<Integer> poisoned = new HashSet<>();
            client.ledger.written().values().stream().filter(w -> w.what().poison()).forEach(w -> poisoned.add(w.intent()));
            Set<EntityKey> neverMade = new HashSet<>();
            for (Written written : client.ledger.written().values()) {
                OpRow row = operations.get(written.seq());
                if (written.what().create() && world.central.outcome(written.opId()).contains("REJECTED")) {
                    neverMade.add(written.what().about());
                }
                if (neverMade.contains(written.what().about())) {
                    continue;
                }
                if (!kept.containsAll(written.tokens()) && !poisoned.contains(written.intent()) && !(row != null
                        && "REJECTED".equals(row.result()) && world.central.mayReject(client, written.opId(), written.what().about()))) {
                    throw new Broken("I1", client.name() + " saved " + written.tokens() + " in " + written.what().about()
                            + " and it is nowhere; " + row + " " + world.central.outcome(written.opId()));
                }
            }
        }
    }

    /** I3: one operation, one effect on each document. */
    private void onceEach() {
        for (var versions : server().versions.entrySet()) {
            Map<UUID, Integer> effects = new HashMap<>();
            long expected = 1;
            for (Stored stored : versions.getValue()) {
                if (stored.entity().version() != expected++) {
                    throw new Broken("I3", versions.getKey() + " lacks a version");
                }
                if (stored.opId() != null && !versions.getKey().type().equals("CONFLICT")
                        && effects.merge(stored.opId(), 1, Integer::sum) > 1) {
                    throw new Broken("I3", versions.getKey() + " was changed twice by one operation");
                }
            }
        }
    }

    /** I13 */
    private void chainHolds() {
        byte[] previous = new byte[AuditChain.HASH_BYTES];
        for (Audited audited : server().audit) {
            if (!Arrays.equals(previous, audited.row().previous())
                    || !Arrays.equals(AuditChain.next(previous, audited.row().entry()), audited.row().hash())) {
                throw new Broken("I13", "the chain breaks at " + audited.seq());
            }
            previous = audited.row().hash();
        }
        if (!Arrays.equals(previous, server().head(server().tick()).chainHash())) {
            throw new Broken("I13", "the chain does not end at the head");
        }
        long effects = server().versions.values().stream().mapToLong(List::size).sum();
        if (effects != server().audit.size()) {
            throw new Broken("I13", effects + " effects and " + server().audit.size() + " entries");
        }
    }
}
