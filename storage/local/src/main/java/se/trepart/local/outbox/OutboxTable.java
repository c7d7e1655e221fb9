package se.trepart.local.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.local.vault.Keys;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply.Outcome;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The user's changes that the central store has not answered for (utkorg), and for ninety days those it has: numbered without a gap from
 * 1, sealed. Everything here happens in the caller's transaction, so that a change and its operation are there together or not at all.
 */
public final class OutboxTable {

    private static final String LAST = "last_client_seq";
    /** acknowledged and in effect: still shown until the central store sends the document back with it */
    private static final String IN_EFFECT = "result in ('APPLIED', 'MERGED')";

    /** A document by type and id. */
    public record About(String type, UUID id) {}

    private final Keys keys;

    public OutboxTable(Keys keys) {
        this.keys = keys;
    }

    /** The number of the next operation. */
    public long next(Handle handle) {
        return handle.createQuery("select value from meta where name = ?").bind(0, LAST).mapTo(long.class).findOne().orElse(0L) + 1;
    }

    /** @throws IllegalArgumentException when the operation does not have the next number */
    public void add(Handle handle, Operation operation) {
        if (operation.clientSeq() != next(handle)) {
            throw new IllegalArgumentException("operation out of order");
        }
        handle.createUpdate("""
                insert into outbox (client_seq, op_id, intent_id, type, id, body) values (:seq, :op, :intent, :type, :id, :body)""")
                .bind("seq", operation.clientSeq())
                .bind("op", operation.opId())
                .bind("intent", operation.intentId())
                .bind("type", operation.type())
                .bind("id", operation.id())
                .bind("body", seal(operation))
                .execute();
        handle.execute("insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value", LAST,
                operation.clientSeq());
    }

    public int unsent(Handle handle) {
        return handle.createQuery("select count(*) from outbox").mapTo(int.class).one();
    }

    /** What is on top of the document as the central store last sent it, oldest first. */
    public List<Operation> onTopOf(Handle handle, About about, long version) {
        return handle.createQuery("""
                select client_seq, op_id, body from outbox where type = :type and id = :id
                union all
                select client_seq, op_id, body from acked_op where type = :type and id = :id and version > :version and \
                """ + IN_EFFECT + " order by client_seq")
                .bind("type", about.type())
                .bind("id", about.id())
                .bind("version", version)
                .map(this::open)
                .list();
    }

    /** The last version that the central store is known to have made of the document from here; 0 when none is. */
    public long lastVersion(Handle handle, About about) {
        return handle.createQuery("select coalesce(max(version), 0) from acked_op where type = :type and id = :id and " + IN_EFFECT)
                .bind("type", about.type())
                .bind("id", about.id())
                .mapTo(long.class)
                .one();
    }

    /** Documents that have anything on top of what the central store has sent. */
    public List<About> withChanges(Handle handle) {
        return handle.createQuery("""
                select type, id from outbox
                union
                select a.type, a.id from acked_op a left join base b on b.type = a.type and b.id = a.id
                 where a.version > coalesce(b.version, 0) and a.\
                """ + IN_EFFECT).map((row, context) -> about(row, context)).list();
    }

    /** The next operations to send: whole intents, at least one, otherwise within the limits. */
    public List<Operation> batch(Handle handle, int maxOperations, int maxBytes) {
        List<Operation> batch = new ArrayList<>();
        List<Operation> intent = new ArrayList<>();
        int bytes = 0;
        int intentBytes = 0;
        try (var rows = handle.createQuery("select client_seq, op_id, body from outbox order by client_seq")
                .map((row, context) -> new Sized(open(row, context), row.getBytes("body").length))
                .iterator()) {
            while (rows.hasNext()) {
                Sized next = rows.next();
                if (!intent.isEmpty() && !intent.getFirst().intentId().equals(next.operation.intentId())) {
                    batch.addAll(intent);
                    bytes += intentBytes;
                    intent.clear();
                    intentBytes = 0;
                }
                intent.add(next.operation);
                intentBytes += next.bytes;
                if (!batch.isEmpty() && (batch.size() + intent.size() > maxOperations || bytes + intentBytes > maxBytes)) {
                    return batch;
                }
            }
        }
        batch.addAll(intent);
        return batch;
    }

