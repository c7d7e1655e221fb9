package se.trepart.central.admin;

import java.time.Instant;
import java.util.OptionalLong;
import javax.sql.DataSource;

import se.trepart.central.schema.Schema;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Cuts off the feed's old end (flödets golv). A workstation whose cursor lies below the floor is told to fetch everything anew, so what it
 * would have missed may go. Only the owner can: the service's role may neither move the floor nor delete from the feed.
 */
public final class FeedFloor {

    private static final int ROWS_AT_A_TIME = 50_000;

    /** Where the floor is now, and how many rows of the feed went. */
    public record Trimmed(long floor, long rows) {}

    private FeedFloor() {}

    /** Raises the floor to the last transaction before the time. */
    public static Trimmed raise(DataSource owner, Instant before) {
        Jdbi jdbi = Jdbi.create(owner);
        long floor = jdbi.inTransaction(db -> {
            searchIn(db);
            long last = lastBefore(db, before);
            // first the floor, in its own transaction: whoever reads meanwhile is sent to a new fetch rather than given a feed with holes
            return db.createQuery("update sync_head set floor = greatest(floor, :last) returning floor")
                    .bind("last", last)
                    .mapTo(Long.class)
                    .one();
        });
        long rows = 0;
        int some;
        do {
            some = jdbi.inTransaction(db -> {
                searchIn(db);
                return db.execute(
                        "delete from change_log where ctid = any(array(select ctid from change_log where commit_seq <= ? limit ?))", floor,
                        ROWS_AT_A_TIME);
            });
            rows += some;
        } while (some > 0);
        return new Trimmed(floor, rows);
    }

    private static void searchIn(Handle db) {
        db.execute("set local search_path = " + Schema.NAME);
    }

    /** By halves over the numbers: times rise with them, and no index on the time is needed for what is done once a month. */
    private static long lastBefore(Handle db, Instant before) {
        long low = 0;
        long high = db.createQuery("select seq from sync_head").mapTo(Long.class).one();
        while (low < high) {
            long middle = (low + high + 1) / 2;
            OptionalLong at = db.createQuery("""
                    select extract(epoch from (entry::json ->> 'at')::timestamptz) * 1000 from audit
                     where commit_seq <= :seq order by commit_seq desc, ord desc limit 1
                    """).bind("seq", middle).map((row, _) -> OptionalLong.of(row.getLong(1))).findOne().orElse(OptionalLong.empty());
            if (at.isEmpty() || at.getAsLong() < before.toEpochMilli()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
