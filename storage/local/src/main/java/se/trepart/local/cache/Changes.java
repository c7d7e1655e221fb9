package se.trepart.local.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Tells, on one thread of its own, what has changed; in the order the listeners came. Changes that pile up are told together. */
final class Changes implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Changes.class.getName());

    private final List<Consumer<Set<UUID>>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("trepart-changes").factory());
    private final Set<UUID> untold = new HashSet<>();

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
            try {
                listener.accept(changed);
            } catch (RuntimeException failed) {
                // one screen's fault must not keep the news from the others; only the class is logged, a message may quote content
                LOG.log(Level.ERROR, "a listener failed: {0}", failed.getClass().getName());
            }
        }
    }

    @Override
    public void close() {
        synchronized (untold) {
            thread.shutdown();
        }
    }
}
