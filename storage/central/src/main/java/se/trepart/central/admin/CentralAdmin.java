package se.trepart.central.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import se.trepart.central.audit.AuditCheck;
import se.trepart.central.audit.AuditEvent;
import se.trepart.central.result.ResultQuery;
import se.trepart.central.schema.Schema;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.central.schema.WorkingFor;
import se.trepart.central.snapshot.PgSnapshotShelf;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.central.snapshot.SnapshotShelf.Shelved;
import se.trepart.central.sync.PgStore;
import se.trepart.central.sync.SyncService;
import se.trepart.central.sync.Wakeups;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Unit;
import se.trepart.model.result.Grouping;
import se.trepart.model.result.Span;
import se.trepart.wire.DocumentJson;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

/** What an administrator does beside the running service (förvaltning): fills the store, checks it, restores it. */
public final class CentralAdmin implements AutoCloseable {

    private final HikariDataSource pool;
    private final PgStore store;
    private final SyncService sync;

    private CentralAdmin(HikariDataSource pool) {
        this.pool = pool;
        Wakeups nobodyWaits = _ -> {
            throw new UnsupportedOperationException("the administration does not wait for news");
        };
        this.store = new PgStore(pool);
        this.sync = new SyncService(store, nobodyWaits, InstantSource.system(), Generators.timeBasedEpochRandomGenerator()::generate);
    }

    /**
     * Makes the tables and the service's role, or brings them to this version's shape; changes nothing when they have it.
     *
     * @param owner signs in as the database's owner
     * @param servicePassword what the service signs in with from now on
     */
    public static void init(DataSource owner, String servicePassword) {
        Schema.migrate(owner, servicePassword);
    }

    public static CentralAdmin connect(String jdbcUrl, String servicePassword) {
        return new CentralAdmin(new ServiceDatabase(jdbcUrl, servicePassword).pool());
    }

    /**
     * Writes whole documents, as new ones or new versions, through the feed like everything else. Staff and units are documents too: a
     * {@link se.trepart.model.access.Staff} written here may sign in from the next request on.
     *
     * @return how many differed from what was there
     */
    public int importDocuments(Collection<? extends Document> documents) {
        return sync.importDocuments(documents);
    }

    /** All live documents of a type that belongs to the municipality, such as staff and units. */
    public <D extends Document> List<D> all(Class<D> type) {
        String name = Arrays.stream(DocumentType.values()).filter(t -> t.record() == type).findFirst().orElseThrow().name();
        return store.read(snapshot -> snapshot.entitiesOf(Set.of(Unit.MUNICIPALITY), Set.of(), Set.of(name), null, Integer.MAX_VALUE))
                .stream()
                .map(entry -> type.cast(DocumentJson.read(entry.type(), Objects.requireNonNull(entry.body())).orElseThrow()))
                .toList();
    }

    /** What the actions led to, counted from what a person may see. */
    public ResultQuery.Figures results(UUID staff, Grouping grouping, Span span, LocalDate today) {
        return ResultQuery.ask(pool, staff, grouping, span, today);
    }

    /** Builds the snapshots of units that have changed. */
    public List<Shelved> buildSnapshots() {
        return new SnapshotService(store, new PgSnapshotShelf(pool)).buildChanged();
    }

    /** Checks everything against everything. */
    List<StoreCheck.Finding> check() {
        return StoreCheck.run(pool);
    }

    /** Recomputes the audit chain; empty when it holds. */
    public Optional<AuditCheck.Break> verify() {
        return AuditCheck.run(pool);
    }

    /**
     * A workstation of somebody's.
     *
     * @param seenOn when it was last heard of
     */
    public record Known(UUID id, String subject, LocalDate registeredOn, LocalDate seenOn, boolean revoked) {}

    /** Everybody's workstations, by person. */
    public List<Known> devices() {
        return Jdbi.create(pool).inTransaction(db -> {
            WorkingFor.store(db);
            return db.createQuery("""
                    select d.id, s.subject, d.registered_at::date as registered_on, d.seen_on, d.revoked
                      from device d join staff s on s.id = d.staff_id order by s.subject, d.seen_on desc, d.id
                    """)
                    .map((row, _) -> new Known(row.getObject("id", UUID.class), row.getString("subject"),
                            row.getObject("registered_on", LocalDate.class), row.getObject("seen_on", LocalDate.class),
                            row.getBoolean("revoked")))
                    .list();
        });
    }

    /** Lets the workstation in no more and throws away the keys it was lent, and says so in the audit chain; false when there is none of that id. */
    public boolean revoke(UUID device) {
        return Jdbi.create(pool).inTransaction(db -> {
            WorkingFor.store(db);
            db.execute("delete from lease_key where device_id = ?", device);
            boolean found = db.execute("update device set revoked = true where id = ?", device) == 1;
            if (found) {
                AuditEvent.write(db, Instant.now(), SyncService.STORE, "device_revoked", device);
            }
            return found;
        });
    }

    /** Says in the audit chain that another key signs it from now on. */
    void checkpointKeyChanged() {
        Jdbi.create(pool).useTransaction(db -> {
            WorkingFor.store(db);
            AuditEvent.write(db, Instant.now(), SyncService.STORE, "checkpoint_key_changed", SyncService.STORE);
        });
    }

    /** After a restore from a backup: workstations send again what the backup had not seen. */
    public UUID newEpoch() {
        return Jdbi.create(pool)
                .withHandle(db -> db.createQuery("update sync_head set epoch = gen_random_uuid() returning epoch").mapTo(UUID.class).one());
    }

    @Override
    public void close() {
        pool.close();
    }
}
