package se.trepart.local.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.SealBroken;
import se.trepart.local.vault.VaultProblem;
import se.trepart.local.vault.VaultProblem.Reason;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Everything that lies in the workstation's sealed SQLite file (lokalt förråd). One process holds it at a time. */
public final class LocalStore implements AutoCloseable {

    /** how long the central store may be restored backwards without losing work that it had acknowledged */
    private static final Duration KEEP_ACKNOWLEDGED = Duration.ofDays(90);

    private final Database database;
    private final Changes changes = new Changes();
    private final SealedDocuments documents;
    private final Drafts drafts;
    private final SetAside setAside;
    private final Blobs blobs;
    private final Feed feed;

    /**
     * @param ids for operations: each greater than the one before
     * @throws StoreInUse when another process holds the folder's store
     * @throws NewerStore when a newer program wrote it
     * @throws VaultProblem when it was sealed with other keys
     */
    public static LocalStore open(Path folder, Keys keys, Clock clock, Supplier<UUID> ids) {
        Database database = Database.open(folder, Migrations.SHIPPED);
        try {
            return new LocalStore(database, keys, clock, ids);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private LocalStore(Database database, Keys keys, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        checkKeys(database, keys);
        OutboxTable outbox = new OutboxTable(keys);
        DocumentTable table = new DocumentTable(keys, outbox);
        documents = new SealedDocuments(database, table, outbox, changes, clock, ids);
        drafts = new SealedDrafts(database, keys, clock);
        setAside = new SealedSetAside(database, keys);
        blobs = new SealedBlobs(database, keys);
        feed = new Feed(database, table, outbox, changes, keys, clock);
        database.write(handle -> {
            outbox.forgetAcknowledgedBefore(handle, clock.instant().minus(KEEP_ACKNOWLEDGED));
            return true;
        });
        feed.retryPendingEntries();
    }

    /** Other keys would show only when the first document is opened, and would by then have sealed new ones. */
    static void checkKeys(Database database, Keys keys) {
        byte[] word = "trepart".getBytes(UTF_8);
        database.write(handle -> {
            var kept = handle.createQuery("select value from meta where name = 'key_check'").mapTo(byte[].class).findOne();
            try {
                kept.ifPresentOrElse(sealed -> keys.open(sealed, "key-check"),
                        () -> handle.execute("insert into meta (name, value) values ('key_check', ?)", keys.seal(word, "key-check")));
            } catch (SealBroken other) {
                throw new VaultProblem(Reason.OTHER_STORE, other);
            }
            return true;
        });
    }

    public DocumentStore documents() {
        return documents;
    }

    public Drafts drafts() {
        return drafts;
    }

    public SetAside setAside() {
        return setAside;
    }

    public Blobs blobs() {
        return blobs;
    }

    /** What the sync needs of the store. */
    public Feed feed() {
        return feed;
    }

    /**
     * Notes at the first call whose operations these are; the central store numbers them by workstation.
     *
     * @throws IllegalStateException when the store has sent under another workstation's id: its numbers would mean nothing there
     */
    public void belongTo(UUID device) {
        UUID owner = database.write(handle -> {
            handle.execute("insert into meta (name, value) values ('device', ?) on conflict do nothing", device);
            return handle.createQuery("select value from meta where name = 'device'").mapTo(UUID.class).one();
        });
        if (!owner.equals(device)) {
            throw new IllegalStateException("the store belongs to another workstation");
        }
    }

    /** Run after every save of documents, before it returns: quick, and never failing. */
    public void afterSave(Runnable work) {
        documents.afterSave(work);
    }

    /** As if the disk had room for this many pages and no more. */
    void limitPages(int pages) {
        database.limitPages(pages);
    }

    @Override
    public void close() {
        changes.close();
        database.close();
    }
}
