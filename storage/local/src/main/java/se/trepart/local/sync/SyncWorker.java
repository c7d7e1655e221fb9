package se.trepart.local.sync;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import se.trepart.local.cache.Feed;
import se.trepart.local.cache.Feed.Position;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.cache.StoreDamaged;
import se.trepart.local.cache.StoreFull;
import se.trepart.local.outbox.Failed;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.local.sync.SyncStatus.Progress;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.PushReply.Result;

import org.jspecify.annotations.Nullable;

/**
 * The one worker that syncs a workstation: a round, then a long poll for news while whatever is saved goes out at once; after a failure a
 * pause that grows from one second to a minute. Only this thread writes what comes in; another one does nothing but wait for the poll.
 */
public final class SyncWorker implements Sync, AutoCloseable {

    private static final Logger LOG = System.getLogger(SyncWorker.class.getName());
    private static final int POLL_SECONDS = 25;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration AFTER_CANCEL = Duration.ofMinutes(5);
    /** unsent changes go out at the latest after this time, whether or not anybody said that there are any */
    private static final Duration LOOK = Duration.ofSeconds(30);

    /** What the worker is woken by. */
    private sealed interface Event {
        record Saved() implements Event {}

        record Now() implements Event {}

        record News(Poll poll, ChangesPage page) implements Event {}

        record Failed(Poll poll, RuntimeException why) implements Event {}
    }

    /** One long poll and the position it asked from. */
    private record Poll(Position from, Thread thread) {

        /** Whether it tells of what comes after this position. */
        boolean from(Position now) {
            return from.cursor() == now.cursor() && java.util.Objects.equals(from.epoch(), now.epoch());
        }
    }

    private final LocalStore store;
    private final Feed feed;
    private final @Nullable Transport transport;
    private final @Nullable SyncRound round;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final BlockingQueue<Event> mailbox = new LinkedBlockingQueue<>();
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    /** on the worker's thread only */
    private @Nullable Poll poll;

    private volatile boolean closed;
    private volatile boolean fieldMode;
    private volatile Connection connection = Connection.UNKNOWN;
    private volatile Problem problem = Problem.NONE;
    private volatile @Nullable Instant lastAttempt;
    private volatile @Nullable Instant lastSuccess;
    private volatile @Nullable Progress progress;
    private volatile boolean cancelled;

