package se.trepart.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import se.trepart.app.shell.Desk;
import se.trepart.local.Workstation;
import se.trepart.local.cache.Blobs;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Drafts;
import se.trepart.local.cache.Rescued;
import se.trepart.local.cache.SetAside;
import se.trepart.local.outbox.Failed;
import se.trepart.local.search.Search;
import se.trepart.local.sync.Sync;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.local.sync.SyncStatus.Progress;

import org.jspecify.annotations.Nullable;

/** A sync that stands as the test says, and tells what it was asked to do. */
public final class SyncSays implements Sync {

    final List<String> asked = new ArrayList<>();
    final List<Failed> failed = new ArrayList<>();
    private final List<Consumer<SyncStatus>> listeners = new ArrayList<>();
    private SyncStatus status = standing(Connection.ONLINE, Problem.NONE, Set.of(), null, Duration.ZERO, null);

    static SyncStatus standing(Connection connection, Problem problem, Set<UUID> locked, @Nullable Progress progress, Duration clock,
            @Nullable Rescued rescued) {
        return new SyncStatus(connection, 3, Instant.parse("2026-11-22T08:12:00Z"), Instant.parse("2026-11-22T09:29:00Z"), problem, 2, 1, 1,
                locked, progress, clock, rescued);
    }

    void says(SyncStatus next) {
        status = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** The same desk with this sync. */
    Desk on(Desk desk) {
        return new Desk(new With(desk.workstation(), this), desk.session(), desk.clock(), desk.newId(), desk.tasks(), desk.dialogs(),
                desk.texts(), desk.formats(), desk.navigator());
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public AutoCloseable onStatus(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void fieldMode(boolean on) {
        asked.add("field mode " + on);
    }

    @Override
    public void now() {
        asked.add("now");
    }

    @Override
    public void cancel() {
        asked.add("cancel");
    }

    @Override
    public List<Failed> failed() {
        return List.copyOf(failed);
    }

    @Override
    public void tryAgain(UUID opId) {
        asked.add("again");
        failed.removeIf(one -> one.opId().equals(opId));
    }

    @Override
    public void dismiss(UUID opId) {
        asked.add("dismiss");
        failed.removeIf(one -> one.opId().equals(opId));
    }

    @Override
    public CompletableFuture<byte[]> attachment(UUID unitId, String sha256) {
        return new CompletableFuture<>();
    }

    private record With(Workstation rest, Sync sync) implements Workstation {
        @Override
        public DocumentStore documents() {
            return rest.documents();
        }

        @Override
        public Drafts drafts() {
            return rest.drafts();
        }

        @Override
        public SetAside setAside() {
            return rest.setAside();
        }

        @Override
        public Blobs blobs() {
            return rest.blobs();
        }

        @Override
        public Search search() {
            return rest.search();
        }

        @Override
        public void close() {}
    }
}
