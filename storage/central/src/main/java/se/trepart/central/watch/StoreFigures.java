package se.trepart.central.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.jdbi.v3.core.Jdbi;

/** Figures that only the database knows. */
public final class StoreFigures {

    private final Jdbi jdbi;

    public StoreFigures(DataSource service) {
        jdbi = Jdbi.create(service);
    }

    /** By name: head, floor, conflicts_open, conflicts_quarantined. */
    public Map<String, Double> read() {
        return jdbi.inTransaction(db -> {
            db.execute("select set_config('trepart.staff', 'store', true)");
            return db
                    .createQuery(
                            """
                                    select h.seq as head, h.floor,
                                           (select count(*) from entity where type = 'CONFLICT' and not deleted and body ->> 'resolvedAt' is null) as conflicts_open,
                                           (select count(*) from entity where type = 'CONFLICT' and not deleted and body ->> 'resolvedAt' is null
                                               and body ->> 'refused' = 'ACCESS_WITHDRAWN') as conflicts_quarantined
                                      from sync_head h
                                    """)
                    .mapToMap()
                    .one();
        })
                .entrySet()
                .stream()
                .collect(LinkedHashMap::new, (all, e) -> all.put(e.getKey(), ((Number) e.getValue()).doubleValue()), Map::putAll);
    }
}
