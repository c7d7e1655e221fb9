package se.trepart.app.task;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * Work of which only the newest counts (det senaste arbetet), such as drawing what is being typed: it waits a moment for something newer
 * still, and what was begun before is cancelled. On the JavaFX thread.
 */
public final class Newest {

    private final TaskRunner tasks;
    private @Nullable Task<?> running;

    public Newest(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** To be started by the caller. @param pause how long it waits for something newer */
    public <T> Task<T> of(Duration pause, Callable<T> work) {
        cancel();
        Task<T> next = tasks.of(work).after(pause);
        running = next;
        return next;
    }

    /** What waits or is being done is thrown away. */
    public void cancel() {
        Task<?> before = running;
        if (before != null) {
            before.cancel();
        }
        running = null;
    }
}
