package se.trepart.central.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import se.trepart.central.http.Faults;

/** What the service does by the clock (löpande skötsel). A task that fails is logged and tried again the next time. */
public final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
    /** Until everybody has come back after a start. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("housekeeping").factory());

    public Housekeeping(Duration every, Map<String, Runnable> tasks) {
        Duration first = every.compareTo(FIRST) < 0 ? every : FIRST;
        tasks.forEach((name, task) -> clock.scheduleWithFixedDelay(() -> run(name, task), first.toMillis(), every.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private static void run(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "housekeeping {0} failed:{1}", name, Faults.places(e));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
