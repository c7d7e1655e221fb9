package se.trepart.central.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import se.trepart.central.access.AccessRegister;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.Live;
import se.trepart.central.sync.CentralStore.LogRow;
import se.trepart.central.sync.CentralStore.Since;
import se.trepart.model.DocumentType;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one snapshot. What a person may see is chosen by the database, in the same snapshot as their rights. */
final class PgReading implements CentralStore.Reading {

    private static final int FETCH = 2_000;
    /** What a person sees of {@code entity e}; the row policies of the database say it once more. */
    private static final String SEEN = """
            e.unit_id = any(:units) and e.sight = any(:sights)
             and (e.case_id is null or e.case_id = any(:named) or e.case_id not in (select case_id from guarded_case))
            """;

    /**
     * A document's body is that of the version in the feed, so that a page never shows half of a later transaction. A document that is
     * not seen any more is not shown: its leave comes further on. Each row asks for its document by key: joined as a table, it was read whole for
     * each page as soon as the planner guessed at a dozen rows.
     */
    private static final String LOG = """
            select c.commit_seq, c.type, c.id, c.unit_id, c.kind, c.version, e.case_id, e.id is not null as seen,
                   case when e.version = c.version then e.body
                        else (select v.body from entity_version v where v.type = c.type and v.id = c.id and v.version = c.version)
                   end as body
              from change_log c
              left join lateral (select e.id, e.version, e.case_id, e.body from entity e
                                  where e.type = c.type and e.id = c.id and %s limit 1) e on true
             where c.unit_id = any(:units) and %s and c.commit_seq > :since and c.commit_seq <= :to
             order by c.commit_seq, c.ord
             limit :limit
            """;

    /** One kind at a time: a comparison of texts must wait for the row policies, one of ids may use the index before them. */
    private static final String ENTITIES = """
            select e.commit_seq, e.type, e.id, e.unit_id, e.case_id, e.version, e.body
              from entity e
             where e.type = :type and e.id > :id and %s and not e.deleted
             order by e.id
             limit\s""";
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final List<String> TYPES = Arrays.stream(DocumentType.values()).map(DocumentType::name).sorted().toList();

    private static final String ENTITIES_OF = """
            select e.commit_seq, e.type, e.id, e.unit_id, e.case_id, e.version, e.body
              from entity e
             where e.type = :type and e.id > :id and (:whole or e.case_id = any(:cases)) and %s and not e.deleted
             order by e.id
             limit\s""";

    private final Handle db;
    private final @Nullable Visibility person;
    private final Head head;

