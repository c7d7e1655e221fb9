package se.trepart.local.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.local.cache.Row.Part;
import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.vault.Keys;
import se.trepart.model.Document;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentJson.UnreadableDocument;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What goes out to the central store and what comes in from it (flöde). Every method is one transaction: a page and the cursor after it
 * are there together or not at all.
 */
public final class Feed {

    /**
     * Where this workstation stands in the central store's sequence.
     *
     * @param epoch null before the first contact
     * @param fetching whether a whole fetch is going on
     * @param token of the next page of a whole fetch, null for the first
     */
    public record Position(@Nullable UUID epoch, long cursor, boolean fetching, @Nullable String token, @Nullable Instant lastSuccess) {}

    private final Database database;
    private final DocumentTable table;
    private final OutboxTable outbox;
    private final Changes changes;
    private final Keys keys;
    private final Clock clock;

    Feed(Database database, DocumentTable table, OutboxTable outbox, Changes changes, Keys keys, Clock clock) {
        this.database = database;
        this.table = table;
        this.outbox = outbox;
        this.changes = changes;
        this.keys = keys;
        this.clock = clock;
    }

    public Position position() {
        return database.read(handle -> handle.createQuery("select * from sync_state").map((row, context) -> {
            UUID epoch = context.findColumnMapperFor(UUID.class).orElseThrow().map(row, "epoch", context);
            row.getLong("fetch_started");
            boolean fetching = !row.wasNull();
            long success = row.getLong("last_success");
            Instant lastSuccess = row.wasNull() ? null : Instant.ofEpochMilli(success);
            return new Position(epoch, row.getLong("cursor"), fetching, row.getString("fetch_token"), lastSuccess);
        }).one());
    }

    /** Operations that the central store has not answered for. */
    public int unsent() {
        return database.read(outbox::unsent);
    }

    /** Conflicts that wait for a person. */
    public int openConflicts() {
        return database.read(handle -> handle.createQuery("select count(*) from seen where type = 'CONFLICT' and state = 'OPEN'")
                .mapTo(int.class)
                .one());
    }

    /** The next operations to send, whole intents, in order. */
    public List<Operation> batch(int maxOperations, int maxBytes) {
        return database.read(handle -> outbox.batch(handle, maxOperations, maxBytes));
    }

    /** Takes the central store's answer; what it turns out not to know is put back to be sent again. Returns how many were answered for. */
    public int acknowledge(PushReply reply) {
        Set<UUID> shown = new HashSet<>();
        int answered = database.write(handle -> {
            Set<About> about = new LinkedHashSet<>();
            reply.outcomes().forEach(outcome -> about.addAll(outbox.acknowledge(handle, outcome, clock.instant())));
            int known = about.size();
            about.addAll(outbox.sendAgainAfter(handle, reply.lastClientSeq()));
            table.derive(handle, about);
            about.forEach(document -> shown.add(shownBy(handle, document)));
            return known;
        });
        changes.tell(shown);
        return answered;
    }

    /** The central store waits for this number: what it had acknowledged from it on is sent again. Returns whether there is any. */
    public boolean sendAgainFrom(long clientSeq) {
        return database.write(handle -> sendAgainAfter(handle, clientSeq - 1));
    }

    private boolean sendAgainAfter(Handle handle, long lastClientSeq) {
        List<About> about = outbox.sendAgainAfter(handle, lastClientSeq);
        table.derive(handle, about);
        return !about.isEmpty();
    }

    /** Starts a whole fetch from the beginning; until it is complete the user sees what was there before. */
    public void startFetch() {
        database.write(this::startFetch);
    }

    private boolean startFetch(Handle handle) {
        handle.execute("delete from arriving");
        return handle.execute("update sync_state set fetch_started = ?, fetch_token = null", clock.millis()) == 1;
    }

    /** The central store was restored and knows this workstation's operations up to a number: the others are sent again, all is fetched anew. */
    public void followRestore(UUID epoch, long lastClientSeq) {
        database.write(handle -> {
            sendAgainAfter(handle, lastClientSeq);
            handle.execute("update sync_state set epoch = ?, cursor = 0", epoch);
            return startFetch(handle);
        });
    }

