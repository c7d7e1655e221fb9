package se.trepart.local.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells, on one thread of its own, what has changed; in the order the listeners came. Changes that pile up are told together. */
final class Changes implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Changes.class.getName());

    /** A listener that hangs must not keep the program from ending. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final List<Consumer<Set<UUID>>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("trepart-changes").factory());
    private final Set<UUID> untold = new HashSet<>();
    private volatile boolean closing;

    AutoCloseable listen(Consumer<Set<UUID>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(Collection<UUID> changed) {
        synchronized (untold) {
            boolean waiting = !untold.isEmpty();
            untold.addAll(changed);
            if (!waiting && !untold.isEmpty() && !thread.isShutdown()) {
                thread.execute(this::deliver);
            }
        }
    }

    private void deliver() {
        Set<UUID> changed;
        synchronized (untold) {
            changed = Set.copyOf(untold);
            untold.clear();
        }
        for (Consumer<Set<UUID>> listener : listeners) {
            if (closing) {
                return;
            }
            try {
                listener.accept(changed);
            } catch (RuntimeException failed) {
                // one screen's fault must not keep the news from the others; only the class is logged, a message may quote content
                LOG.log(Level.ERROR, "a listener failed: {0}", failed.getClass().getName());
            }
        }
    }

    /** Returns when the listener that was being told is done, for it may read what is closed next; the others are not told. */
    @Override
    public void close() {
        synchronized (untold) {
            closing = true;
            thread.shutdown();
        }
        try {
            if (!thread.awaitTermination(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "a listener was still reading when the store closed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
