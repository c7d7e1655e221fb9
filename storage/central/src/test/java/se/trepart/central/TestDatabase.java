package se.trepart.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import se.trepart.central.admin.CentralAdmin;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL, one per test run, with a fresh database for whoever asks. */
public final class TestDatabase {

    public static final String PASSWORD = "service-pw";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase fresh() {
        String name = "central" + COUNT.incrementAndGet();
        try (Connection db = POSTGRES.getPostgresDatabase().getConnection(); Statement statement = db.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        TestDatabase database = new TestDatabase(name);
        CentralAdmin.init(database.owner(), PASSWORD);
        return database;
    }

    public DataSource owner() {
        return POSTGRES.getDatabase("postgres", name);
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name;
    }

    private static EmbeddedPostgres start() {
        try {
            // durable, as in production: the library's default is not
            return EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").setServerConfig("max_connections", "200").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
