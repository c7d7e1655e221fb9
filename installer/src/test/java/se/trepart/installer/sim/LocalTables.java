package se.trepart.installer.sim;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.central.sync.EntityKey;

import org.jspecify.annotations.Nullable;

/** A workstation's file as it lies on the disk, read past the program. */
final class LocalTables implements AutoCloseable {

    record BaseRow(UUID unitId, long version, boolean deleted) {}

    /** An operation in the outbox or answered; result and version are null and 0 while it is unsent. */
    record OpRow(long seq, UUID opId, EntityKey about, @Nullable String result, long version) {

        boolean unsent() {
            return result == null;
        }

        boolean inEffect() {
            return "APPLIED".equals(result) || "MERGED".equals(result);
        }
    }

    record Look(@Nullable UUID epoch, long cursor, boolean fetching, Map<EntityKey, BaseRow> base, SortedMap<Long, OpRow> operations,
            Set<UUID> revoked) {}

    private final Connection connection;
    private final PreparedStatement documents;
    private final PreparedStatement unsent;
    private final PreparedStatement answered;
    private final PreparedStatement revocations;
    private final PreparedStatement position;

    LocalTables(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            documents = connection.prepareStatement("select type, id, unit_id, version, deleted from base");
            unsent = connection.prepareStatement("select client_seq, op_id, type, id, null, 0 from outbox");
            answered = connection.prepareStatement("select client_seq, op_id, type, id, result, version from acked_op");
            revocations = connection.prepareStatement("select unit_id from revoked_unit where purged = 0");
            position = connection.prepareStatement("select epoch, cursor, fetch_started is not null from sync_state");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All in one snapshot. */
    Look look() {
        Map<EntityKey, BaseRow> base = new HashMap<>();
        SortedMap<Long, OpRow> operations = new TreeMap<>();
        Set<UUID> revoked = new HashSet<>();
        try {
            connection.setAutoCommit(false);
            try (ResultSet row = documents.executeQuery()) {
                while (row.next()) {
                    base.put(new EntityKey(row.getString(1), id(row.getBytes(2))),
                            new BaseRow(id(row.getBytes(3)), row.getLong(4), row.getInt(5) != 0));
                }
            }
            operations(unsent, operations);
            operations(answered, operations);
            try (ResultSet row = revocations.executeQuery()) {
                while (row.next()) {
                    revoked.add(id(row.getBytes(1)));
                }
            }
            try (ResultSet row = position.executeQuery()) {
                row.next();
                byte[] epoch = row.getBytes(1);
                return new Look(epoch == null ? null : id(epoch), row.getLong(2), row.getBoolean(3), base, operations, revoked);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            endTransaction();
        }
    }

    private static void operations(PreparedStatement statement, Map<Long, OpRow> into) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                OpRow operation = new OpRow(row.getLong(1), id(row.getBytes(2)), new EntityKey(row.getString(3), id(row.getBytes(4))),
                        row.getString(5), row.getLong(6));
                if (into.put(operation.seq, operation) != null) {
                    throw new Broken("I2", "number " + operation.seq + " is both unsent and answered");
                }
            }
        }
    }

    /** How many rows of the unit lie in the tables that a purge must empty. */
    int rowsOf(UUID unit) {
        int rows = 0;
        for (String table : new String[]{"base", "overlay", "arriving", "pending_entry"}) {
            rows += count("select count(*) from " + table + " where unit_id = ?", unit);
        }
        return rows;
    }

    private int count(String sql, UUID unit) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, bytes(unit));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            endTransaction();
        }
    }

    /** What a wrong program would do to the file, in a transaction of its own. */
    void vandalise(String sql, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof UUID id ? bytes(id) : values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            endTransaction();
        }
    }

    private void endTransaction() {
        try {
            if (!connection.getAutoCommit()) {
                connection.commit();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
