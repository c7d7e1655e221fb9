package se.trepart.installer.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import se.trepart.central.admin.CentralAdmin;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.PgStore;
import se.trepart.installer.demo.DemoPostgres;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The store in memory is no fiction: whole worlds are lived through beside a PostgreSQL that is asked the same, request by request, and that
 * must answer the same, the chain's hash included. Transactions do not come in between each other here, and nobody restores a backup.
 */
class StoresAgreeTest {

    private static final int WORLDS = Integer.getInteger("sim.twins", 40);
    private static final String PASSWORD = "service";
    private static final String TEMPLATE = "sim_template";

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void answersAsPostgreSqlDoes() throws IOException, SQLException {
        try (Ground ground = new Ground(); DemoPostgres postgres = DemoPostgres.start(folder)) {
            execute(postgres, "create database " + TEMPLATE);
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(postgres.jdbcUrl(TEMPLATE));
            owner.setUser(DemoPostgres.OWNER);
            owner.setPassword(postgres.password());
            CentralAdmin.init(owner, PASSWORD);
            long steps = 0;
            for (int seed = 1; seed <= WORLDS; seed++) {
                String name = "sim" + seed;
                execute(postgres, "create database " + name + " template " + TEMPLATE);
                try (HikariDataSource pool = new ServiceDatabase(postgres.jdbcUrl(name), PASSWORD).pool();
                        SimWorld world = new SimWorld(seed, new Beside(new PgStore(pool)), ground)) {
                    try {
                        steps += world.run().steps();
                    } catch (Broken broken) {
                        throw new AssertionError("seed " + seed, broken);
                    }
                }
                execute(postgres, "drop database " + name);
            }
            System.out.printf("%d worlds beside PostgreSQL, %d steps%n", WORLDS, steps);
        }
    }

    private static final class Beside extends Mutation {

        private final CentralStore twin;

        Beside(CentralStore twin) {
            this.twin = twin;
        }

        @Override
        MemoryStore store(SimWorld world) {
            return new MemoryStore(twin.read(snapshot -> snapshot.head()).epoch());
        }

        @Override
        Optional<CentralStore> twin() {
            return Optional.of(twin);
        }

        @Override
        Faults faults(Random random) {
            Faults drawn = Faults.drawn(random);
            return new Faults(drawn.network(), drawn.powerCut(), 0, 0, drawn.lostWakeup(), drawn.bigRequest());
        }
    }

    private static void execute(DemoPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), DemoPostgres.OWNER, postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
