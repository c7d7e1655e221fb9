package se.trepart.installer.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.central.sync.Entity;
import se.trepart.central.sync.EntityKey;
import se.trepart.installer.sim.Ledger.Written;
import se.trepart.installer.sim.LocalTables.BaseRow;
import se.trepart.installer.sim.LocalTables.Look;
import se.trepart.installer.sim.LocalTables.OpRow;
import se.trepart.installer.sim.MemoryState.Stored;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Fields;

import org.jspecify.annotations.Nullable;

/** What must hold on one workstation after every step. */
final class ClientInvariants {

    private final SimWorld world;
    private final SimClient client;
    private @Nullable UUID epoch;
    private boolean fetchingRestored;
    private long cursor;
    private Map<EntityKey, BaseRow> base = Map.of();
    /** what each pair looked like when it was last read */
    private final Map<EntityKey, Object> pairs = new HashMap<>();

    ClientInvariants(SimWorld world, SimClient client) {
        this.world = world;
        this.client = client;
    }

    void check(Look look) {
        nothingLeavesTheOutboxUnanswered(look);
        versionsNeverFall(look);
        cursorIsComplete(look);
        if (client.anythingLocked()) {
            // the lease has ended: nobody reads anything of the unit until the central store has been reached
            return;
        }
        ownWritesAreSeen(look);
        pairsAreWhole(look);
    }

    private Broken broken(String invariant, String what) {
        return new Broken(invariant, client.name() + ": " + what);
    }

    /** I2 */
    private void nothingLeavesTheOutboxUnanswered(Look look) {
        SortedMap<Long, OpRow> operations = look.operations();
        for (Written written : client.ledger.written().values()) {
            OpRow row = operations.get(written.seq());
            if (row == null) {
                boolean forgotten = world.clocksWrong() && world.central.answered(written.opId());
                if (!forgotten) {
                    throw broken("I2", "operation " + written.seq() + " about " + written.what().about() + " is gone");
                }
            } else if (!row.opId().equals(written.opId())) {
                throw broken("I2", "number " + written.seq() + " is another operation");
            } else if (!row.unsent() && !world.central.answered(written.opId())) {
                throw broken("I2", "operation " + written.seq() + " was taken as answered and never was");
            }
        }
        if (!operations.isEmpty() && operations.lastKey() > client.ledger.written().size()) {
            throw broken("I2", "an operation that nobody saved");
        }
    }

    /** I6 */
    private void versionsNeverFall(Look look) {
        boolean same = Objects.equals(epoch, look.epoch());
        // a store restored from a backup may have older versions; they come with the first fetch that is finished under the new epoch
        boolean restored = !same || fetchingRestored;
        fetchingRestored = restored && look.fetching();
        if (!restored) {
            if (look.cursor() < cursor) {
                throw broken("I6", "the cursor fell from " + cursor + " to " + look.cursor());
            }
            look.base().forEach((key, row) -> {
                BaseRow was = base.get(key);
                if (was != null && row.version() < was.version()) {
                    throw broken("I6", key + " fell from version " + was.version() + " to " + row.version());
                }
                if (was != null && was.deleted() && !row.deleted() && row.version() == was.version()
                        && world.central.isDeleted(key, row.version())) {
                    throw broken("I12", key + " came back");
                }
            });
            if (!fetchesAnew(look) && !base.isEmpty() && look.base().isEmpty()) {
                throw broken("I6", "everything is gone");
            }
        }
        epoch = look.epoch();
        cursor = look.cursor();
        base = look.base();
    }

    /** A lease that a wrong clock ended, under a key that a restored store no longer has: the unit is fetched anew. */
    private boolean fetchesAnew(Look look) {
        return look.fetching() && world.clocksWrong() && world.central.restored();
    }

