package se.trepart.local.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.sql.Bulk;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.Entry;
import se.trepart.wire.Inventory;
import se.trepart.wire.Inventory.UnitCount;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.InventoryReply.RowVersion;
import se.trepart.wire.InventoryReply.UnitRows;
import se.trepart.wire.Leases;
import se.trepart.wire.Purged;

import org.jdbi.v3.core.Handle;

/**
 * What this workstation may hold, and whether it holds just that (innehav): keys lent for a time, units withdrawn, the inventory. Every
 * method is one transaction unless it says otherwise.
 */
public final class Holding {

    private static final Logger LOG = System.getLogger(Holding.class.getName());
    private static final Duration INVENTORY_EVERY = Duration.ofHours(1);
    /** how long the central store may be restored backwards without losing work that it had acknowledged */
    private static final Duration KEEP_ACKNOWLEDGED = Duration.ofDays(90);
    /** how far the time that was noted may lie behind the time that is */
    private static final long NOTED = Duration.ofMinutes(10).toMillis();

    private static final String LYING_IN = """
            select type, id from base where unit_id = :unit union select type, id from overlay where unit_id = :unit""";

    private static final List<String> ROWS = List.of("base", "overlay", "arriving", "pending_entry", "snapshot_part", "snapshot_file");
    private static final List<String> WITH_A_UNIT = Stream.concat(ROWS.stream(), Stream.of("blob", "blob_part", "revoked_unit")).toList();

    private final Database database;
    private final Path folder;
    private final DocumentTable table;
    private final EntryRows entryRows;
    private final OutboxTable outbox;
    private final UnitKeys keys;
    private final Feed feed;
    private final Changes changes;
    private final Clock clock;

    Holding(Database database, Path folder, DocumentTable table, EntryRows entryRows, OutboxTable outbox, UnitKeys keys, Feed feed,
            Changes changes, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.table = table;
        this.entryRows = entryRows;
        this.outbox = outbox;
        this.keys = keys;
        this.feed = feed;
        this.changes = changes;
        this.clock = clock;
    }

    /** What the workstation knows of the time: by its clock and the central store's, never earlier than what it has seen. */
    private record Times(long clockOffset, long floor, long leasesDue, long inventoryDue) {

        long now(Clock clock) {
            return Math.max(clock.millis() + clockOffset, floor);
        }
    }

    /** The time as far as this workstation knows it. */
    static Instant now(Handle handle, Clock clock) {
        return Instant.ofEpochMilli(times(handle).now(clock));
    }

    private static Times times(Handle handle) {
        return handle.createQuery("select * from sync_state")
                .map((row, _) -> new Times(row.getLong("clock_offset"), row.getLong("time_floor"), row.getLong("leases_due"),
                        row.getLong("inventory_due")))
                .one();
    }

    /** How much this computer's clock is behind the central store's, as of the last contact. */
    public Duration clockOffset() {
        return Duration.ofMillis(database.read(Holding::times).clockOffset);
    }

    /** Units that cannot be read until the central store has been reached. */
    public Set<UUID> locked() {
        return keys.locked();
    }

    /** Drops the keys whose lease has ended, from memory and disk. Returns the units that this locked. */
    public Set<UUID> lock() {
        boolean due = database.read(handle -> {
            Times times = times(handle);
            long now = times.now(clock);
            long first = handle.createQuery("select coalesce(min(until), :never) from unit_key where leased = 1 and lent is not null")
                    .bind("never", Long.MAX_VALUE)
                    .mapTo(long.class)
                    .one();
            return first <= now || now - times.floor > NOTED;
        });
        if (!due) {
            return Set.of();
        }
        Set<UUID> shown = new HashSet<>();
        Set<UUID> ended = database.write(handle -> {
            long now = times(handle).now(clock);
            handle.execute("update sync_state set time_floor = ?", now);
            Set<UUID> units = keys.expire(handle, now);
            units.forEach(unit -> shown.addAll(shownIn(handle, unit)));
            return units;
        });
        if (!ended.isEmpty()) {
            database.checkpoint();
            Damage.discard(folder);
            changes.tell(shown);
        }
        return ended;
    }

    /**
     * Whether keys should be asked for: an eighth of their time has gone, a unit is locked, there are units that none was lent for, or the
     * clock has been set back, so that it no longer says how much has gone.
     */
    public boolean leasesDue() {
        return database.read(handle -> {
            Times times = times(handle);
            boolean setBack = clock.millis() + times.clockOffset < times.floor - NOTED;
            return times.now(clock) >= times.leasesDue || setBack || !keys.locked().isEmpty();
        });
    }

