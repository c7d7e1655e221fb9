package se.trepart.local.cache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;

import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.sql.Bulk;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Snapshots;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;

/**
 * A whole fetch (hel hämtning): everything is gathered beside what is there and takes its place in one step, so that nobody sees a
 * half-filled list. It goes on where it was after a crash at any point.
 */
public final class Arrival {

    private static final int BATCH = 2_000;
    private static final String LAST_ACKNOWLEDGED = "(select coalesce(max(client_seq), 0) from acked_op)";

    /**
     * A unit's snapshot.
     *
     * @param fetched how many of its bytes are here
     */
    public record SnapshotFile(UUID unitId, long seq, long documents, long bytes, String sha256, long fetched) {}

    private final Database database;
    private final DocumentTable table;
    private final EntryRows entryRows;
    private final OutboxTable outbox;
    private final UnitKeys keys;
    private final Changes changes;

    Arrival(Database database, DocumentTable table, EntryRows entryRows, OutboxTable outbox, UnitKeys keys, Changes changes) {
        this.database = database;
        this.table = table;
        this.entryRows = entryRows;
        this.outbox = outbox;
        this.keys = keys;
        this.changes = changes;
    }

    /**
     * Starts from the beginning; until all of it is here the user sees what was there before. It goes page by page when changes could not be
     * fetched after the last one either: then the snapshots are too old.
     */
    public void start() {
        database.write(handle -> start(handle, handle.createQuery("select settled = 0 from sync_state").mapTo(boolean.class).one()));
    }

    /** Starts again page by page, because the snapshots turned out to be of no use. */
    public void startByKeys() {
        database.write(handle -> start(handle, true));
    }

    static boolean start(Handle handle, boolean byKeys) {
        handle.execute("delete from arriving");
        handle.execute("delete from snapshot_file");
        handle.execute("delete from snapshot_part");
        return handle.execute("update sync_state set fetch_token = null, by_keys = ?, fetch_started = " + LAST_ACKNOWLEDGED, byKeys) == 1;
    }

    /** How many documents have arrived. */
    public long arrived() {
        return database.read(handle -> handle.createQuery("select count(*) from arriving").mapTo(long.class).one());
    }

    /**
     * Decides on the snapshots when each unit that the central store lends a key for has one of the right epoch; otherwise on pages.
     * Returns whether it is snapshots.
     */
    public boolean plan(Snapshots snapshots) {
        return database.write(handle -> {
            Set<UUID> units = new HashSet<>(handle.createQuery("select unit_id from unit_key where listed = 1").mapTo(UUID.class).list());
            snapshots.files().forEach(file -> units.remove(file.unitId()));
            UUID epoch = Feed.position(handle).epoch();
            if (snapshots.files().isEmpty() || !units.isEmpty() || epoch != null && !epoch.equals(snapshots.epoch())) {
                handle.execute("update sync_state set by_keys = 1");
                return false;
            }
            snapshots.files()
                    .forEach(file -> handle.execute("""
                            insert into snapshot_file (unit_id, seq, documents, bytes, sha256, taken) values (?, ?, ?, ?, ?, 0)""",
                            file.unitId(), file.seq(), file.documents(), file.bytes(), file.sha256()));
            handle.execute("update sync_state set epoch = ?", snapshots.epoch());
            return true;
        });
    }

    /** Whether {@link #plan} has been made. */
    public boolean planned() {
        return database.read(handle -> handle.createQuery("select exists (select 1 from snapshot_file)").mapTo(boolean.class).one());
    }

    /** How many documents the snapshots hold together. */
    public long planned(boolean taken) {
        return database.read(handle -> handle.createQuery("select coalesce(sum(documents), 0) from snapshot_file where taken >= ?")
                .bind(0, taken)
                .mapTo(long.class)
                .one());
    }

    /** The next snapshot to fetch and take in; empty when all are. */
    public Optional<SnapshotFile> next() {
        return database.read(handle -> handle.createQuery("""
                select f.*, (select coalesce(max(start + length(body) - 28), 0) from snapshot_part p where p.unit_id = f.unit_id) as fetched
                  from snapshot_file f where taken = 0 order by unit_id limit 1""")
                .map((row, _) -> new SnapshotFile(Bulk.uuid(row.getBytes("unit_id")), row.getLong("seq"), row.getLong("documents"),
                        row.getLong("bytes"), row.getString("sha256"), row.getLong("fetched")))
                .findOne());
    }

    /** Keeps a part of a snapshot, sealed: it never lies on the disk as it came. */
    public void keep(SnapshotFile file, byte[] part) {
        database.write(handle -> {
            byte[] body = keys.sealing(handle, file.unitId()).seal(part, name(file, file.fetched()));
            try (Bulk insert = new Bulk(handle,
                    "insert into snapshot_part (unit_id, start, body) values (?, ?, ?) on conflict do nothing")) {
                return insert.run(file.unitId(), file.fetched(), body);
            }
        });
    }

    /**
     * Takes in a snapshot that is wholly here. Returns whether it was what it should be.
     *
     * @param taken told the number of documents after each batch
     */
    public boolean take(SnapshotFile file, IntConsumer taken) {
        if (!sha256(file).equals(file.sha256())) {
            return false;
        }
        try (InputStream in = new GZIPInputStream(new Parts(file), 1 << 16);
                MappingIterator<Entry> entries = Json.MAPPER.readerFor(Entry.class).readValues(in)) {
            List<Entry> batch = new ArrayList<>(BATCH);
            while (entries.hasNext()) {
                batch.add(entries.next());
                if (batch.size() == BATCH || !entries.hasNext()) {
                    database.write(handle -> {
                        table.arrive(handle, entryRows.of(handle, batch));
                        return true;
                    });
                    taken.accept(batch.size());
                    batch.clear();
                }
            }
        } catch (IOException | JacksonException unreadable) {
            return false;
        }
        database.write(handle -> {
            handle.execute("delete from snapshot_part where unit_id = ?", file.unitId());
            return handle.execute("update snapshot_file set taken = 1 where unit_id = ?", file.unitId());
        });
        return true;
    }

