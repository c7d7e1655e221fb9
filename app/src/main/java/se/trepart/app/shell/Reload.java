package se.trepart.app.shell;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import se.trepart.app.task.Task;
import se.trepart.app.task.TaskRunner;

/** Loads what a screen shows, again and again but never twice at once (omläsning). */
public final class Reload {

    private final TaskRunner tasks;
    private final Supplier<Task<?>> load;
    private final AtomicBoolean asked = new AtomicBoolean();
    private boolean running;
    private boolean again;

    /** @param load makes the task anew; {@code always} is used by this class */
    public Reload(TaskRunner tasks, Supplier<Task<?>> load) {
        this.tasks = tasks;
        this.load = load;
    }

    /** From any thread, as often as wanted. */
    public void soon() {
        if (asked.compareAndSet(false, true)) {
            tasks.onScreen(() -> {
                asked.set(false);
                now();
            });
        }
    }

    /** On the JavaFX thread. */
    public void now() {
        if (running) {
            again = true;
            return;
        }
        running = true;
        load.get().always(this::ended).start();
    }

    private void ended() {
        running = false;
        if (again) {
            again = false;
            now();
        }
    }
}
