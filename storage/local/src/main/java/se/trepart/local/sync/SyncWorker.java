package se.trepart.local.sync;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import se.trepart.local.cache.Feed;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;

/** Sends and fetches for one workstation. */
public final class SyncWorker implements Sync, AutoCloseable {

    private final Feed feed;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean fieldMode;

    public SyncWorker(Feed feed, Clock clock) {
        this.feed = feed;
    }

    @Override
    public SyncStatus status() {
        return new SyncStatus(fieldMode ? Connection.FIELD_MODE : Connection.UNKNOWN, feed.unsent(), feed.position().lastSuccess(), null,
                Problem.NONE, feed.openConflicts());
    }

    @Override
    public AutoCloseable onStatus(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void fieldMode(boolean on) {
        fieldMode = on;
    }

    @Override
    public void now() {}

    @Override
    public void close() {}
}
