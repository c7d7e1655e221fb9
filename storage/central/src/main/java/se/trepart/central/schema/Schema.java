package se.trepart.central.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** Brings the database to this version's shape. Only the owner may; the service's role cannot change tables. */
public final class Schema {

    public static final String NAME = "trepart";
    public static final String SERVICE_ROLE = "trepart_service";

    private Schema() {}

    /** @param servicePassword what the service signs in with from now on */
    public static void migrate(DataSource owner, String servicePassword) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(owner)
                .schemas(NAME)
                .locations("classpath:se/trepart/central/schema")
                .load()
                .migrate();
        try (Connection db = owner.getConnection()) {
            // only a SCRAM verifier leaves this machine, so the password is in no server log
            db.unwrap(PGConnection.class).alterUserPassword(SERVICE_ROLE, servicePassword.toCharArray(), "scram-sha-256");
            try (Statement statement = db.createStatement()) {
                statement.execute("alter role " + SERVICE_ROLE + " login");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the service's role could not be given its password: " + e.getSQLState(), e);
        }
    }
}
