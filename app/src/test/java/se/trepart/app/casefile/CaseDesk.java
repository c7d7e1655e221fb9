package se.trepart.app.casefile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import se.trepart.app.HandClock;
import se.trepart.app.StillWorkstation;
import se.trepart.app.StillWorkstation.StillDocuments;
import se.trepart.app.dialog.FakeDialogs;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Navigator;
import se.trepart.app.shell.StoreFailures;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.Ids;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.Transport;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;

import org.jspecify.annotations.Nullable;

/** A desk with a real store in a folder, where everything is done when a call returns. */
public final class CaseDesk implements AutoCloseable {

    public final FakeDialogs dialogs = new FakeDialogs();
    public final Navigator navigator = new Navigator();
    public final List<String> errors = new ArrayList<>();
    private final WorkstationStore store;
    private final StillDocuments documents;
    private final Desk desk;
    private final HandClock clock;

    public CaseDesk(Path folder, Staff me) {
        this(folder, me, null, new HandClock(CaseSamples.NOW));
    }

    /** @param transport null to work without a central store */
    CaseDesk(Path folder, Staff me, @Nullable Transport transport, HandClock clock) {
        this.clock = clock;
        Session session = new Me(me);
        store = WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session, transport, clock, new Ids());
        documents = new StillDocuments(store.documents(), new ArrayList<>(), false);
        Texts texts = new Texts();
        TaskRunner tasks = TaskRunner.sameThread(new UnexpectedErrors(errors::add));
        desk = new Desk(new StillWorkstation(store, documents), session, clock, new Ids(), tasks, dialogs, texts, new Formats(texts, clock),
                navigator);
        StoreFailures.explain(desk);
    }

    public Desk desk() {
        return desk;
    }

    /** It is a day later. */
    public void nextDay() {
        clock.now = clock.now.plus(Duration.ofDays(1));
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
        changed(caseId);
    }

    /** Everybody who listens is told that the case has changed. */
    void changed(UUID caseId) {
        documents.listeners().forEach(listener -> listener.accept(Set.of(caseId)));
    }

    /** Opens the case, with a reason when it asks for one. */
    public OpenCase open(UUID caseId) {
        OpenCase open = new OpenCase(caseId, desk, Duration.ZERO);
        open.open();
        if (open.stateProperty().get() == OpenCase.State.REASON_NEEDED) {
            open.giveReason("Jag hjälper en kollega");
        }
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
}
