package se.trepart.central.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

import se.trepart.central.schema.Schema;
import se.trepart.wire.Protocol;

import org.jdbi.v3.core.Jdbi;

/** Whether the service can do its work (hälsa): the database answers, as the service's own role, and has this version's tables. */
public final class Health {

    private final Jdbi jdbi;
    private final int migrations;

    public Health(DataSource service) {
        jdbi = Jdbi.create(service);
        migrations = Schema.known(service);
    }

    /** What is well, by name; {@code status} is UP or DOWN. */
    public Map<String, Object> check() {
        Map<String, Object> state = new LinkedHashMap<>();
        try {
            jdbi.useHandle(db -> {
                state.put("epoch", db.createQuery("select epoch from sync_head").mapTo(java.util.UUID.class).one());
                state.put("migrations",
                        db.createQuery("select count(*) >= :known from flyway_schema_history where success and version is not null")
                                .bind("known", migrations)
                                .mapTo(Boolean.class)
                                .one());
            });
            state.put("database", true);
        } catch (RuntimeException _) {
            state.put("database", false);
        }
        boolean up = Boolean.TRUE.equals(state.get("database")) && Boolean.TRUE.equals(state.get("migrations"));
        state.put("status", up ? "UP" : "DOWN");
        state.put("protocol", Protocol.VERSION);
        state.put("schema", Protocol.SCHEMA);
        return state;
    }

    public static boolean isUp(Map<String, Object> state) {
        return "UP".equals(state.get("status"));
    }
}
