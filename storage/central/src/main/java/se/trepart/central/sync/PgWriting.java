package se.trepart.central.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.central.access.AccessRegister;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Withdrawn;
import se.trepart.central.audit.AuditRow;
import se.trepart.central.sync.CentralStore.Applied;
import se.trepart.central.sync.CentralStore.Device;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.OpenConflict;
import se.trepart.central.sync.CentralStore.Version;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Staff;
import se.trepart.wire.ChangesPage.Checkpoint;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** One writing transaction: locks, reads, and at the end everything at once under one number of the feed. */
final class PgWriting implements CentralStore.Writing {

    /** Who waits for news listens here; the text says which units it is about. */
    static final String CHANNEL = "trepart";

    private static final int NAMED_UNITS = 50;
    /** A workstation not heard of for so long is not counted; it may come back all the same. */
    private static final int FORGOTTEN_DAYS = 180;
    private static final String COLUMNS = "e.type, e.id, e.unit_id, e.case_id, e.version, e.deleted, e.body, e.author";
    private static final String KEYS = " join unnest(:types, :ids) k(type, id) on e.type = k.type and e.id = k.id ";

    private final Handle db;
    private final int devices;

    /** @param devices workstations that one person may have */
    PgWriting(Handle db, int devices) {
        this.db = db;
        this.devices = devices;
    }

    @Override
    public Device lockDevice(UUID device, UUID staffId) {
        return device(device).orElseGet(() -> {
            register(device, staffId);
            return device(device).orElseThrow();
        });
    }

    private Optional<Device> device(UUID device) {
        return db
                .createQuery("select id, staff_id, last_client_seq, revoked, seen_on < current_date as again from device"
                        + " where id = :id for update")
                .bind("id", device)
                .map((row, _) -> {
                    if (row.getBoolean("again")) {
                        db.execute("update device set seen_on = current_date where id = ?", device);
                    }
                    return new Device(row.getObject("id", UUID.class), row.getObject("staff_id", UUID.class),
                            row.getLong("last_client_seq"), row.getBoolean("revoked"));
                })
                .findOne();
    }

