package se.trepart.local.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.local.outbox.Failed;
import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.outbox.OutboxTable.Acknowledged;
import se.trepart.local.sql.Bulk;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Entry;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Result;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What goes out to the central store and what comes in from it (flöde). Every method is one transaction: a page and the cursor after it
 * are there together or not at all.
 */
public final class Feed {

    /** how often the time of the last success is written down when nothing else is */
    private static final long NOTED_EVERY = 60_000;

    /**
     * Where this workstation stands in the central store's sequence.
     *
     * @param epoch null before the first contact
     * @param fetching whether a whole fetch is going on
     * @param token of the next page of a whole fetch, null for the first
     * @param byKeys whether the whole fetch goes page by page rather than by snapshots
     */
    public record Position(@Nullable UUID epoch, long cursor, boolean fetching, @Nullable String token, boolean byKeys,
            @Nullable Instant lastSuccess) {}

    private final Database database;
    private final DocumentTable table;
    private final EntryRows entryRows;
    private final OutboxTable outbox;
    private final Changes changes;
    private final Clock clock;

    Feed(Database database, DocumentTable table, EntryRows entryRows, OutboxTable outbox, Changes changes, Clock clock) {
        this.database = database;
        this.table = table;
        this.entryRows = entryRows;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    public Position position() {
        return database.read(Feed::position);
    }

    static Position position(Handle handle) {
        return handle.createQuery("select * from sync_state").map((row, context) -> {
            UUID epoch = context.findColumnMapperFor(UUID.class).orElseThrow().map(row, "epoch", context);
            row.getLong("fetch_started");
            boolean fetching = !row.wasNull();
            long success = row.getLong("last_success");
            Instant lastSuccess = row.wasNull() ? null : Instant.ofEpochMilli(success);
            return new Position(epoch, row.getLong("cursor"), fetching, row.getString("fetch_token"), row.getInt("by_keys") == 1,
                    lastSuccess);
        }).one();
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

    /** How many operations ended so, and nobody has seen to. */
    public int unseen(Result result) {
        return database.read(handle -> outbox.countUnseen(handle, result));
    }

    /** What the central store did not take as it was and nobody has seen to. */
    public List<Failed> failed() {
        return database.read(outbox::failed);
    }

    /** The user has seen to a failed operation. */
    public void dismiss(UUID opId) {
        database.write(handle -> {
            outbox.see(handle, opId);
            return true;
        });
    }

    /** The next operations to send, whole intents, in order. */
    public List<Operation> batch(int maxOperations, int maxBytes) {
        return database.read(handle -> outbox.batch(handle, maxOperations, maxBytes));
    }

    /** All operations that are unsent from a number on, in order. */
    public List<Operation> unsentFrom(long number) {
        return database.read(handle -> outbox.unsentFrom(handle, number));
    }

    /** Sends in another order what has not reached the central store: these are all, from the number after its last one on. */
    public void reorder(List<Operation> ordered, long lastClientSeq) {
        database.write(handle -> {
            outbox.renumber(handle, ordered, lastClientSeq + 1);
            return true;
        });
    }

    /** Rejects here an intent that no request can carry; it is listed with what was typed. */
    public void giveUp(UUID intentId, String reason) {
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            List<About> about = outbox.giveUp(handle, intentId, reason, clock.instant());
            about.forEach(document -> shown.add(shownBy(handle, document)));
            table.derive(handle, about);
            return true;
        });
        changes.tell(shown);
    }

    /** Takes the central store's answer; what it turns out not to know is put back to be sent again. Returns how many were answered for. */
    public int acknowledge(PushReply reply) {
        Set<UUID> shown = new HashSet<>();
        int answered = database.write(handle -> {
            // never earlier than what has been seen, so that a clock that is set back lets nothing be forgotten too early
            Acknowledged acknowledged = outbox.acknowledge(handle, reply.outcomes(), Holding.now(handle, clock));
            List<About> changed = new ArrayList<>(acknowledged.changed());
            changed.addAll(outbox.sendAgainAfter(handle, reply.lastClientSeq()));
            changed.forEach(document -> shown.add(shownBy(handle, document)));
            table.derive(handle, changed);
            return acknowledged.known();
        });
        changes.tell(shown);
        return answered;
    }

    /** The central store waits for this number: what it had acknowledged from it on is sent again. Returns whether there is any. */
    public boolean sendAgainFrom(long clientSeq) {
        return database.write(handle -> {
            List<About> about = outbox.sendAgainAfter(handle, clientSeq - 1);
            table.derive(handle, about);
            return !about.isEmpty();
        });
    }