    /**
     * Takes a page of a whole fetch. The pages were read one after the other, so the last ones may show a change that the first do not: what
     * arrived takes the place of what was there when the feed has been followed to where the last page was read.
     */
    public void apply(BootstrapPage page) {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            table.arrive(handle, entryRows.of(handle, page.entries()));
            handle.execute("update sync_state set epoch = ?", page.epoch());
            if (page.next() != null) {
                token(handle, page.next());
            } else {
                long head0 = handle.createQuery("select coalesce(min(seq), :head0) from snapshot_file")
                        .bind("head0", page.head0())
                        .mapTo(long.class)
                        .one();
                // all that has been acknowledged until now lies at or before the head of this page
                handle.execute("update sync_state set fetch_started = " + LAST_ACKNOWLEDGED);
                shown.addAll(finish(handle, new Following(head0, page.head())));
            }
            return true;
        });
        changes.tell(shown);
    }

    /** Where the feed must be followed before what has arrived is shown; empty while pages are still to come. */
    public Optional<Following> following() {
        return Following.read(database.read(Feed::position).token());
    }

    /** Takes a page of the feed into what is being gathered. */
    public void follow(ChangesPage page) {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            Following following = Following.read(Feed.position(handle).token()).orElseThrow();
            table.receiveWhileArriving(handle, entryRows.of(handle, page.entries()));
            Feed.withdraw(handle, page);
            Chain.keep(handle, page.epoch(), page.chain());
            shown.addAll(finish(handle, following.to(page.to())));
            return true;
        });
        changes.tell(shown);
    }

    /**
     * The feed between the first and the last page of a whole fetch.
     *
     * @param cursor up to where it has been followed
     * @param until up to where it must be
     */
    public record Following(long cursor, long until) {

        private static final String MARK = "follow ";

        Following to(long seq) {
            return new Following(Math.max(cursor, seq), until);
        }

        String written() {
            return MARK + cursor + " " + until;
        }

        static Optional<Following> read(@Nullable String token) {
            if (token == null || !token.startsWith(MARK)) {
                return Optional.empty();
            }
            String[] numbers = token.substring(MARK.length()).split(" ");
            return Optional.of(new Following(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
        }
    }

    private static void token(Handle handle, String token) {
        handle.execute("update sync_state set fetch_token = ?", token);
    }

    private Set<UUID> finish(Handle handle, Following following) {
        if (following.cursor() < following.until()) {
            token(handle, following.written());
            return Set.of();
        }
        return finish(handle, following.cursor());
    }

    private Set<UUID> finish(Handle handle, long cursor) {
        Set<UUID> shown = new HashSet<>(shownInBase(handle));
        table.swap(handle);
        // what was acknowledged before the last page was read and did not come with it has left this workstation: it must not come back
        handle.execute("""
                update acked_op set version = 0 where client_seq <= (select fetch_started from sync_state)
                 and not exists (select 1 from base where base.type = acked_op.type and base.id = acked_op.id)""");
        handle.execute("delete from overlay");
        table.derive(handle, outbox.withChanges(handle));
        // the news of units withdrawn meanwhile is not in the feed that follows
        handle.execute("""
                insert into revoked_unit (unit_id, seq, purged) select unit_id, ?, 0 from unit_key
                 where leased = 1 and listed = 0 and not exists (select 1 from base where base.unit_id = unit_key.unit_id)
                on conflict do nothing""", cursor);
        handle.execute("delete from snapshot_file");
        handle.execute("""
                update sync_state set cursor = ?, fetch_started = null, fetch_token = null, by_keys = 0, settled = 0, inventory_due = 0""",
                cursor);
        shown.addAll(shownInBase(handle));
        return shown;
    }

    private static List<UUID> shownInBase(Handle handle) {
        return handle.createQuery("select distinct coalesce(case_id, id) from base").mapTo(UUID.class).list();
    }

    private String sha256(SnapshotFile file) {
        try (InputStream in = new Parts(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The parts of a snapshot one after the other, each opened when its turn comes. */
    private final class Parts extends SequenceInputStream {

        Parts(SnapshotFile file) {
            super(new Enumeration<>() {
                private long at;

                @Override
                public boolean hasMoreElements() {
                    return at < file.bytes();
                }

                @Override
                public InputStream nextElement() {
                    byte[] sealed = database
                            .read(handle -> handle.createQuery("select body from snapshot_part where unit_id = :unit and start = :start")
                                    .bind("unit", file.unitId())
                                    .bind("start", at)
                                    .mapTo(byte[].class)
                                    .findOne()
                                    .orElse(new byte[0]));
                    if (sealed.length == 0) {
                        at = file.bytes();
                        return InputStream.nullInputStream();
                    }
                    byte[] part = keys.of(file.unitId()).open(sealed, name(file, at));
                    at += part.length;
                    return new ByteArrayInputStream(part);
                }
            });
        }
    }

    private static String name(SnapshotFile file, long start) {
        return "snapshot|" + file.sha256() + "|" + start;
    }
}
