package se.trepart.app.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

import org.jspecify.annotations.Nullable;

/** One piece of work (arbete): what to do, and what to do on the screen when it is done. Built, started once, may be cancelled. */
public final class Task<T> {

    /** What takes longer than this says so on the screen. */
    public static final Duration SHOWS_AFTER = Duration.ofMillis(300);

    private final TaskRunner runner;
    private final Callable<T> work;
    private final List<Expected<?>> expected = new ArrayList<>();
    private Consumer<? super T> then = _ -> {};
    private Runnable always = () -> {};
    private @Nullable BooleanProperty showing;
    private Duration pause = Duration.ZERO;
    private volatile @Nullable Thread thread;
    private volatile boolean cancelled;
    private volatile boolean finished;

    Task(TaskRunner runner, Callable<T> work) {
        this.runner = runner;
        this.work = work;
    }

    /** What to do with the result, on the JavaFX thread. */
    public Task<T> then(Consumer<? super T> action) {
        then = action;
        return this;
    }

    /** A failure that this work has its own answer to; others are explained as everywhere, see {@link TaskRunner#explain}. */
    public <X extends Exception> Task<T> on(Class<X> failure, Consumer<? super X> action) {
        expected.add(new Expected<>(failure, action));
        return this;
    }

    /** Done last on the JavaFX thread, however it went, also when cancelled. */
    public Task<T> always(Runnable action) {
        always = action;
        return this;
    }

    /** The work waits so long before it begins; cancelled by then it never does. */
    public Task<T> after(Duration wait) {
        pause = wait;
        return this;
    }

    /** True from 300 ms after the work has begun until the end. */
    public Task<T> showing(BooleanProperty property) {
        showing = property;
        return this;
    }

    public Task<T> start() {
        runner.background(this::work);
        return this;
    }

    /** The result is thrown away and the work is interrupted. To be called on the JavaFX thread. */
    public void cancel() {
        cancelled = true;
        Thread running = thread;
        if (running != null && !finished) {
            running.interrupt();
        }
    }

    private void work() {
        thread = Thread.currentThread();
        try {
            T result = result();
            end(() -> then.accept(result));
        } catch (Exception e) {
            end(() -> failed(e));
        } catch (Error e) {
            end(() -> runner.errors().handle(e));
            throw e;
        }
    }

    private T result() throws Exception {
        if (cancelled) {
            throw new CancellationException();
        }
        Thread.sleep(pause);
        BooleanProperty shown = showing;
        if (shown != null && runner.delays()) {
            runner.background(() -> showWhenSlow(shown));
        }
        return work.call();
    }

    private void end(Runnable action) {
        finished = true;
        runner.onScreen(() -> {
            try {
                if (showing != null) {
                    showing.set(false);
                }
                if (!cancelled) {
                    action.run();
                }
            } finally {
                always.run();
            }
        });
    }

    private void failed(Exception e) {
        for (Expected<?> one : expected) {
            if (one.tookCareOf(e)) {
                return;
            }
        }
        runner.failed(e);
    }

    private void showWhenSlow(BooleanProperty shown) {
        try {
            Thread.sleep(SHOWS_AFTER);
        } catch (InterruptedException _) {
            return;
        }
        runner.onScreen(() -> {
            if (!finished) {
                shown.set(true);
            }
        });
    }

    /** A kind of failure and the answer to it. */
    record Expected<X extends Exception>(Class<X> failure, Consumer<? super X> action) {

        boolean tookCareOf(Exception e) {
            if (!failure.isInstance(e)) {
                return false;
            }
            action.accept(failure.cast(e));
            return true;
        }
    }
}
