package se.trepart.central.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import se.trepart.central.access.AccessRegister;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.Live;
import se.trepart.central.sync.CentralStore.LogRow;
import se.trepart.central.sync.CentralStore.Since;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads one snapshot. What a person may see is chosen by the database, in the same snapshot as their rights. */
final class PgReading implements CentralStore.Reading {

    private static final int FETCH = 2_000;

    /**
     * A document's body is that of the version in the feed, so that a page never shows half of a later transaction. A document that has
     * left these units since is not shown any more: its leave comes further on.
     */
    private static final String LOG = """
            select c.commit_seq, c.type, c.id, c.unit_id, c.kind, c.version, v.case_id, v.body,
                   e.unit_id = any(:units) as still_here
              from change_log c
              join entity_version v on v.type = c.type and v.id = c.id and v.version = c.version
              join entity e on e.type = c.type and e.id = c.id
             where c.unit_id = any(:units) and c.commit_seq > :since and c.commit_seq <= :to
             order by c.commit_seq, c.ord
             limit :limit
            """;

    private static final String ENTITIES = """
            select commit_seq, type, id, unit_id, case_id, version, body
              from entity
             where unit_id = any(:units) and not deleted and (type, id) > (:type, :id)
             order by type, id
             limit :limit
            """;

    private static final String ENTITIES_OF = """
            select commit_seq, type, id, unit_id, case_id, version, body
              from entity
             where unit_id = any(:units) and not deleted and (case_id = any(:cases) or type = any(:types)) and (type, id) > (:type, :id)
             order by type, id
             limit :limit
            """;

    private final Handle db;

    PgReading(Handle db) {
        this.db = db;
    }

    @Override
    public Head head() {
        return db.createQuery("select epoch, seq, chain_hash, floor from sync_head").map(PgStore::head).one();
    }

    @Override
    public Optional<StaffAccess> staff(UUID staffId) {
        return new AccessRegister(db).find(staffId);
    }

    @Override
    public List<LogRow> log(Collection<UUID> units, long since, long to, int limit) {
        return db.createQuery(LOG)
                .bindArray("units", UUID.class, List.copyOf(units))
                .bind("since", since)
                .bind("to", to)
                .bind("limit", limit)
                .map(PgReading::logRow)
                .list();
    }

    @Override
    public List<Entry> entities(Collection<UUID> units, @Nullable EntityKey after, int limit) {
        // of one unit the index gives them in order; of several they would all be sorted for each page
        return db.createQuery(units.size() == 1 ? ENTITIES.replace("any(:units)", "(:units)[1]") : ENTITIES)
                .bindArray("units", UUID.class, List.copyOf(units))
                .bind("type", after == null ? "" : after.type())
                .bind("id", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .map((row, _) -> entry(row, Entry.Kind.PUT))
                .list();
    }

    @Override
    public List<Entry> entitiesOf(Collection<UUID> units, Collection<UUID> cases, Collection<String> types, @Nullable EntityKey after,
            int limit) {
        return db.createQuery(ENTITIES_OF)
                .bindArray("units", UUID.class, List.copyOf(units))
                .bindArray("cases", UUID.class, List.copyOf(cases))
                .bindArray("types", String.class, List.copyOf(types))
                .bind("type", after == null ? "" : after.type())
                .bind("id", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .map((row, _) -> entry(row, Entry.Kind.PUT))
                .list();
    }

    @Override
    public List<Live> live(UUID unit) {
        return db.createQuery("select type, id, unit_id, case_id, version from entity where unit_id = :unit and not deleted")
                .setFetchSize(FETCH)
                .bind("unit", unit)
                .map(PgReading::live)
                .list();
    }

    @Override
    public List<Entry> current(Collection<EntityKey> keys) {
        return db.createQuery("""
                select e.commit_seq, e.type, e.id, e.unit_id, e.case_id, e.version, e.deleted, e.body from entity e
                  join unnest(:types, :ids) k(type, id) on e.type = k.type and e.id = k.id
                """)
                .bindArray("types", String.class, keys.stream().map(EntityKey::type).toList())
                .bindArray("ids", UUID.class, keys.stream().map(EntityKey::id).toList())
                .map((row, _) -> entry(row, row.getBoolean("deleted") ? Entry.Kind.TOMBSTONE : Entry.Kind.PUT))
                .list();
    }

    @Override
    public List<Live> referringTo(String sha256, Collection<UUID> units) {
        return db.createQuery("""
                select e.type, e.id, e.unit_id, e.case_id, e.version from blob_reference r
                  join entity e on e.type = r.type and e.id = r.id
                  join blob_unit u on u.sha256 = r.sha256 and u.unit_id = e.unit_id
                 where r.sha256 = :sha256 and not e.deleted and e.unit_id = any(:units)
                """)
                .bind("sha256", HexFormat.of().parseHex(sha256))
                .bindArray("units", UUID.class, List.copyOf(units))
                .map(PgReading::live)
                .list();
    }

    @Override
    public Since since(UUID unit, long seq) {
        return db.createQuery("""
                select min(commit_seq), coalesce(bool_or(kind in ('LEAVE', 'ERASE')), false) from change_log
                 where unit_id = :unit and commit_seq > :seq
                """).bind("unit", unit).bind("seq", seq).map((row, _) -> {
            long next = row.getLong(1);
            return new Since(row.wasNull() ? OptionalLong.empty() : OptionalLong.of(next), row.getBoolean(2));
        }).one();
    }

    @Override
    public List<UUID> accessChanges(UUID staffId, boolean gained, long since, long to) {
        return new AccessRegister(db).changes(staffId, gained, since, to);
    }

    private static Live live(ResultSet row, @SuppressWarnings("unused") StatementContext context) throws SQLException {
        return new Live(new EntityKey(row.getString("type"), row.getObject("id", UUID.class)), row.getObject("unit_id", UUID.class),
                row.getObject("case_id", UUID.class), row.getLong("version"));
    }

    private static LogRow logRow(ResultSet row, @SuppressWarnings("unused") StatementContext context) throws SQLException {
        Entry.Kind kind = Entry.Kind.valueOf(row.getString("kind"));
        EntityKey key = new EntityKey(row.getString("type"), row.getObject("id", UUID.class));
        boolean shown = kind != Entry.Kind.PUT || row.getBoolean("still_here");
        return new LogRow(row.getLong("commit_seq"), key, shown ? entry(row, kind) : null);
    }

    private static Entry entry(ResultSet row, Entry.Kind kind) throws SQLException {
        boolean put = kind == Entry.Kind.PUT;
        return new Entry(row.getLong("commit_seq"), row.getString("type"), row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class), put ? row.getObject("case_id", UUID.class) : null, row.getLong("version"), kind,
                put ? Json.MAPPER.readTree(row.getString("body")) : null);
    }
}