    /** The central store was restored and knows this workstation's operations up to a number: the others are sent again, all is fetched anew. */
    public void followRestore(UUID epoch, long lastClientSeq) {
        database.write(handle -> {
            table.derive(handle, outbox.sendAllAgainAfter(handle, lastClientSeq));
            handle.execute("update sync_state set epoch = ?, cursor = 0", epoch);
            return Arrival.start(handle, true);
        });
    }

    /**
     * From now on this is another workstation, because the central store knows the old id as another's, such as that of the computer whose
     * disk this one is a copy of. What is unsent is numbered from 1; its operations keep their ids, so that none takes effect twice.
     */
    public void startOverAs(UUID device) {
        database.write(handle -> {
            outbox.startOver(handle);
            handle.execute("insert into meta (name, value) values ('acts_as', ?) on conflict (name) do update set value = excluded.value",
                    device);
            return handle.execute("update sync_state set leases_due = 0");
        });
    }

    /** Takes a page of what others changed, and the cursor after it. */
    public void apply(ChangesPage page) {
        if (page.entries().isEmpty() && page.revokes().isEmpty() && nothingNew(page)) {
            return;
        }
        Set<UUID> shown = new HashSet<>();
        database.write(handle -> {
            List<Entry> gone = page.entries().stream().filter(entry -> entry.kind() != Entry.Kind.PUT).toList();
            // a document that leaves still tells its old case
            gone.forEach(entry -> shown.add(shownBy(handle, new About(entry.type(), entry.id()))));
            List<Row> rows = entryRows.of(handle, page.entries());
            table.receive(handle, rows);
            rows.stream().filter(row -> !row.deleted()).forEach(row -> shown.add(shownBy(row)));
            derive(handle, page.entries());
            withdraw(handle, page);
            Chain.keep(handle, page.epoch(), page.chain());
            handle.execute("update sync_state set cursor = max(cursor, ?), settled = 1, last_success = ?", page.to(), clock.millis());
            return true;
        });
        changes.tell(shown);
    }

    /** Notes the units that the page takes away: they are purged when everything unsent has gone out. */
    static void withdraw(Handle handle, ChangesPage page) {
        page.revokes()
                .forEach(unit -> handle.execute("insert into revoked_unit (unit_id, seq, purged) values (?, ?, 0) on conflict do nothing",
                        unit, page.to()));
    }

    /** Whether the page says what is known already; most pages do, and a write to the disk costs more than all the rest. */
    private boolean nothingNew(ChangesPage page) {
        return database.read(handle -> {
            Position position = position(handle);
            return position.cursor() >= page.to() && position.lastSuccess() != null
                    && Math.abs(clock.millis() - position.lastSuccess().toEpochMilli()) < NOTED_EVERY && Chain.knows(handle, page)
                    && handle.createQuery("select settled from sync_state").mapTo(boolean.class).one();
        });
    }

    /** Whether the page fits what this workstation has seen of the central store before. */
    public boolean believes(ChangesPage page) {
        return database.read(handle -> Chain.fits(handle, page));
    }

    /** Whether a central store of that epoch can have its head there: the feed never goes backwards. */
    public boolean believes(UUID epoch, long head) {
        return database.read(handle -> Chain.fits(handle, epoch, head));
    }

    /** The entries' documents that the user has changed are shown with that on top. */
    void derive(Handle handle, List<Entry> entries) {
        Set<About> changed = new HashSet<>(handle.createQuery("select type, id from overlay union select type, id from outbox")
                .map((row, _) -> new About(row.getString("type"), Bulk.uuid(row.getBytes("id"))))
                .list());
        Collection<About> here = new HashSet<>();
        for (Entry entry : entries) {
            About about = new About(entry.type(), entry.id());
            // taken in and not come back yet: there may have been nothing here to show it on
            if (changed.contains(about) || outbox.lastVersion(handle, about) > entry.version()) {
                here.add(about);
            }
        }
        table.derive(handle, here);
    }

    /** After an upgrade, or when a unit is unlocked: what this program can read now moves to where the user sees it. */
    Set<UUID> retryPutBy(Handle handle) {
        List<Entry> entries = entryRows.readableNow(handle);
        List<Row> rows = entryRows.of(handle, entries);
        table.receive(handle, rows);
        derive(handle, entries);
        Set<UUID> shown = new HashSet<>();
        rows.forEach(row -> shown.add(shownBy(row)));
        return shown;
    }

    private UUID shownBy(Handle handle, About about) {
        Optional<Row> row = table.find(handle, Row.Part.OVERLAY, about).or(() -> table.find(handle, Row.Part.BASE, about));
        return row.map(Feed::shownBy).orElse(about.id());
    }

    static UUID shownBy(Row row) {
        UUID caseId = row.caseId();
        return caseId == null ? row.about().id() : caseId;
    }
}
