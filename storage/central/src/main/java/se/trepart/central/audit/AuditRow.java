package se.trepart.central.audit;

import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One entry of the audit chain, with the head before it and after it (post i granskningskedjan). */
public record AuditRow(String entry, byte[] previous, byte[] hash) {

    public static AuditRow after(byte[] head, String entry) {
        return new AuditRow(entry, head, AuditChain.next(head, entry));
    }

    /** Writes the entries of one transaction, in their order, and moves the chain's head to the last. */
    public static void write(Handle transaction, long commitSeq, List<AuditRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = transaction
                .prepareBatch("insert into audit (commit_seq, ord, entry, prev_hash, hash) values (?, ?, ?, ?, ?)")) {
            int ord = 0;
            for (AuditRow row : rows) {
                batch.add(commitSeq, ord++, row.entry, row.previous, row.hash);
            }
            batch.execute();
        }
        transaction.execute("update sync_head set chain_hash = ?", (Object) rows.getLast().hash);
    }
}
