package se.trepart.local.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Keeps a connection's statements prepared: for SQLite, preparing one costs more than running it. One thread at a time. */
public final class StatementCache extends DefaultStatementBuilder {

    private static final int MOST = 100;

    /** those not in use, the one used last at the end */
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        return prepared(connection, sql);
    }

    PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = kept.remove(sql);
        return statement == null ? connection.prepareStatement(sql) : statement;
    }

    @Override
    public void close(Connection connection, @Nullable String sql, Statement statement) throws SQLException {
        if (sql == null || !(statement instanceof PreparedStatement prepared)) {
            statement.close();
            return;
        }
        prepared.clearParameters();
        PreparedStatement same = kept.put(sql, prepared);
        if (same != null) {
            same.close();
        }
        if (kept.size() > MOST) {
            Iterator<PreparedStatement> oldest = kept.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }

    @Override
    public void close(Connection connection) {
        // closed with their connection
        kept.clear();
    }
}
