package se.trepart.central.watch;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Workstations that lost a unit more than a day ago and have not said that nothing of it lies on them any more (utrensning som uteblivit). */
public final class UnackedPurges {

    private static final String QUERY = """
            select count(*), min(d.id::text) from access_log a
              join device d on d.staff_id = a.staff_id and d.registered_at < a.at and not d.revoked
             where a.kind = 'LOST' and a.at < now() - interval '1 day'
               and not exists (select from access_log g
                                where g.staff_id = a.staff_id and g.unit_id = a.unit_id and g.kind = 'GAINED' and g.commit_seq > a.commit_seq)
               and not exists (select from purge_ack p where p.device_id = d.id and p.unit_id = a.unit_id and p.seq >= a.commit_seq)
            """;

    /** How many, and one of them; null when there is none. */
    public record Found(long count, @Nullable String device) {}

    private UnackedPurges() {}

    /** @param db works for the store itself */
    public static Found in(Handle db) {
        return db.createQuery(QUERY).map((row, _) -> new Found(row.getLong(1), row.getString(2))).one();
    }
}