    /** Takes a page of a whole fetch; the last one puts all that came in the place of what was there. */
    public void apply(BootstrapPage page) {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            table.arrive(handle, rows(handle, page.entries()));
            handle.createUpdate("update sync_state set epoch = :epoch, fetch_token = :token")
                    .bind("epoch", page.epoch())
                    .bind("token", page.next())
                    .execute();
            if (page.next() == null) {
                shown.addAll(finishFetch(handle, page.head0()));
            }
            return true;
        });
        changes.tell(shown);
    }

    private Set<UUID> finishFetch(Handle handle, long head0) {
        Set<UUID> shown = new HashSet<>(shownInBase(handle));
        table.swap(handle);
        // what was acknowledged before the fetch began and did not come with it has left this workstation: it must not come back
        handle.execute("""
                update acked_op set version = 0 where acked_at < (select fetch_started from sync_state)
                 and not exists (select 1 from base where base.type = acked_op.type and base.id = acked_op.id)""");
        handle.execute("delete from overlay");
        table.derive(handle, outbox.withChanges(handle));
        handle.execute("update sync_state set cursor = ?, fetch_started = null, fetch_token = null", head0);
        shown.addAll(shownInBase(handle));
        return shown;
    }

    private static List<UUID> shownInBase(Handle handle) {
        return handle.createQuery("select distinct coalesce(case_id, id) from base").mapTo(UUID.class).list();
    }

    /** Takes a page of what others changed, and the cursor after it. */
    public void apply(ChangesPage page) {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            List<About> about = page.entries().stream().map(entry -> new About(entry.type(), entry.id())).distinct().toList();
            List<Row> rows = rows(handle, page.entries());
            // a document that leaves still tells its old case
            about.forEach(document -> shown.add(shownBy(handle, document)));
            table.receive(handle, rows);
            rows.forEach(row -> shown.add(row.caseId() == null ? row.about().id() : row.caseId()));
            derivePending(handle, about);
            page.revokes().forEach(unit -> handle.execute("insert into revoked_unit values (?) on conflict do nothing", unit));
            handle.createUpdate("""
                    update sync_state set cursor = max(cursor, :to), chain_seq = :seq, chain_hash = :hash, last_success = :now""")
                    .bind("to", page.to())
                    .bind("seq", page.chain().seq())
                    .bind("hash", page.chain().hash())
                    .bind("now", clock.millis())
                    .execute();
            return true;
        });
        changes.tell(shown);
    }

    /** Purges the units this workstation may no longer hold, once there is nothing unsent: push comes before purge. */
    public void purgeRevoked() {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            List<UUID> units = handle.createQuery("select unit_id from revoked_unit").mapTo(UUID.class).list();
            if (units.isEmpty() || outbox.unsent(handle) > 0) {
                return false;
            }
            for (UUID unit : units) {
                shown.addAll(handle.createQuery("select distinct coalesce(case_id, id) from base where unit_id = ?")
                        .bind(0, unit)
                        .mapTo(UUID.class)
                        .list());
                handle.execute("""
                        update acked_op set version = 0 where exists
                        (select 1 from base where base.type = acked_op.type and base.id = acked_op.id and base.unit_id = ?)""", unit);
                for (String part : List.of("base", "overlay", "arriving", "pending_entry")) {
                    handle.execute("delete from " + part + " where unit_id = ?", unit);
                }
                handle.execute("delete from revoked_unit where unit_id = ?", unit);
            }
            return true;
        });
        if (!shown.isEmpty()) {
            database.checkpoint();
            changes.tell(shown);
        }
    }

    /** After an upgrade: what this program has come to know moves to where the user sees it. */
    void retryPendingEntries() {
        database.write(handle -> {
            List<Entry> entries = handle.createQuery("select type, id, body from pending_entry").map((row, context) -> {
                UUID id = context.findColumnMapperFor(UUID.class).orElseThrow().map(row, "id", context);
                byte[] clear = keys.open(row.getBytes("body"), pendingName(row.getString("type"), id));
                return Json.MAPPER.readValue(clear, Entry.class);
            }).list();
            for (Entry entry : entries) {
                if (readable(entry).isPresent()) {
                    handle.execute("delete from pending_entry where type = ? and id = ?", entry.type(), entry.id());
                    table.receive(handle, rows(handle, List.of(entry)));
                    derivePending(handle, List.of(new About(entry.type(), entry.id())));
                }
            }
            return true;
        });
    }

    /** The rows that the entries make; entries that only a newer program can read are put by. */
    private List<Row> rows(Handle handle, List<Entry> entries) {
        List<Row> rows = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            JsonNode body = entry.body();
            if (entry.kind() != Entry.Kind.PUT || body == null) {
                handle.execute("delete from pending_entry where type = ? and id = ?", entry.type(), entry.id());
                rows.add(Row.gone(Part.BASE, new About(entry.type(), entry.id()), entry.unitId(), entry.caseId(), entry.version()));
                continue;
            }
            Optional<Document> document = readable(entry);
            if (document.isPresent()) {
                rows.add(Row.of(Part.BASE, document.get(), entry.unitId(), entry.caseId(), entry.version(), body, keys));
            } else {
                putBy(handle, entry);
            }
        }
        return rows;
    }

    private static Optional<Document> readable(Entry entry) {
        JsonNode body = entry.body();
        try {
            return body == null ? Optional.empty() : DocumentJson.read(entry.type(), body).filter(d -> d.id().equals(entry.id()));
        } catch (UnreadableDocument newerShape) {
            return Optional.empty();
        }
    }

    private void putBy(Handle handle, Entry entry) {
        byte[] body = keys.seal(Json.MAPPER.writeValueAsBytes(entry), pendingName(entry.type(), entry.id()));
        handle.createUpdate("""
                insert into pending_entry (type, id, unit_id, version, body) values (:type, :id, :unit, :version, :body)
                on conflict (type, id) do update set unit_id = excluded.unit_id, version = excluded.version, body = excluded.body
                 where excluded.version > pending_entry.version""")
                .bind("type", entry.type())
                .bind("id", entry.id())
                .bind("unit", entry.unitId())
                .bind("version", entry.version())
                .bind("body", body)
                .execute();
    }

    private void derivePending(Handle handle, Collection<About> documents) {
        Set<About> overlaid = new HashSet<>(handle.createQuery("select type, id from overlay")
                .map((row, context) -> new About(row.getString("type"),
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, "id", context)))
                .list());
        overlaid.addAll(outbox.withChanges(handle));
        table.derive(handle, documents.stream().filter(overlaid::contains).toList());
    }

    private UUID shownBy(Handle handle, About about) {
        return table.find(handle, Part.OVERLAY, about).or(() -> table.find(handle, Part.BASE, about)).map(Row::caseId).orElse(about.id());
    }

    private static String pendingName(String type, UUID id) {
        return "pending|" + type + "|" + id;
    }
}
