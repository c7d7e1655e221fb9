package se.trepart.app.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javafx.application.Platform;

/**
 * Runs what may take time off the JavaFX thread and hands the result back on it (bakgrundsarbete). Nothing that reads or writes
 * the store, a file or the network is done any other way.
 *
 * <pre>{@code
 * tasks.of(() -> documents.list(Application.class, filter)).showing(loading).then(this::show).start();
 * }</pre>
 */
public final class TaskRunner {

    private final Executor background;
    private final Executor screen;
    private final boolean delays;
    private final UnexpectedErrors errors;
    private final List<Task.Expected<?>> explained = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean ended;

    private TaskRunner(Executor background, Executor screen, boolean delays, UnexpectedErrors errors) {
        this.background = background;
        this.screen = screen;
        this.delays = delays;
        this.errors = errors;
    }

    /** For the program: one virtual thread a task. */
    public static TaskRunner onVirtualThreads(UnexpectedErrors errors) {
        return onVirtualThreads(errors, Platform::runLater);
    }

    static TaskRunner onVirtualThreads(UnexpectedErrors errors, Executor screen) {
        return new TaskRunner(Thread.ofVirtual().name("task-", 0)::start, screen, true, errors);
    }

    /** For tests: everything is done when {@code start()} returns. */
    public static TaskRunner sameThread(UnexpectedErrors errors) {
        return new TaskRunner(Runnable::run, Runnable::run, false, errors);
    }

    public <T> Task<T> of(Callable<T> work) {
        return new Task<>(this, work);
    }

    public Task<Void> of(Work work) {
        return new Task<>(this, new Done(work));
    }

    /**
     * A failure that means the same whatever was being done (förklarat fel). What a task expects itself goes before; what nobody expects goes to
     * {@link UnexpectedErrors}.
     *
     * @param action on the JavaFX thread
     */
    public <X extends Exception> void explain(Class<X> failure, Consumer<? super X> action) {
        explained.add(new Task.Expected<>(failure, action));
    }

    void failed(Exception e) {
        for (Task.Expected<?> one : explained) {
            if (one.tookCareOf(e)) {
                return;
            }
        }
        errors.handle(e);
    }

    /** Later on the JavaFX thread; for listeners that are called from elsewhere. */
    public void onScreen(Runnable action) {
        screen.execute(action);
    }

    /**
     * Waits until no work is running and takes no more, so that the store can be closed under nobody; not for longer than the time given. Work
     * that is asked for afterwards is left undone: nobody is there to see it.
     */
    public void end(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        awaitQuiet(end);
        ended = true;
        awaitQuiet(end);
    }

    private void awaitQuiet(long end) {
        try {
            while (running.get() > 0 && System.nanoTime() < end) {
                Thread.sleep(10);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void background(Runnable work) {
        running.incrementAndGet();
        if (ended) {
            running.decrementAndGet();
            return;
        }
        background.execute(() -> {
            try {
                work.run();
            } finally {
                running.decrementAndGet();
            }
        });
    }

    boolean delays() {
        return delays;
    }

    UnexpectedErrors errors() {
        return errors;
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private record Done(Work work) implements Callable<Void> {
        @Override
        @SuppressWarnings("NullAway") // Void has no other value
        public Void call() throws Exception {
            work.run();
            return null;
        }
    }
}
