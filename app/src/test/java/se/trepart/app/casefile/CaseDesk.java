package se.trepart.app.casefile;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import se.trepart.app.dialog.FakeDialogs;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Navigator;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Blobs;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Drafts;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.SetAside;
import se.trepart.local.search.Search;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.Sync;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;

/** A desk with a real store in a folder, where everything is done when a call returns. */
public final class CaseDesk implements AutoCloseable {

    public final FakeDialogs dialogs = new FakeDialogs();
    public final Navigator navigator = new Navigator();
    public final List<String> errors = new ArrayList<>();
    private final WorkstationStore store;
    private final StillDocuments documents;
    private final Desk desk;

    public CaseDesk(Path folder, Staff me) {
        Clock clock = Clock.fixed(CaseSamples.NOW, ZoneId.of("Europe/Stockholm"));
        Session session = new Me(me);
        store = WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session, null, clock, new Ids());
        documents = new StillDocuments(store.documents(), new ArrayList<>());
        Texts texts = new Texts();
        TaskRunner tasks = TaskRunner.sameThread(new UnexpectedErrors(errors::add));
        desk = new Desk(new Still(store, documents), session, clock, new Ids(), tasks, dialogs, texts, new Formats(texts, clock),
                navigator);
    }

    public Desk desk() {
        return desk;
    }

    /** Puts documents in the store, without telling anybody. */
    public CaseDesk with(List<? extends Document> all) {
        all.forEach(document -> store.documents().save(Intent.create(document)));
        return this;
    }

    public CaseDesk with(Document... all) {
        return with(List.of(all));
    }

    /** A colleague's change arrives, and everybody who listens is told. */
    public void arrives(Intent intent, UUID caseId) {
        store.documents().save(intent);
        documents.listeners().forEach(listener -> listener.accept(Set.of(caseId)));
    }

    public OpenCase open(UUID caseId) {
        OpenCase open = new OpenCase(caseId, desk, Duration.ZERO);
        open.open();
        return open;
    }

    @Override
    public void close() {
        store.close();
    }

    private record Me(Staff staff) implements Session {
        @Override
        public UUID device() {
            return new UUID(1, 1);
        }

        @Override
        public String token() {
            return "";
        }
    }

    /** The store's documents, told of changes by the test on its own thread. */
    private record StillDocuments(DocumentStore store, List<Consumer<Set<UUID>>> listeners) implements DocumentStore {

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
        public void save(Intent intent) {
            store.save(intent);
        }

        @Override
        public AutoCloseable onChange(Consumer<Set<UUID>> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }

    private record Still(Workstation store, DocumentStore documents) implements Workstation {

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
            return store.sync();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
