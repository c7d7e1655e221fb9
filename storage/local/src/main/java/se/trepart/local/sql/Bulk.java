package se.trepart.local.sql;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One prepared statement run many times over: where thousands of rows go by, JDBI would cost several times the statement itself. */
public final class Bulk implements AutoCloseable {

    /** Reads a column or a row. */
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private final Handle handle;
    private final String sql;
    private final PreparedStatement statement;

    /** @param handle with a {@link StatementCache} */
    public Bulk(Handle handle, String sql) {
        this.handle = handle;
        this.sql = sql;
        statement = trying(() -> cache().prepared(handle.getConnection(), sql));
    }

    private StatementCache cache() {
        return (StatementCache) handle.getStatementBuilder();
    }

    /** How many rows it changed. */
    public int run(@Nullable Object... values) {
        return trying(() -> {
            bind(values);
            return statement.executeUpdate();
        });
    }

    public <T> Optional<T> first(Reading<T> reading, @Nullable Object... values) {
        return trying(() -> {
            bind(values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(reading.of(rows)) : Optional.empty();
            }
        });
    }

    private void bind(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, java.sql.Types.NULL);
                case UUID id -> statement.setBytes(i + 1, bytes(id));
                case byte[] body -> statement.setBytes(i + 1, body);
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                default -> throw new IllegalArgumentException("no column for " + values[i].getClass());
            }
        }
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    public static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static <T> T trying(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException failed) {
            throw new IllegalStateException("a statement failed", failed);
        }
    }

    @Override
    public void close() {
        trying(() -> {
            cache().close(handle.getConnection(), sql, statement);
            return true;
        });
    }
}
