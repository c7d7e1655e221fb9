package se.trepart.central.schema;

import java.util.Properties;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The way into the database for the service: always as its own role, which owns nothing. */
public record ServiceDatabase(String jdbcUrl, String password) {

    private static final int CONNECTIONS = 10;

    /** Nothing may wait for a lock, or hold one without working, for longer than a person waits. */
    private static final String SESSION = "-c search_path=" + Schema.NAME
    // every statement finds its rows by key or by unit and number: planning it anew, with the row policies, costs more than it does
            + " -c plan_cache_mode=force_generic_plan"
            + " -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s -c synchronous_commit=on";

    public HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("central");
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(Schema.SERVICE_ROLE);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setDataSourceProperties(driver());
        return new HikariDataSource(config);
    }

    /** A connection of its own, for listening. */
    public DataSource single() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(Schema.SERVICE_ROLE);
        source.setPassword(password);
        source.setTcpKeepAlive(true);
        return source;
    }

    private static Properties driver() {
        Properties driver = new Properties();
        driver.setProperty("options", SESSION);
        driver.setProperty("reWriteBatchedInserts", "true");
        // the database's details quote values
        driver.setProperty("logServerErrorDetail", "false");
        driver.setProperty("ApplicationName", "trepart-central");
        return driver;
    }

    /** Never the password: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ServiceDatabase[…]";
    }
}
