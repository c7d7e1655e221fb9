package se.trepart.central.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;

/** Brings the database to this version's shape. Only the owner may; the service's role cannot change tables. */
public final class Schema {

    public static final String NAME = "trepart";
    public static final String SERVICE_ROLE = "trepart_service";

    private Schema() {}

    /** How many migrations this version of the program knows. */
    public static int known(DataSource service) {
        return (int) Arrays.stream(configured(service).load().info().all())
                .filter(migration -> migration.isVersioned() && !migration.getScript().isEmpty() && resolved(migration.getState()))
                .count();
    }

    /** Whether the database has everything this version needs. */
    public static boolean current(DataSource service) {
        return configured(service).load().info().pending().length == 0;
    }

    /** The service's role is the cluster's, not the database's: a backup does not hold it. */
    public static void makeServiceRole(DataSource owner) {
        try (Connection db = owner.getConnection(); Statement statement = db.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'trepart_service') then
                            create role trepart_service nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
                        end if;
                    end $$
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("the service's role could not be made: " + e.getSQLState(), e);
        }
    }

    private static boolean resolved(MigrationState state) {
        return state != MigrationState.FUTURE_SUCCESS && state != MigrationState.FUTURE_FAILED;
    }

    private static FluentConfiguration configured(DataSource source) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .schemas(NAME)
                .locations("classpath:se/trepart/central/schema");
    }

    /** @param servicePassword what the service signs in with from now on */
    public static void migrate(DataSource owner, String servicePassword) {
        configured(owner).load().migrate();
        try (Connection db = owner.getConnection()) {
            // only a SCRAM verifier leaves this machine, so the password is in no server log
            db.unwrap(PGConnection.class).alterUserPassword(SERVICE_ROLE, servicePassword.toCharArray(), "scram-sha-256");
            try (Statement statement = db.createStatement()) {
                statement.execute("alter role " + SERVICE_ROLE + " login");
                // the database may be closed to everybody else
                statement.execute(
                        "do $$ begin execute format('grant connect on database %I to " + SERVICE_ROLE + "', current_database()); end $$");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the service's role could not be given its password: " + e.getSQLState(), e);
        }
    }
}
