package se.trepart.local.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;
import se.trepart.wire.Fields;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
        insert(handle, operation);
        last(handle, operation.clientSeq());
    }

    private void insert(Handle handle, Operation operation) {
        handle.createUpdate("""
                insert into outbox (client_seq, op_id, intent_id, type, id, body) values (:seq, :op, :intent, :type, :id, :body)""")
                .bind("seq", operation.clientSeq())
                .bind("op", operation.opId())
                .bind("intent", operation.intentId())
                .bind("type", operation.type())
                .bind("id", operation.id())
                .bind("body", seal(operation))
                .execute();
    }

    private static void last(Handle handle, long number) {
        handle.execute("insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value", LAST,
                number);
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

    /**
     * What the central store's answers did here.
     *
     * @param known how many operations waited for one of them
     * @param changed documents that no longer look as they did, because a change of them is not in effect or is already back
     */
    public record Acknowledged(int known, List<About> changed) {}

    /** Takes the central store's final words on operations; those that were known already count for nothing. */
    public Acknowledged acknowledge(Handle handle, List<Outcome> outcomes, Instant at) {
        List<About> changed = new ArrayList<>();
        int known = 0;
        try (Bulk find = new Bulk(handle, "select type, id from outbox where op_id = ?");
                Bulk base = new Bulk(handle, "select version from base where type = ? and id = ?");
                Bulk keep = new Bulk(handle, """
                        insert into acked_op (client_seq, op_id, intent_id, type, id, body, result, version, conflict_id, reason, acked_at)
                        select client_seq, op_id, intent_id, type, id, body, ?, ?, ?, ?, ? from outbox where op_id = ?""");
                Bulk remove = new Bulk(handle, "delete from outbox where op_id = ?")) {
            for (Outcome outcome : outcomes) {
                Optional<About> about = find.first(row -> new About(row.getString(1), Bulk.uuid(row.getBytes(2))), outcome.opId());
                if (about.isEmpty()) {
                    continue;
                }
                known++;
                keep.run(outcome.result().name(), outcome.version(), outcome.conflictId(), outcome.reason(), at.toEpochMilli(),
                        outcome.opId());
                remove.run(outcome.opId());
                boolean inEffect = outcome.result() == Result.APPLIED || outcome.result() == Result.MERGED;
                long back = base.first(row -> row.getLong(1), about.get().type(), about.get().id()).orElse(0L);
                if (!inEffect || back >= outcome.version()) {
                    changed.add(about.get());
                }
            }
        }
        return new Acknowledged(known, changed);
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

    /**
     * Gives what is unsent new numbers from one on, in a new order: nothing with the old ones may have reached the central store.
     *
     * @param ordered every unsent operation with a number from {@code from} on
     */
    public void renumber(Handle handle, List<Operation> ordered, long from) {
        handle.execute("delete from outbox where client_seq >= ?", from);
        long number = from;
        for (Operation operation : ordered) {
            insert(handle, operation.withClientSeq(number++));
        }
        last(handle, number - 1);
    }

    /**
     * Numbers from 1 again, because the central store knows this workstation's numbers as another's. What was acknowledged goes below 1: it
     * is kept for a central store that is restored.
     */
    public void startOver(Handle handle) {
        long acknowledged = handle.createQuery("select coalesce(max(client_seq), 0) from acked_op").mapTo(long.class).one();
        for (Operation old : operations(handle, "acked_op", "order by client_seq")) {
            Operation moved = old.withClientSeq(old.clientSeq() - acknowledged);
            handle.createUpdate("update acked_op set client_seq = :seq, body = :body where op_id = :op")
                    .bind("seq", moved.clientSeq())
                    .bind("body", seal(moved))
                    .bind("op", moved.opId())
                    .execute();
        }
        List<Operation> unsent = operations(handle, "outbox", "order by client_seq");
        handle.execute("delete from outbox");
        renumber(handle, unsent, 1);
    }

    /**
     * As {@link #sendAgainAfter}, for a central store that was restored: also what was acknowledged to this workstation under an earlier id.
     * All get new numbers when some of those that it waits for are no longer kept.
     */
    public List<About> sendAllAgainAfter(Handle handle, long lastClientSeq) {
        List<About> about = new ArrayList<>(sendAgainAfter(handle, lastClientSeq));
        List<Operation> earlier = operations(handle, "acked_op", "where client_seq < 1 order by client_seq");
        List<Operation> all = new ArrayList<>(earlier);
        all.addAll(operations(handle, "outbox", "order by client_seq"));
        boolean gap = !all.isEmpty() && all.getFirst().clientSeq() > lastClientSeq + 1;
        if (!earlier.isEmpty() || gap) {
            handle.execute("delete from acked_op where client_seq < 1");
            handle.execute("delete from outbox");
            renumber(handle, all, lastClientSeq + 1);
            earlier.forEach(operation -> about.add(new About(operation.type(), operation.id())));
        }
        return about;
    }

    /**
     * Rejects here an intent that no request can carry: the central store has never seen it, so its numbers go to those after it. It is listed
     * as any rejected one.
     */
    public List<About> giveUp(Handle handle, UUID intentId, String reason, Instant at) {
        List<Operation> intent = operations(handle, "outbox", "order by client_seq").stream()
                .filter(operation -> operation.intentId().equals(intentId))
                .toList();
        long lowest = handle.createQuery("select min(1, coalesce(min(client_seq), 1)) from acked_op").mapTo(long.class).one();
        long number = lowest - intent.size();
        List<About> about = new ArrayList<>();
        for (Operation operation : intent) {
            Operation moved = operation.withClientSeq(number++);
            handle.execute("delete from outbox where op_id = ?", operation.opId());
            handle.execute("""
                    insert into acked_op (client_seq, op_id, intent_id, type, id, body, result, version, reason, acked_at)
                    values (?, ?, ?, ?, ?, ?, 'REJECTED', 0, ?, ?)""", moved.clientSeq(), moved.opId(), moved.intentId(), moved.type(),
                    moved.id(), seal(moved), reason, at.toEpochMilli());
            about.add(new About(operation.type(), operation.id()));
        }
        long free = intent.getFirst().clientSeq();
        renumber(handle, operations(handle, "outbox", "where client_seq > " + free + " order by client_seq"), free);
        return about;
    }

    /** Everything unsent from a number on, in order. */
    public List<Operation> unsentFrom(Handle handle, long number) {
        return operations(handle, "outbox", "where client_seq >= " + number + " order by client_seq");
    }

    /** What the central store did not take as it was and nobody has seen to, oldest first. */
    public List<Failed> failed(Handle handle) {
        return handle.createQuery("""
                select a.*, (select b.case_id from base b where b.type = a.type and b.id = a.id) as known_case
                  from acked_op a where seen = 0 and result in ('REJECTED', 'QUARANTINED') order by client_seq""").map((row, context) -> {
            Operation operation = open(row, context);
            Result result = Result.valueOf(row.getString("result"));
            byte[] known = row.getBytes("known_case");
            UUID caseId = operation.caseId() != null ? operation.caseId() : known == null ? null : Bulk.uuid(known);
            return new Failed(operation.opId(), operation.type(), operation.id(), caseId, result, row.getString("reason"),
                    Instant.ofEpochMilli(row.getLong("acked_at")), result == Result.REJECTED ? typed(operation) : new TreeMap<>());
        }).list();
    }

    public int countUnseen(Handle handle, Result result) {
        return handle.createQuery("select count(*) from acked_op where seen = 0 and result = ? and result in ('REJECTED', 'QUARANTINED')")
                .bind(0, result.name())
                .mapTo(int.class)
                .one();
    }

    /** The rejected operations that belong together with this one, in order; from now on the user has seen to them. */
    public List<Operation> seeToIntent(Handle handle, UUID opId) {
        List<Operation> intent = handle.createQuery("""
                select client_seq, op_id, body from acked_op where seen = 0 and result = 'REJECTED'
                 and intent_id = (select intent_id from acked_op where op_id = ?) order by client_seq""")
                .bind(0, opId)
                .map(this::open)
                .list();
        intent.forEach(operation -> see(handle, operation.opId()));
        return intent;
    }

    /** Rejected because the central store did not know the document, which has come, or come and gone, since. */
    public List<UUID> found(Handle handle) {
        return handle.createQuery("""
                select a.op_id from acked_op a join base b on b.type = a.type and b.id = a.id
                 where a.seen = 0 and a.result = 'REJECTED' and a.reason = 'unknown_document' and b.deleted <> 1""")
                .mapTo(UUID.class)
                .list();
    }

    public void see(Handle handle, UUID opId) {
        handle.execute("update acked_op set seen = 1 where op_id = ?", opId);
    }

    private static SortedMap<String, String> typed(Operation operation) {
        SortedMap<String, String> fields = new TreeMap<>();
        operation.patch().forEach((path, change) -> fields.put(path, text(change.after())));
        JsonNode body = operation.body();
        if (body != null) {
            Fields.of(body).forEach((path, value) -> fields.put(path, text(Json.MAPPER.readTree(value))));
        }
        return fields;
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.isString() ? value.asString() : value.toString();
    }

    /** Not what was refused and nobody has seen to, for it is nowhere else; nor what came after it, so that no number is missing. */
    public void forgetAcknowledgedBefore(Handle handle, Instant instant) {
        handle.execute("""
                delete from acked_op where acked_at < ? and client_seq < coalesce((select min(client_seq) from acked_op
                 where seen = 0 and result in ('REJECTED', 'QUARANTINED')), client_seq + 1)""", instant.toEpochMilli());
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
        List<Operation> all = new ArrayList<>(operations(handle, "acked_op", ""));
        all.addAll(operations(handle, "outbox", ""));
        return all;
    }

    private List<Operation> operations(Handle handle, String table, String which) {
        return handle.createQuery("select client_seq, op_id, body from " + table + " " + which).map(this::open).list();
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
