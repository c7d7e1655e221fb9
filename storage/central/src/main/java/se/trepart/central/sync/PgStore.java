package se.trepart.central.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import se.trepart.central.access.AccessRegister;
import se.trepart.central.access.StaffAccess;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The store in PostgreSQL. The data source signs in as the service's own role, see schema/V1__sync.sql. */
public final class PgStore implements CentralStore {

    private static final int ATTEMPTS = 8;

    private final Jdbi jdbi;

    public PgStore(DataSource service) {
        jdbi = Jdbi.create(service);
        jdbi.registerArrayType(UUID.class, "uuid").registerArrayType(String.class, "text").registerArrayType(Long.class, "int8");
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, db -> work.apply(new PgWriting(db)));
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
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            db.execute("set transaction read only");
            return work.apply(new PgReading(db));
        });
    }

    @Override
    public Optional<StaffAccess> bySubject(String subject) {
        return jdbi.withHandle(db -> new AccessRegister(db).bySubject(subject));
    }

    static Head head(ResultSet row, @SuppressWarnings("unused") StatementContext context) throws SQLException {
        return new Head(row.getObject("epoch", UUID.class), row.getLong("seq"), row.getBytes("chain_hash"), row.getLong("floor"));
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