    /**
     * @param transport null to work without a central store
     * @param ids for a new workstation id, should it be needed
     */
    public SyncWorker(LocalStore store, @Nullable Transport transport, Clock clock, Supplier<UUID> ids) {
        this.store = store;
        this.feed = store.feed();
        this.transport = transport;
        this.round = transport == null ? null : new SyncRound(store, transport, ids, this::progress);
        this.clock = clock;
        this.lastSuccess = feed.position().lastSuccess();
        this.thread = Thread.ofVirtual().name("trepart-sync").unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    /** Something was saved: it goes out at once. */
    public void saved() {
        mailbox.add(new Event.Saved());
    }

    @Override
    public SyncStatus status() {
        return new SyncStatus(fieldMode ? Connection.FIELD_MODE : connection, feed.unsent(), lastSuccess, lastAttempt, problem,
                feed.openConflicts(), feed.unseen(Result.REJECTED), feed.unseen(Result.QUARANTINED), store.holding().locked(), progress,
                store.holding().clockOffset(), store.rescued().orElse(null));
    }

    private void progress(@Nullable Progress now) {
        progress = now;
        tell();
    }

    @Override
    public AutoCloseable onStatus(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void fieldMode(boolean on) {
        fieldMode = on;
        now();
    }

    @Override
    public void now() {
        mailbox.add(new Event.Now());
    }

    @Override
    public void cancel() {
        if (round != null && progress != null) {
            cancelled = true;
            round.cancel();
        }
    }

    @Override
    public List<Failed> failed() {
        return feed.failed();
    }

    @Override
    public void tryAgain(UUID opId) {
        store.tryAgain(opId);
        tell();
    }

    @Override
    public void dismiss(UUID opId) {
        feed.dismiss(opId);
        tell();
    }

    @Override
    public CompletableFuture<byte[]> attachment(UUID unitId, String sha256) {
        Optional<byte[]> here = store.attachments().find(sha256);
        if (here.isPresent() || transport == null) {
            return here.map(CompletableFuture::completedFuture).orElseGet(() -> CompletableFuture.failedFuture(Downloading.missing()));
        }
        return CompletableFuture.supplyAsync(() -> new Downloading(store.attachments(), transport).fetch(unitId, sha256),
                work -> Thread.ofVirtual().name("trepart-attachment").start(work));
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!closed) {
                if (round == null || fieldMode) {
                    hangUp();
                    tell();
                    mailbox.poll(LOOK.toSeconds(), TimeUnit.SECONDS);
                    lock();
                } else if (attempt(round::run)) {
                    pause = FIRST_PAUSE;
                    live();
                } else if (cancelled) {
                    cancelled = false;
                    hangUp();
                    pause(AFTER_CANCEL);
                } else {
                    hangUp();
                    pause(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    /** Until it is over, or the user wants to try now; what is saved meanwhile waits, for the network is most likely still gone. */
    private void pause(Duration longest) throws InterruptedException {
        // between one and two times, so that a whole office does not come back in the same second
        long most = Math.max(longest.toNanos(), LONGEST_PAUSE.toNanos());
        long until = System.nanoTime() + Math.min(most, (long) (longest.toNanos() * (1 + random.nextDouble())));
        lock();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            Event event = mailbox.poll(left, TimeUnit.NANOSECONDS);
            if (event instanceof Event.Now) {
                return;
            }
            if (event instanceof Event.Saved) {
                tell();
            }
        }
    }

    /** Units whose lease has ended are locked also when the central store cannot be reached. */
    private void lock() {
        try {
            if (!store.holding().lock().isEmpty()) {
                tell();
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "a unit could not be locked: {0}", failed.getClass().getName());
        }
    }

    /** In touch with the central store: returns when a whole round is to be made, or after a failure. */
    private void live() throws InterruptedException {
        Poll under = poll();
        Runnable tending = java.util.Objects.requireNonNull(round)::tend;
        while (!closed && !fieldMode) {
            Event event = mailbox.poll(LOOK.toSeconds(), TimeUnit.SECONDS);
            switch (event) {
                case null -> {
                    if (feed.unsent() > 0 || !attempt(tending)) {
                        return;
                    }
                }
                case Event.Now _ -> {
                    return;
                }
                case Event.Saved _ -> {
                    tell();
                    if (!attempt(java.util.Objects.requireNonNull(round)::push)) {
                        return;
                    }
                }
                case Event.News(Poll from, ChangesPage page) -> {
                    if (from.thread == under.thread) {
                        poll = null;
                        if (!attempt(() -> java.util.Objects.requireNonNull(round).take(page, from.from)) || page.more()
                                || !page.revokes().isEmpty() || !attempt(tending)) {
                            return;
                        }
                        under = poll();
                    }
                }
                case Event.Failed(Poll from, RuntimeException why) -> {
                    if (from.thread == under.thread) {
                        poll = null;
                        // the round that follows finds the same and mends or reports it
                        LOG.log(Level.DEBUG, "the long poll ended: {0}", why.getClass().getName());
                        return;
                    }
                }
            }
        }
    }

    /** The long poll that is under way, or a new one when it asks from elsewhere: to cut one off costs a connection. */
    private Poll poll() {
        Position from = feed.position();
        Poll under = poll;
        if (under != null && under.from(from)) {
            return under;
        }
        hangUp();
        Transport way = java.util.Objects.requireNonNull(transport);
        Thread waiting = Thread.ofVirtual().name("trepart-poll").unstarted(() -> {
            Poll self = new Poll(from, Thread.currentThread());
            try {
                mailbox.add(new Event.News(self, way.changes(from.epoch(), from.cursor(), SyncRound.PAGE, POLL_SECONDS)));
            } catch (RuntimeException failed) {
                mailbox.add(new Event.Failed(self, failed));
            }
        });
        waiting.start();
        Poll begun = new Poll(from, waiting);
        poll = begun;
        return begun;
    }

    private void hangUp() {
        Poll under = poll;
        poll = null;
        if (under != null) {
            under.thread.interrupt();
        }
    }

    /** Tries, and keeps how it went; returns whether it went well. */
    private boolean attempt(Runnable work) {
        lastAttempt = clock.instant();
        Problem why = Problem.NONE;
        boolean done = false;
        try {
            work.run();
            done = true;
            lastSuccess = clock.instant();
        } catch (TransportProblem failed) {
            // none when the user cancelled
            why = failed.kind();
        } catch (StoreFull _) {
            why = Problem.DISK_FULL;
        } catch (StoreDamaged _) {
            why = Problem.STORE_DAMAGED;
        } catch (RuntimeException failed) {
            why = Problem.UNEXPECTED;
            if (!closed) {
                // the message may quote content; where it happened does not
                LOG.log(Level.ERROR, "the sync failed: {0} at {1}", failed.getClass().getName(),
                        List.of(failed.getStackTrace()).getFirst());
            }
        }
        progress = null;
        problem = why;
        connection = switch (why) {
            case NO_NETWORK, CERTIFICATE, SERVER_BUSY -> Connection.OFFLINE;
            default -> Connection.ONLINE;
        };
        tell();
        return done;
    }

    private void tell() {
        if (closed) {
            return;
        }
        SyncStatus now = status();
        listeners.forEach(listener -> listener.accept(now));
    }

    /** Waits for what is under way to be over. */
    @Override
    public void close() {
        closed = true;
        mailbox.add(new Event.Now());
        boolean interrupted = false;
        try {
            // a request that hangs must not hold up the user who is going home: it is cut off, and sent again next time
            if (thread.isAlive() && !thread.join(Duration.ofSeconds(2))) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
