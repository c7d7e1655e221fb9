package se.trepart.central.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import se.trepart.central.access.AccessRegister;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.schema.WorkingFor;
import se.trepart.wire.ChangesPage.Checkpoint;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/** The store in PostgreSQL. The data source signs in as the service's own role, see schema/V1__sync.sql. */
public final class PgStore implements CentralStore {

    private static final int ATTEMPTS = 8;
    /** as the first statement of a transaction; set on the connection it would be asked for and set back each time */
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only";

    static final String HEAD = """
            select h.epoch, h.seq, h.chain_hash, h.floor, h.rights, c.seq as signed_seq, c.hash as signed_hash, c.at as signed_at, c.signature
              from sync_head h left join lateral (select * from checkpoint order by seq desc limit 1) c on true
            """;
    /** The same, and from now on the transaction works for that person: one question less for each workstation that waits. */
    private static final String HEAD_FOR = HEAD.replaceFirst("select", "select " + WorkingFor.SET + ",");

    /** Workstations that a person usually may have. */
    public static final int DEVICES = 10;

    private final Jdbi jdbi;
    private final int devices;
    private final KnownRights rights = new KnownRights();

    public PgStore(DataSource service) {
        this(service, DEVICES);
    }

    /** @param devices workstations that one person may have */
    public PgStore(DataSource service, int devices) {
        this.devices = devices;
        jdbi = Jdbi.create(service);
        jdbi.registerArrayType(UUID.class, "uuid").registerArrayType(String.class, "text").registerArrayType(Long.class, "int8");
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return jdbi.inTransaction(db -> {
                    WorkingFor.store(db);
                    return work.apply(new PgWriting(db, devices));
                });
            } catch (RuntimeException e) {
                String state = sqlState(e);
                if (unstorable(state) || state.equals("23505") && attempt == ATTEMPTS) {
                    throw new Unstorable(state);
                }
                if (!passing(state) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return jdbi.inTransaction(db -> {
            db.execute(ONE_SNAPSHOT);
            WorkingFor.store(db);
            return work.apply(new PgReading(db, null, db.createQuery(HEAD).map(PgStore::head).one()));
        });
    }

    @Override
    public <T> T readAs(UUID staffId, Function<Reading, T> work) {
        try {
            return jdbi.inTransaction(db -> {
                db.execute(ONE_SNAPSHOT);
                Head head = db.createQuery(HEAD_FOR).bind(0, staffId.toString()).map(PgStore::head).one();
                StaffAccess staff = rights.find(head, staffId, () -> new AccessRegister(db).find(staffId))
                        .orElseGet(() -> StaffAccess.nobody(staffId));
                return work.apply(new PgReading(db, Visibility.of(staff), head));
            });
        } catch (JdbiException e) {
            if (unstorable(sqlState(e))) {
                // such as a zero byte in the name of a kind of document
                throw new Refusal("malformed", "what cannot be stored cannot be looked for");
            }
            throw e;
        }
    }

    @Override
    public long seq() {
        return jdbi.withHandle(db -> db.createQuery("select seq from sync_head").mapTo(long.class).one());
    }

    @Override
    public Optional<StaffAccess> bySubject(String subject) {
        Head head = jdbi.withHandle(db -> db.createQuery(HEAD).map(PgStore::head).one());
        return rights.bySubject(head, subject, () -> jdbi.inTransaction(db -> {
            WorkingFor.store(db);
            return new AccessRegister(db).bySubject(subject);
        }));
    }

    static Head head(ResultSet row, StatementContext context) throws SQLException {
        Head alone = headAlone(row, context);
        byte[] hash = row.getBytes("signed_hash");
        return hash == null
                ? alone
                : new Head(alone.epoch(), alone.seq(), alone.chainHash(), alone.floor(), alone.rights(),
                        new Checkpoint(row.getLong("signed_seq"), HexFormat.of().formatHex(hash), row.getTimestamp("signed_at").toInstant(),
                                Base64.getEncoder().encodeToString(row.getBytes("signature"))));
    }

    static Head headAlone(ResultSet row, @SuppressWarnings("unused") StatementContext context) throws SQLException {
        return new Head(row.getObject("epoch", UUID.class), row.getLong("seq"), row.getBytes("chain_hash"), row.getLong("floor"),
                row.getLong("rights"), null);
    }

    /** Another transaction came in between: a document made twice at once, a deadlock, a lock held too long. */
    private static boolean passing(String state) {
        return state.equals("23505") || state.equals("40P01") || state.equals("40001") || state.equals("55P03");
    }

    /** The content itself breaks a rule of the database or a limit of its types. */
    private static boolean unstorable(String state) {
        return state.startsWith("22") || state.startsWith("54") || state.startsWith("23") && !state.equals("23505");
    }

    private static String sqlState(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