    /** The central store lends no keys; it is asked again later. */
    public void noLeases() {
        database.write(handle -> handle.execute("update sync_state set leases_due = ?", times(handle).now(clock) + NOTED));
    }

    /** Takes the keys lent. A unit whose rows lie under another key than the one lent is fetched anew. */
    public void take(Leases leases) {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            long now = leases.now().toEpochMilli();
            UnitKeys.Lent lent = keys.take(handle, leases.leases());
            // withdrawn before anything of it was fetched: no withdrawal will be told of, and it would be called locked for ever
            keys.lentBefore(handle).stream().filter(unit -> !anythingOf(handle, unit)).forEach(unit -> keys.forget(handle, unit));
            // given back before it was purged
            handle.execute("delete from revoked_unit where purged = 0 and unit_id in (select unit_id from unit_key where listed = 1)");
            long shortest = leases.leases()
                    .stream()
                    .mapToLong(lease -> lease.until().toEpochMilli() - now)
                    .min()
                    .orElse(INVENTORY_EVERY.toMillis());
            handle.execute("update sync_state set clock_offset = ?, time_floor = ?, leases_due = ?", now - clock.millis(), now,
                    now + shortest / 8);
            outbox.forgetAcknowledgedBefore(handle, leases.now().minus(KEEP_ACKNOWLEDGED));
            lent.lost().forEach(unit -> {
                shown.addAll(shownIn(handle, unit));
                // what had come back goes with the rest until it comes again: it may have been changed or removed by others since
                handle.createUpdate("""
                        update acked_op set version = 0 where exists (select 1 from base where base.type = acked_op.type
                         and base.id = acked_op.id and base.unit_id = :unit and base.version >= acked_op.version)""")
                        .bind("unit", unit)
                        .execute();
                removeRows(handle, unit);
            });
            if (!lent.lost().isEmpty()) {
                Arrival.start(handle, true);
            }
            if (!lent.unlocked().isEmpty()) {
                handle.execute("update sync_state set inventory_due = 0");
                shown.addAll(feed.retryPutBy(handle));
            }
            if (!lent.lost().isEmpty() || !lent.unlocked().isEmpty()) {
                table.derive(handle, outbox.withChanges(handle));
            }
            lent.unlocked().forEach(unit -> shown.addAll(shownIn(handle, unit)));
            return true;
        });
        changes.tell(shown);
    }

    private static boolean anythingOf(Handle handle, UUID unit) {
        return WITH_A_UNIT.stream()
                .anyMatch(part -> handle.createQuery("select exists (select 1 from " + part + " where unit_id = :unit)")
                        .bind("unit", unit)
                        .mapTo(boolean.class)
                        .one());
    }

    private static Set<UUID> shownIn(Handle handle, UUID unit) {
        return new HashSet<>(handle.createQuery("""
                select coalesce(case_id, id) from base where unit_id = :unit
                union select coalesce(case_id, id) from overlay where unit_id = :unit""").bind("unit", unit).mapTo(UUID.class).list());
    }

    /** Whether there are units to purge or to tell of. */
    public boolean withdrawn() {
        return database.read(handle -> handle.createQuery("select exists (select 1 from revoked_unit)").mapTo(boolean.class).one());
    }

    /**
     * Purges the units this workstation may no longer hold, once there is nothing unsent: push comes before purge. Not one transaction: rows
     * and keys first, then the log; after a crash in between it goes on. Returns what the central store is to be told, when nothing of it is
     * left in any file.
     */
    public List<Purged> purge() {
        Set<UUID> shown = new HashSet<>();
        List<Purged> purged = database.write(handle -> {
            if (outbox.unsent(handle) > 0) {
                return List.of();
            }
            for (UUID unit : handle.createQuery("select unit_id from revoked_unit where purged = 0").mapTo(UUID.class).list()) {
                shown.addAll(shownIn(handle, unit));
                // also what was made here and never came back, and what was moved from here to where nobody here sees it
                handle.createUpdate("update acked_op set version = 0 where (type, id) in (" + LYING_IN + ")").bind("unit", unit).execute();
                handle.createUpdate("delete from overlay where (type, id) in (" + LYING_IN + ")").bind("unit", unit).execute();
                removeRows(handle, unit);
                handle.execute("delete from blob where unit_id = ?", unit);
                handle.execute("delete from blob_part where unit_id = ?", unit);
                keys.forget(handle, unit);
                handle.execute("update revoked_unit set purged = 1 where unit_id = ?", unit);
            }
            return handle.createQuery("select unit_id, seq from revoked_unit where purged = 1")
                    .map((row, _) -> new Purged(Bulk.uuid(row.getBytes("unit_id")), row.getLong("seq")))
                    .list();
        });
        changes.tell(shown);
        if (purged.isEmpty()) {
            return purged;
        }
        Damage.discard(folder);
        return database.checkpoint() ? purged : List.of();
    }

    private static void removeRows(Handle handle, UUID unit) {
        for (String part : ROWS) {
            handle.execute("delete from " + part + " where unit_id = ?", unit);
        }
    }

    /** The central store knows that the unit is gone from here. */
    public void told(Purged purged) {
        database.write(handle -> handle.execute("delete from revoked_unit where unit_id = ?", purged.unitId()));
    }

    /** What lies here, when it is time to compare it; computed from the rows themselves. */
    public Optional<Inventory> inventory() {
        return database.read(handle -> {
            Times times = times(handle);
            // an hour is far away when the clock has been set back meanwhile
            if (times.now(clock) < times.inventoryDue && times.inventoryDue - times.now(clock) <= INVENTORY_EVERY.toMillis()) {
                return Optional.empty();
            }
            Map<UUID, long[]> sums = new HashMap<>();
            handle.createQuery("select unit_id from unit_key where listed = 1")
                    .mapTo(UUID.class)
                    .forEach(unit -> sums.put(unit, new long[2]));
            rows(handle).forEach((about, row) -> {
                long[] sum = sums.computeIfAbsent(row.unit, _ -> new long[2]);
                sum[0]++;
                sum[1] += Inventory.weight(about.type(), about.id(), row.version);
            });
            List<UnitCount> units = sums.entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(unit -> new UnitCount(unit.getKey(), unit.getValue()[0], Inventory.hex(unit.getValue()[1])))
                    .toList();
            return Optional.of(new Inventory(Feed.position(handle).cursor(), units));
        });
    }

    private record Held(UUID unit, long version) {}

    /** Live documents, with those that only a newer program can read in place of what they were before. */
    private static Map<About, Held> rows(Handle handle) {
        Map<About, Held> rows = new HashMap<>();
        for (String from : List.of("base where deleted = 0", "pending_entry")) {
            handle.createQuery("select type, id, unit_id, version from " + from)
                    .map((row, _) -> Map.entry(new About(row.getString(1), Bulk.uuid(row.getBytes(2))),
                            new Held(Bulk.uuid(row.getBytes(3)), row.getLong(4))))
                    .forEach(row -> rows.put(row.getKey(), row.getValue()));
        }
        return rows;
    }

    /** The next inventory is due in an hour. */
    public void inventoryTaken() {
        database.write(
                handle -> handle.execute("update sync_state set inventory_due = ?", times(handle).now(clock) + INVENTORY_EVERY.toMillis()));
    }

    /** The documents to ask for because they differ. A difference is a defect somewhere and is logged as one. */
    public List<DocumentKey> differing(InventoryReply reply) {
        return database.read(handle -> {
            Map<About, Held> here = rows(handle);
            Set<DocumentKey> ask = new LinkedHashSet<>();
            for (UnitRows unit : reply.differing()) {
                int missing = 0;
                int other = 0;
                Set<About> there = new HashSet<>();
                for (RowVersion row : unit.rows()) {
                    About about = new About(row.type(), row.id());
                    there.add(about);
                    Held held = here.get(about);
                    if (held == null || held.version != row.version() || !held.unit.equals(unit.unitId())) {
                        missing += held == null ? 1 : 0;
                        other += held == null ? 0 : 1;
                        ask.add(new DocumentKey(row.type(), row.id()));
                    }
                }
                int before = ask.size();
                here.forEach((about, held) -> {
                    if (held.unit.equals(unit.unitId()) && !there.contains(about)) {
                        ask.add(new DocumentKey(about.type(), about.id()));
                    }
                });
                LOG.log(Level.ERROR, "defect: the inventory of unit {0} differed: {1} missing, {2} of another version, {3} too many",
                        unit.unitId(), missing, other, ask.size() - before);
            }
            return new ArrayList<>(ask);
        });
    }

    /** Takes in what was asked for, also in place of the very same version. */
    public void heal(DocumentsReply reply) {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            for (Entry entry : reply.entries()) {
                table.find(handle, Row.Part.BASE, new About(entry.type(), entry.id())).ifPresent(row -> shown.add(Feed.shownBy(row)));
            }
            List<Row> rows = entryRows.of(handle, reply.entries());
            table.receiveAgain(handle, rows);
            rows.forEach(row -> shown.add(Feed.shownBy(row)));
            feed.derive(handle, reply.entries());
            return true;
        });
        changes.tell(shown);
    }
}