    /** A token alone makes as many as it likes: each has keys, a sequence and a place among those who must purge. */
    private void register(UUID device, UUID staffId) {
        // one at a time for each person, so that two at once do not both become the last
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "device of " + staffId);
        long has = db.createQuery("select count(*) from device where staff_id = :staff and not revoked and seen_on > current_date - :days")
                .bind("staff", staffId)
                .bind("days", FORGOTTEN_DAYS)
                .mapTo(Long.class)
                .one();
        if (has >= devices) {
            throw new Refusal("too_many_devices", "at most " + devices + " workstations for each person");
        }
        db.execute("insert into device (id, staff_id) values (?, ?) on conflict (id) do nothing", device, staffId);
    }

    @Override
    public Optional<StaffAccess> staff(UUID staffId) {
        return new AccessRegister(db).hold(staffId);
    }

    @Override
    public List<Applied> applied(UUID device, Collection<UUID> opIds, long fromSeq, long toSeq) {
        return db.createQuery("""
                select op_id, device_id, client_seq, request_sha256, outcome from applied_op
                 where op_id = any(:ops) or device_id = :device and client_seq between :from and :to
                """)
                .bindArray("ops", UUID.class, List.copyOf(opIds))
                .bind("device", device)
                .bind("from", fromSeq)
                .bind("to", toSeq)
                .map((row, _) -> new Applied(row.getObject("op_id", UUID.class), row.getObject("device_id", UUID.class),
                        row.getLong("client_seq"), row.getBytes("request_sha256"), Json.MAPPER.readTree(row.getString("outcome")), null))
                .list();
    }

    @Override
    public Map<EntityKey, Entity> lock(SortedSet<EntityKey> keys) {
        Map<EntityKey, Entity> locked = entities("select " + COLUMNS + " from entity e" + KEYS + "order by e.type, e.id for update of e",
                keys);
        List<UUID> staff = keys.stream().filter(key -> key.type().equals(DocumentType.STAFF.name())).map(EntityKey::id).toList();
        if (!staff.isEmpty()) {
            // before the feed's number is taken: whoever works under these rights now must be able to finish
            new AccessRegister(db).lock(staff);
        }
        return locked;
    }

    @Override
    public Map<EntityKey, Entity> read(Collection<EntityKey> keys) {
        return keys.isEmpty() ? Map.of() : entities("select " + COLUMNS + " from entity e" + KEYS, keys);
    }

    @Override
    public Set<EntityKey> documentsOf(Collection<UUID> cases) {
        return Set.copyOf(db.createQuery("select type, id from entity where case_id = any(:cases)")
                .bindArray("cases", UUID.class, List.copyOf(cases))
                .map((row, _) -> key(row))
                .list());
    }

    @Override
    public Set<UUID> guarded(Collection<UUID> cases) {
        return Set.copyOf(db.createQuery("select case_id from guarded_case where case_id = any(:cases)")
                .bindArray("cases", UUID.class, List.copyOf(cases))
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public Withdrawn withdrawn(UUID staffId) {
        return new AccessRegister(db).withdrawn(staffId);
    }

    @Override
    public Set<EntityKey> left(Collection<UUID> units, Collection<EntityKey> keys) {
        return Set.copyOf(keys(db.createQuery("""
                select distinct c.type, c.id from change_log c join unnest(:types, :ids) k(type, id) on c.type = k.type and c.id = k.id
                 where c.kind in ('LEAVE', 'ACCESS') and c.only_for is null and c.unit_id = any(:units)
                """), keys).bindArray("units", UUID.class, List.copyOf(units)).map((row, _) -> key(row)).list());
    }

    @Override
    public Map<UUID, byte[]> leaseKeys(UUID device) {
        Map<UUID, byte[]> keys = new HashMap<>();
        db.createQuery("select unit_id, key from lease_key where device_id = :device")
                .bind("device", device)
                .map((row, _) -> keys.put(row.getObject("unit_id", UUID.class), row.getBytes("key")))
                .list();
        return keys;
    }

    @Override
    public void giveLeaseKey(UUID device, UUID unitId, byte[] key, Instant at) {
        db.execute("insert into lease_key (device_id, unit_id, key, given_at) values (?, ?, ?, ?)", device, unitId, key, at);
    }

    @Override
    public void purged(UUID device, UUID unitId, long seq, Instant at) {
        db.execute("""
                insert into purge_ack (device_id, unit_id, seq, acked_at) values (?, ?, ?, ?)
                on conflict (device_id, unit_id) do update set seq = greatest(purge_ack.seq, excluded.seq), acked_at = excluded.acked_at
                """, device, unitId, seq, at);
    }

    @Override
    public void checkpoint(Checkpoint signed) {
        db.execute("insert into checkpoint (seq, hash, at, signature) values (?, ?, ?, ?)", signed.seq(),
                HexFormat.of().parseHex(signed.hash()), signed.at(), Base64.getDecoder().decode(signed.signature()));
    }

    @Override
    public List<Version> versionsFrom(Map<EntityKey, Long> from) {
        List<EntityKey> keys = List.copyOf(from.keySet());
        return keys(db.createQuery("""
                select v.type, v.id, v.version, v.device_id, v.body,
                       (select a.entry::json ->> 'at' from audit a where a.commit_seq = v.commit_seq and a.ord = 0) at
                  from entity_version v
                  join unnest(:types, :ids, :from) k(type, id, from_version) on v.type = k.type and v.id = k.id
                 where v.version >= k.from_version
                 order by v.type, v.id, v.version
                """), keys).bindArray("from", Long.class, keys.stream().map(from::get).toList())
                .map((row, _) -> new Version(key(row), row.getLong("version"), row.getObject("device_id", UUID.class),
                        Json.MAPPER.readTree(row.getString("body")), Instant.parse(row.getString("at"))))
                .list();
    }

    @Override
    public List<OpenConflict> openConflicts(UUID device, Collection<EntityKey> about) {
        return keys(db.createQuery("""
                select o.about_type as type, o.about_id as id, o.conflict_id from open_conflict o
                  join unnest(:types, :ids) k(type, id) on o.about_type = k.type and o.about_id = k.id
                 where o.device_id = :device
                """), about).bind("device", device)
                .map((row, _) -> new OpenConflict(key(row), device, row.getObject("conflict_id", UUID.class)))
                .list();
    }

    @Override
    public Head head() {
        return db.createQuery(PgStore.HEAD).map(PgStore::head).one();
    }

    @Override
    public Head nextHead() {
        return db.createQuery("update sync_head set seq = seq + 1 returning epoch, seq, chain_hash, floor, rights")
                .map(PgStore::headAlone)
                .one();
    }

    @Override
    public void write(Commit commit, Head head) {
        writeEntities(commit, head.seq());
        writeFeed(commit, head.seq());
        AuditRow.write(db, head.seq(), commit.audit(head.seq(), head.chainHash()));
        writeOutcomes(commit, head.seq());
        for (Entity entity : commit.last()) {
            if (entity.key().type().equals(DocumentType.STAFF.name())) {
                new AccessRegister(db).reflect((Staff) DocumentJson.read(DocumentType.STAFF, entity.body()));
            }
        }
        new AccessRegister(db).log(commit.consequences().access(), head.seq());
        commit.consequences()
                .guards()
                .forEach((caseId,
                        guarded) -> db.execute(guarded
                                ? "insert into guarded_case (case_id) values (?) on conflict do nothing"
                                : "delete from guarded_case where case_id = ?", caseId));
        if (commit.changesRights()) {
            db.execute("update sync_head set rights = seq");
        }
        String units = commit.units().size() > NAMED_UNITS
                ? "*"
                : commit.units().stream().map(UUID::toString).collect(Collectors.joining(" "));
        db.execute("select pg_notify(?, ?)", CHANNEL, units);
    }

    private void writeEntities(Commit commit, long seq) {
        try (PreparedBatch fresh = db.prepareBatch("""
                insert into entity (type, id, unit_id, case_id, version, deleted, body, author, sight, commit_seq)
                values (?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?)"""); PreparedBatch changed = db.prepareBatch("""
                update entity set unit_id = ?, case_id = ?, version = ?, deleted = ?, body = ?::json, author = ?, commit_seq = ?
                 where type = ? and id = ?"""); PreparedBatch versions = db.prepareBatch("""
                insert into entity_version (type, id, version, unit_id, case_id, body, author, device_id, op_id, commit_seq)
                values (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?)""")) {
            for (Entity e : commit.last()) {
                if (commit.before().containsKey(e.key())) {
                    changed.add(e.unitId(), e.caseId(), e.version(), e.deleted(), e.body().toString(), e.author(), seq, e.key().type(),
                            e.key().id());
                } else {
                    fresh.add(e.key().type(), e.key().id(), e.unitId(), e.caseId(), e.version(), e.deleted(), e.body().toString(),
                            e.author(), e.sight(), seq);
                }
            }
            for (Effect effect : commit.effects()) {
                Entity e = effect.after();
                versions.add(e.key().type(), e.key().id(), e.version(), e.unitId(), e.caseId(), e.body().toString(), e.author(),
                        effect.deviceId(), effect.opId(), seq);
            }
            execute(fresh);
            execute(changed);
            execute(versions);
        }
    }

    private void writeFeed(Commit commit, long seq) {
        try (PreparedBatch rows = db.prepareBatch("""
                insert into change_log (commit_seq, ord, type, id, unit_id, kind, version, sight, case_id, only_for)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            int ord = 0;
            for (Commit.FeedRow row : commit.feed()) {
                rows.add(seq, ord++, row.key().type(), row.key().id(), row.unitId(), row.kind().name(), row.version(), row.sight(),
                        row.caseId(), row.onlyFor());
            }
            execute(rows);
        }
    }

    private void writeOutcomes(Commit commit, long seq) {
        try (PreparedBatch rows = db.prepareBatch("""
                insert into applied_op (op_id, device_id, client_seq, request_sha256, outcome, request, commit_seq)
                values (?, ?, ?, ?, ?::json, ?::json, ?)""");
                PreparedBatch opened = db
                        .prepareBatch("insert into open_conflict (about_type, about_id, device_id, conflict_id) values (?, ?, ?, ?)")) {
            commit.applied()
                    .forEach(a -> rows.add(a.opId(), a.deviceId(), a.clientSeq(), a.requestHash(), a.outcome().toString(),
                            a.request() == null ? null : a.request().toString(), seq));
            // before what is opened: a conflict that is settled may leave room for the next about the same document
            commit.closedConflicts().forEach(conflict -> db.execute("delete from open_conflict where conflict_id = ?", conflict));
            commit.opened().forEach(o -> opened.add(o.about().type(), o.about().id(), o.deviceId(), o.conflictId()));
            execute(rows);
            execute(opened);
        }
        if (commit.device() != null) {
            db.execute("update device set last_client_seq = ? where id = ?", commit.lastClientSeq(), commit.device());
        }
    }

    private Map<EntityKey, Entity> entities(String sql, Collection<EntityKey> keys) {
        Map<EntityKey, Entity> found = new HashMap<>();
        keys(db.createQuery(sql), keys).map(PgWriting::entity).forEach(entity -> found.put(entity.key(), entity));
        return found;
    }

    private static Query keys(Query query, Collection<EntityKey> keys) {
        return query.bindArray("types", String.class, keys.stream().map(EntityKey::type).toList())
                .bindArray("ids", UUID.class, keys.stream().map(EntityKey::id).toList());
    }

    private static Entity entity(ResultSet row, @SuppressWarnings("unused") StatementContext context) throws SQLException {
        return new Entity(key(row), row.getObject("unit_id", UUID.class), row.getObject("case_id", UUID.class), row.getLong("version"),
                row.getBoolean("deleted"), Json.MAPPER.readTree(row.getString("body")), row.getObject("author", UUID.class));
    }

    private static EntityKey key(ResultSet row) throws SQLException {
        return new EntityKey(row.getString("type"), row.getObject("id", UUID.class));
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
