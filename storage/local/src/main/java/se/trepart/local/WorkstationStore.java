package se.trepart.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.local.cache.Blobs;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Drafts;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.cache.SetAside;
import se.trepart.local.search.CaseSearch;
import se.trepart.local.search.Search;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.Sync;
import se.trepart.local.sync.SyncWorker;
import se.trepart.local.sync.Transport;
import se.trepart.local.vault.Vault;

import org.jspecify.annotations.Nullable;

/** The workstation's store in a folder of its own: opens, joins and closes its parts. */
public final class WorkstationStore implements Workstation {

    private final LocalStore store;
    private final CaseSearch search;
    private final SyncWorker sync;

    /**
     * Opens the store, made at the first call, and starts the sync.
     *
     * @param transport null to work without a central store
     * @param ids each greater than the one before: {@link Ids} in the program
     * @throws IllegalStateException when the store has been synced as another workstation
     * @throws se.trepart.local.cache.StoreInUse when another process holds the folder's store
     * @throws se.trepart.local.cache.NewerStore when a newer program wrote it
     * @throws se.trepart.local.vault.VaultProblem when the keys cannot be had
     */
    public static WorkstationStore open(Path folder, Vault vault, Session session, @Nullable Transport transport, Clock clock,
            Supplier<UUID> ids) {
        LocalStore store = LocalStore.open(folder, vault.unlock(), clock, ids);
        try {
            if (transport != null) {
                store.belongTo(session.device());
            }
            return new WorkstationStore(store, session, transport, clock, ids);
        } catch (RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    private WorkstationStore(LocalStore store, Session session, @Nullable Transport transport, Clock clock, Supplier<UUID> ids) {
        this.store = store;
        this.search = new CaseSearch(store.documents(), session);
        this.sync = new SyncWorker(store, transport, clock, ids);
        store.afterSave(sync::saved);
        sync.start();
    }

    @Override
    public DocumentStore documents() {
        return store.documents();
    }

    @Override
    public Drafts drafts() {
        return store.drafts();
    }

    @Override
    public SetAside setAside() {
        return store.setAside();
    }

    @Override
    public Blobs blobs() {
        return store.attachments();
    }

    @Override
    public Search search() {
        return search;
    }

    @Override
    public Sync sync() {
        return sync;
    }

    @Override
    public void close() {
        sync.close();
        search.close();
        store.close();
    }
}
