package se.trepart.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import se.trepart.local.Workstation;
import se.trepart.local.cache.Blobs;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Drafts;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.SetAside;
import se.trepart.local.outbox.Failed;
import se.trepart.local.search.Search;
import se.trepart.local.sync.Sync;
import se.trepart.local.sync.SyncStatus;
import se.trepart.model.Document;

/** A real workstation's store where nothing happens behind a test's back: changes are told on the test's own thread. */
public record StillWorkstation(Workstation store, DocumentStore documents) implements Workstation {

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
        return store.blobs();
    }

    @Override
    public Search search() {
        return store.search();
    }

    @Override
    public Sync sync() {
        return documents instanceof StillDocuments still && still.tells ? new StillSync(store.sync()) : store.sync();
    }

    @Override
    public void close() {
        store.close();
    }

    /** The store's sync, which tells nobody of its own accord: its thread would read the lists while the test does. */
    private record StillSync(Sync sync) implements Sync {

        @Override
        public SyncStatus status() {
            return sync.status();
        }

        @Override
        public AutoCloseable onStatus(Consumer<SyncStatus> listener) {
            return () -> {};
        }

        @Override
        public void fieldMode(boolean on) {
            sync.fieldMode(on);
        }

        @Override
        public void now() {
            sync.now();
        }

        @Override
        public void cancel() {
            sync.cancel();
        }

        @Override
        public List<Failed> failed() {
            return sync.failed();
        }

        @Override
        public void tryAgain(UUID opId) {
            sync.tryAgain(opId);
        }

        @Override
        public void dismiss(UUID opId) {
            sync.dismiss(opId);
        }

        @Override
        public CompletableFuture<byte[]> attachment(UUID unitId, String sha256) {
            return sync.attachment(unitId, sha256);
        }
    }

    /**
     * The store's documents, whose listeners are called on the test's own thread.
     *
     * @param tells whether a save tells them; otherwise the test does
     */
    public record StillDocuments(DocumentStore store, List<Consumer<Set<UUID>>> listeners, boolean tells) implements DocumentStore {

        @Override
        public <D extends Document> Optional<D> find(Class<D> type, UUID id) {
            return store.find(type, id);
        }

        @Override
        public <D extends Document> List<D> inCase(Class<D> type, UUID caseId) {
            return store.inCase(type, caseId);
        }

        @Override
        public List<Document> caseDocuments(UUID caseId) {
            return store.caseDocuments(caseId);
        }

        @Override
        public <D extends Document> List<D> list(Class<D> type, ListFilter filter) {
            return store.list(type, filter);
        }

        @Override
        public List<UUID> ids(Class<? extends Document> type, ListFilter filter) {
            return store.ids(type, filter);
        }

        @Override
        public void save(Intent intent) {
            store.save(intent);
            if (tells) {
                Set<UUID> changed = intent.writes().stream().map(StillDocuments::toldAs).collect(Collectors.toSet());
                List.copyOf(listeners).forEach(listener -> listener.accept(changed));
            }
        }

        private static UUID toldAs(Intent.Write write) {
            Document document = switch (write) {
                case Intent.Write.Create(Document made) -> made;
                case Intent.Write.Change(Document _, Document after) -> after;
            };
            return document.caseId() == null ? document.id() : document.caseId();
        }

        @Override
        public AutoCloseable onChange(Consumer<Set<UUID>> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