    private record Sized(Operation operation, int bytes) {}

    /** The central store's final word on an operation; returns what it was about, or nothing when it was known already. */
    public List<About> acknowledge(Handle handle, Outcome outcome, Instant at) {
        List<About> about = handle.createQuery("select type, id from outbox where op_id = ?")
                .bind(0, outcome.opId())
                .map((row, context) -> about(row, context))
                .list();
        handle.createUpdate(
                """
                        insert into acked_op
                        select client_seq, op_id, intent_id, type, id, body, :result, :version, :conflict, :reason, :at from outbox where op_id = :op""")
                .bind("result", outcome.result().name())
                .bind("version", outcome.version())
                .bind("conflict", outcome.conflictId())
                .bind("reason", outcome.reason())
                .bind("at", at.toEpochMilli())
                .bind("op", outcome.opId())
                .execute();
        handle.execute("delete from outbox where op_id = ?", outcome.opId());
        return about;
    }

    /** Puts back to be sent again what the central store no longer knows, because it was restored from a backup. */
    public List<About> sendAgainAfter(Handle handle, long lastClientSeq) {
        List<About> about = handle.createQuery("select distinct type, id from acked_op where client_seq > ?")
                .bind(0, lastClientSeq)
                .map((row, context) -> about(row, context))
                .list();
        if (!about.isEmpty()) {
            handle.execute("""
                    insert into outbox select client_seq, op_id, intent_id, type, id, body from acked_op where client_seq > ?""",
                    lastClientSeq);
            handle.execute("delete from acked_op where client_seq > ?", lastClientSeq);
        }
        return about;
    }

    public void forgetAcknowledgedBefore(Handle handle, Instant instant) {
        handle.execute("delete from acked_op where acked_at < ?", instant.toEpochMilli());
    }

    /** Every number there should be from the oldest kept to the last given that is missing. */
    public List<Long> missing(Handle handle) {
        List<Long> numbers = handle.createQuery("select client_seq from acked_op union all select client_seq from outbox order by 1")
                .mapTo(long.class)
                .list();
        List<Long> missing = new ArrayList<>();
        long last = next(handle) - 1;
        long expected = numbers.isEmpty() ? last + 1 : numbers.getFirst();
        for (long number : numbers) {
            for (; expected < number; expected++) {
                missing.add(expected);
            }
            expected = number + 1;
        }
        for (; expected <= last; expected++) {
            missing.add(expected);
        }
        return missing;
    }

    /** Every operation kept, sent or not; opening them is the check that their seals hold. */
    public List<Operation> all(Handle handle) {
        return handle.createQuery("select client_seq, op_id, body from acked_op union all select client_seq, op_id, body from outbox")
                .map(this::open)
                .list();
    }

    private byte[] seal(Operation operation) {
        return keys.seal(Json.MAPPER.writeValueAsBytes(operation), name(operation.clientSeq(), operation.opId()));
    }

    private Operation open(ResultSet row, StatementContext context) throws SQLException {
        UUID opId = context.findColumnMapperFor(UUID.class).orElseThrow().map(row, "op_id", context);
        return Json.MAPPER.readValue(keys.open(row.getBytes("body"), name(row.getLong("client_seq"), opId)), Operation.class);
    }

    private static About about(ResultSet row, StatementContext context) throws SQLException {
        return new About(row.getString("type"), context.findColumnMapperFor(UUID.class).orElseThrow().map(row, "id", context));
    }

    private static String name(long clientSeq, UUID opId) {
        return "op|" + clientSeq + "|" + opId;
    }
}