    /** I5: what the feed up to the cursor says, and nothing else; documents that changed later may be newer after a first fetch. */
    private void cursorIsComplete(Look look) {
        MemoryState server = world.central.store.state;
        if (look.epoch() == null || !look.epoch().equals(server.epoch) || look.cursor() == 0 || fetchesAnew(look)) {
            return;
        }
        long tick = server.tickOf(look.cursor());
        Set<UUID> throughout = new HashSet<>(units(tick));
        throughout.removeAll(look.revoked());
        Set<UUID> ever = new HashSet<>(units(tick));
        for (MemoryState.Changed changed : server.access) {
            UUID unit = changed.change().unitId();
            if (changed.tick() > tick && unit != null && changed.change().staffId().equals(client.staff().id())) {
                ever.add(unit);
                throughout.remove(unit);
            }
        }
        ever.addAll(look.revoked());
        for (var versions : server.versions.entrySet()) {
            Optional<Stored> then = server.entity(versions.getKey(), tick);
            boolean changedSince = versions.getValue().getLast().tick() > tick;
            BaseRow row = look.base().get(versions.getKey());
            if (then.isPresent() && !changedSince) {
                Entity entity = then.get().entity();
                boolean here = row != null && !row.deleted();
                if (!entity.deleted() && throughout.contains(entity.unitId())
                        && (!here || row.version() != entity.version() || !row.unitId().equals(entity.unitId()))) {
                    throw broken("I5", entity.key() + " version " + entity.version() + " is missing at cursor " + look.cursor()
                            + (row == null ? "" : ", instead " + row));
                }
                // what lies in a unit that was lost is purged when everything unsent has gone out, wherever it has moved since
                if (here && !look.revoked().contains(row.unitId()) && (entity.deleted() || !ever.contains(entity.unitId()))) {
                    throw broken("I5", entity.key() + " is here, and must not be, at cursor " + look.cursor());
                }
            }
        }
        for (EntityKey key : look.base().keySet()) {
            if (!server.versions.containsKey(key)) {
                throw broken("I5", key + " never was");
            }
        }
    }

    private Set<UUID> units(long tick) {
        return world.central.store.state.units(client.staff().id(), tick);
    }

    /** I7: the last value of each field that is unsent, or in effect and not yet come back. */
    private void ownWritesAreSeen(Look look) {
        Map<EntityKey, SortedMap<String, String>> mine = new HashMap<>();
        Set<EntityKey> created = new HashSet<>();
        for (Written written : client.ledger.written().values()) {
            EntityKey key = written.what().about();
            OpRow row = look.operations().get(written.seq());
            BaseRow there = look.base().get(key);
            // what it made, sent again to a store that was restored: what lies here may have been changed by others since
            boolean changedSince = written.what().create() && there != null && !there.deleted();
            if (row != null && !changedSince && (row.unsent() || row.inEffect() && row.version() > (there == null ? 0 : there.version()))) {
                if (written.what().create()) {
                    if (!created.add(key)) {
                        continue; // made twice, before and after a restore: the first stands here until the central store brings them together
                    }
                    // made once more: what was written in it before waits in the conflict that its first creation came to
                    mine.remove(key);
                }
                mine.computeIfAbsent(key, _ -> new TreeMap<>()).putAll(written.what().values());
            }
        }
        mine.forEach((key, values) -> {
            BaseRow there = look.base().get(key);
            if (there != null && !there.deleted() || there == null && created.contains(key)) {
                SortedMap<String, String> seen = seen(key).orElseThrow(() -> broken("I7", key + " is not seen"));
                values.forEach((path, value) -> {
                    if (!value.equals(seen.get(path))) {
                        throw broken("I7", key + " " + path + " is " + seen.get(path) + " and not " + value);
                    }
                });
            }
        });
    }

    private Optional<SortedMap<String, String>> seen(EntityKey key) {
        Class<? extends Document> type = DocumentType.valueOf(key.type()).record();
        return client.documents().find(type, key.id()).map(document -> Fields.of(DocumentJson.write(document)));
    }

    /** I8: the two documents of a pair are only ever changed together. */
    private void pairsAreWhole(Look look) {
        for (int i = 0; i < world.pairs.size(); i++) {
            EntityKey[] pair = world.pairs.get(i);
            if (look.revoked().contains(world.units.get(i))) {
                // lost while it was being fetched: what has come of it is purged when everything unsent has gone out
                continue;
            }
            List<Object> state = List.of(String.valueOf(look.base().get(pair[0])), String.valueOf(look.base().get(pair[1])),
                    look.operations().values().stream().filter(row -> row.about().equals(pair[0]) || row.about().equals(pair[1])).toList());
            if (!state.equals(pairs.put(pair[0], state))) {
                Optional<String> left = seen(pair[0]).map(fields -> fields.get("number"));
                Optional<String> right = seen(pair[1]).map(fields -> fields.get("number"));
                if (!left.equals(right)) {
                    throw broken("I8", "half of a pair: " + left.orElse("nothing") + " and " + right.orElse("nothing"));
                }
            }
        }
    }
}
