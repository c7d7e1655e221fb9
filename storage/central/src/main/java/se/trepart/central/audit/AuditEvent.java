package se.trepart.central.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import se.trepart.wire.Json;

import org.jdbi.v3.core.Handle;

/**
 * What the administration does that is no document (förvaltningshändelse): an entry of the audit chain under a number of the feed that
 * carries nothing else, since a head of the chain that a workstation has seen under a number never changes.
 */
public final class AuditEvent {

    private record Head(long seq, byte[] chainHash) {}

    private AuditEvent() {}

    /**
     * In the transaction that does it, last: it holds up everybody else who writes.
     *
     * @param actor who did it
     * @param about the id of what it was done to
     */
    public static void write(Handle transaction, Instant at, UUID actor, String event, UUID about) {
        Head head = transaction.createQuery("update sync_head set seq = seq + 1 returning seq, chain_hash")
                .map((row, _) -> new Head(row.getLong("seq"), row.getBytes("chain_hash")))
                .one();
        String entry = Json.canonical(Json.MAPPER.createObjectNode()
                .put("seq", head.seq)
                .put("ord", 0)
                .put("at", at.toString())
                .put("actor", actor.toString())
                .put("event", event)
                .put("id", about.toString()));
        AuditRow.write(transaction, head.seq, List.of(AuditRow.after(head.chainHash, entry)));
    }
}
