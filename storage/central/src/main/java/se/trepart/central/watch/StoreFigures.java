package se.trepart.central.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

import se.trepart.central.schema.WorkingFor;

import org.jdbi.v3.core.Jdbi;

/** Figures that only the database knows. */
public final class StoreFigures {

    private static final String QUERY = """
            select h.seq as head, h.floor,
                   (select count(*) from entity where type = 'CONFLICT' and not deleted and body ->> 'resolvedAt' is null) as conflicts_open,
                   (select count(*) from entity where type = 'CONFLICT' and not deleted and body ->> 'resolvedAt' is null
                       and body ->> 'refused' = 'ACCESS_WITHDRAWN') as conflicts_quarantined
              from sync_head h
            """;

    private final Jdbi jdbi;

    public StoreFigures(DataSource service) {
        jdbi = Jdbi.create(service);
    }

    /** By name: head, floor, conflicts_open, conflicts_quarantined, purges_unacked. */
    public Map<String, Double> read() {
        return jdbi.inTransaction(db -> {
            WorkingFor.store(db);
            Map<String, Double> figures = new LinkedHashMap<>();
            db.createQuery(QUERY).mapToMap().one().forEach((what, value) -> figures.put(what, ((Number) value).doubleValue()));
            figures.put("purges_unacked", (double) UnackedPurges.in(db).count());
            return figures;
        });
    }
}