    /**
     * @param person null for the store's own work, which sees everything
     * @param head as of the snapshot
     */
    PgReading(Handle db, @Nullable Visibility person, Head head) {
        this.db = db;
        this.person = person;
        this.head = head;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public Optional<StaffAccess> staff(UUID staffId) {
        return person != null && person.staffId().equals(staffId) ? Optional.of(person.staff()) : new AccessRegister(db).find(staffId);
    }

    @Override
    public List<LogRow> log(Collection<UUID> units, long since, long to, int limit) {
        String addressed = person == null ? "true" : "c.sight = any(:sights) and (c.only_for is null or c.only_for = :staff)";
        return seen(LOG.formatted(seen(), addressed), units).bind("since", since)
                .bind("to", to)
                .bind("limit", limit)
                .map(this::logRow)
                .list();
    }

    @Override
    public List<Entry> entities(Collection<UUID> units, @Nullable EntityKey after, int limit) {
        return page(units, after, limit,
                (type, id, unit) -> seen(ENTITIES.formatted(seen()) + limit, List.of(unit)).bind("type", type).bind("id", id));
    }

    @Override
    public List<Entry> entitiesOf(Collection<UUID> units, Collection<UUID> cases, Collection<String> types, @Nullable EntityKey after,
            int limit) {
        return page(units, after, limit,
                (type, id, unit) -> seen(ENTITIES_OF.formatted(seen()) + limit, List.of(unit))
                        .bindArray("cases", UUID.class, List.copyOf(cases))
                        .bind("whole", types.contains(type))
                        .bind("type", type)
                        .bind("id", id));
    }

    /**
     * One kind after the other, from the key on, and of a kind one unit after the other: so an index gives them in order. Of several
     * units at once, or with a limit that does not stand in the statement, the database would sort all of them for each page.
     */
    private List<Entry> page(Collection<UUID> units, @Nullable EntityKey after, int limit, PageQuery query) {
        List<Entry> page = new ArrayList<>();
        for (String type : TYPES) {
            int order = after == null ? 1 : type.compareTo(after.type());
            int rest = limit - page.size();
            if (order < 0 || rest <= 0) {
                continue;
            }
            UUID from = order == 0 && after != null ? after.id() : BEFORE_ALL;
            List<Entry> found = new ArrayList<>();
            for (UUID unit : units) {
                if (type.equals(DocumentType.CONFLICT.name()) || Visibility.belongs(type, unit)) {
                    found.addAll(query.of(type, from, unit).map((row, _) -> entry(row, Entry.Kind.PUT)).list());
                }
            }
            found.sort(Comparator.comparing(entry -> entry.id().toString()));
            page.addAll(found.subList(0, Math.min(rest, found.size())));
        }
        return page;
    }

    private interface PageQuery {
        Query of(String type, UUID after, UUID unit);
    }

    /** The condition that a row of {@code entity e} must fulfil; its parameters are bound by {@link #seen(String, Collection)}. */
    private String seen() {
        return person == null ? "e.unit_id = any(:units)" : SEEN;
    }

    private Query seen(String sql, Collection<UUID> asked) {
        Visibility sees = person;
        List<UUID> units = asked.stream().filter(unit -> sees == null || sees.units().contains(unit)).toList();
        // of one unit an index gives them in order; of several they are sorted, or looked for among all units'
        Query query = db.createQuery(units.size() == 1 ? sql.replace("any(:units)", "(:units)[1]") : sql)
                .bindArray("units", UUID.class, units);
        if (sees != null) {
            query.bindArray("sights", String.class, List.copyOf(sees.sights()))
                    .bindArray("named", UUID.class, List.copyOf(sees.named()))
                    .bind("staff", sees.staffId());
        }
        return query;
    }

    @Override
    public List<Live> live(UUID unit) {
        String sql = "select e.type, e.id, e.unit_id, e.case_id, e.version from entity e where " + seen() + " and not e.deleted";
        return seen(sql, List.of(unit)).setFetchSize(FETCH).map(PgReading::live).list();
    }

    @Override
    public List<Entry> current(Collection<EntityKey> keys) {
        Visibility sees = person;
        String sql = """
                select e.commit_seq, e.type, e.id, e.unit_id, e.case_id, e.version, e.deleted, e.body from entity e
                  join unnest(:types, :ids) k(type, id) on e.type = k.type and e.id = k.id
                """;
        Query query = sees == null ? db.createQuery(sql) : seen(sql + " where " + seen(), sees.units());
        return query.bindArray("types", String.class, keys.stream().map(EntityKey::type).toList())
                .bindArray("ids", UUID.class, keys.stream().map(EntityKey::id).toList())
                .map((row, _) -> entry(row, row.getBoolean("deleted") ? Entry.Kind.TOMBSTONE : Entry.Kind.PUT))
                .list();
    }

    @Override
    public List<Live> referringTo(String sha256, Collection<UUID> units) {
        String sql = """
                select e.type, e.id, e.unit_id, e.case_id, e.version from blob_reference r
                  join entity e on e.type = r.type and e.id = r.id
                  join blob_unit u on u.sha256 = r.sha256 and u.unit_id = e.unit_id
                 where r.sha256 = :sha256 and not e.deleted and
                """ + seen();
        return seen(sql, units).bind("sha256", HexFormat.of().parseHex(sha256)).map(PgReading::live).list();
    }

    @Override
    public Since since(UUID unit, long seq) {
        return db.createQuery("""
                select min(commit_seq), coalesce(bool_or(kind in ('LEAVE', 'ERASE', 'ACCESS')), false) from change_log
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

    private LogRow logRow(ResultSet row, @SuppressWarnings("unused") StatementContext context) throws SQLException {
        String kind = row.getString("kind");
        EntityKey key = new EntityKey(row.getString("type"), row.getObject("id", UUID.class));
        boolean seen = row.getBoolean("seen");
        Entry entry = switch (Commit.FeedKind.valueOf(kind)) {
            case PUT -> seen ? entry(row, Entry.Kind.PUT) : null;
            case TOMBSTONE -> seen ? entry(row, Entry.Kind.TOMBSTONE) : null;
            case LEAVE -> entry(row, Entry.Kind.LEAVE);
            case ACCESS -> entry(row, seen ? Entry.Kind.PUT : Entry.Kind.LEAVE);
        };
        return new LogRow(row.getLong("commit_seq"), key, entry);
    }

    private Entry entry(ResultSet row, Entry.Kind kind) throws SQLException {
        boolean put = kind == Entry.Kind.PUT;
        String type = row.getString("type");
        JsonNode body = put ? Json.MAPPER.readTree(row.getString("body")) : null;
        return new Entry(row.getLong("commit_seq"), type, row.getObject("id", UUID.class), row.getObject("unit_id", UUID.class),
                put ? row.getObject("case_id", UUID.class) : null, row.getLong("version"), kind,
                body == null || person == null ? body : person.shown(type, body));
    }
}
