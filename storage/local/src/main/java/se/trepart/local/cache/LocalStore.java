package se.trepart.local.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.SealBroken;
import se.trepart.local.vault.VaultProblem;
import se.trepart.local.vault.VaultProblem.Reason;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Everything that lies in the workstation's sealed SQLite file (lokalt förråd). One process holds it at a time. */
public final class LocalStore implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LocalStore.class.getName());

    private final Database database;
    private final Changes changes = new Changes();
    private final SealedDocuments documents;
    private final Drafts drafts;
    private final SetAside setAside;
    private final Attachments attachments;
    private final Feed feed;
    private final Arrival arrival;
    private final Holding holding;
    private final @Nullable Rescued rescued;

    /**
     * @param ids for operations: each greater than the one before
     * @throws StoreInUse when another process holds the folder's store
     * @throws NewerStore when a newer program wrote it
     * @throws VaultProblem when it was sealed with other keys
     */
    public static LocalStore open(Path folder, Keys keys, Clock clock, Supplier<UUID> ids) {
        Database database = Database.open(folder, Migrations.SHIPPED);
        try {
            return new LocalStore(database, folder, keys, clock, ids);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private LocalStore(Database database, Path folder, Keys keys, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        checkKeys(database, keys);
        UnitKeys unitKeys = new UnitKeys(keys);
        OutboxTable outbox = new OutboxTable(keys);
        DocumentTable table = new DocumentTable(unitKeys, outbox);
        EntryRows entryRows = new EntryRows(unitKeys);
        documents = new SealedDocuments(database, table, outbox, changes, clock, ids);
        drafts = new SealedDrafts(database, keys, clock);
        setAside = new SealedSetAside(database, keys);
        attachments = new Attachments(database, unitKeys);
        feed = new Feed(database, table, entryRows, outbox, changes, clock);
        arrival = new Arrival(database, table, entryRows, outbox, unitKeys, changes);
        holding = new Holding(database, folder, table, entryRows, outbox, unitKeys, feed, changes, clock);
        database.afterRollback(unitKeys::load);
        rescued = rescue(folder, ids);
        database.write(handle -> {
            unitKeys.load(handle);
            Resealing.run(handle, unitKeys);
            feed.retryPutBy(handle);
            if (rescued != null) {
                table.derive(handle, outbox.withChanges(handle));
            }
            return true;
        });
        holding.lock();
    }

    private @Nullable Rescued rescue(Path folder, Supplier<UUID> ids) {
        Rescued found = Damage.rescue(database, folder).orElse(null);
        if (found != null) {
            LOG.log(Level.ERROR, "the store was damaged and is fetched anew: {0} rows of what was typed were saved, {1} could not be read",
                    found.saved(), found.lost());
            if (found.lost() > 0) {
                // numbers may be missing now, and the central store takes none that is out of order
                feed.startOverAs(ids.get());
            }
        }
        return found;
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

    public Attachments attachments() {
        return attachments;
    }

    /** What the sync needs for a whole fetch. */
    public Arrival arrival() {
        return arrival;
    }

    /** What the sync needs to hold just what it may. */
    public Holding holding() {
        return holding;
    }

    /** What became of a damaged store that was set aside when this one was opened; empty when none was. */
    public Optional<Rescued> rescued() {
        return Optional.ofNullable(rescued);
    }

    /** Sends again what the central store rejected, as new operations. Returns whether there was anything. */
    public boolean tryAgain(UUID opId) {
        return documents.tryAgain(opId);
    }

    /** As {@link #tryAgain}, for what was rejected because the central store did not know the document, when it does now. */
    public boolean sendFoundAgain() {
        return documents.sendFoundAgain();
    }

    /** The id that the central store knows this workstation by; empty before {@link #belongTo}. */
    public Optional<UUID> device() {
        return database.read(handle -> handle.createQuery("""
                select value from meta where name in ('acts_as', 'device') order by name limit 1""").mapTo(UUID.class).findOne());
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
