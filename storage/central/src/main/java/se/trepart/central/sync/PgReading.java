package se.trepart.central.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.central.access.AccessRegister;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.LogRow;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads one snapshot. What a person may see is chosen by the database, in the same snapshot as their rights. */
final class PgReading implements CentralStore.Reading {

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
        return db.createQuery(ENTITIES)
                .bindArray("units", UUID.class, List.copyOf(units))
                .bind("type", after == null ? "" : after.type())
                .bind("id", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .map((row, _) -> entry(row, Entry.Kind.PUT))
                .list();
    }

    @Override
    public List<UUID> accessChanges(UUID staffId, boolean gained, long since, long to) {
        return new AccessRegister(db).changes(staffId, gained, since, to);
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
