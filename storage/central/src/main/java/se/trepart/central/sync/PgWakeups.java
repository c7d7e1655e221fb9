package se.trepart.central.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** One connection that listens for commits and wakes who waits for their units. When it breaks, everyone is woken and it starts again. */
public final class PgWakeups implements Wakeups, AutoCloseable {

    private static final int POLL_MILLIS = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource source;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final Thread listener;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    public PgWakeups(DataSource source) {
        this.source = source;
        listener = Thread.ofVirtual().name("wakeups").start(this::run);
    }

    @Override
    public Waiting listen(Set<UUID> units) {
        Waiter waiter = new Waiter(units);
        waiters.add(waiter);
        return waiter;
    }

    @Override
    public void close() {
        closed = true;
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException _) {
                // it is gone, which is what was wanted
            }
        }
        listener.interrupt();
        waiters.forEach(Waiter::wake);
    }

    private void run() {
        while (!closed) {
            try (Connection db = source.getConnection()) {
                connection = db;
                listen(db);
            } catch (SQLException _) {
                waiters.forEach(Waiter::wake);
                pause();
            }
        }
    }

    private void listen(Connection db) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute("listen " + PgWriting.CHANNEL);
        }
        // whatever was committed while nobody listened
        waiters.forEach(Waiter::wake);
        PGConnection pg = db.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] news = pg.getNotifications(POLL_MILLIS);
            if (news != null) {
                Arrays.stream(news)
                        .map(PGNotification::getParameter)
                        .forEach(units -> waiters.stream().filter(waiter -> waiter.concerns(units)).forEach(Waiter::wake));
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private final class Waiter implements Waiting {

        private final Set<UUID> units;
        private final Semaphore news = new Semaphore(0);

        Waiter(Set<UUID> units) {
            this.units = Set.copyOf(units);
        }

        boolean concerns(String text) {
            return text.equals("*")
                    || Arrays.stream(text.split(" ")).filter(unit -> !unit.isEmpty()).map(UUID::fromString).anyMatch(units::contains);
        }

        void wake() {
            news.release();
        }

        @Override
        public boolean await(Duration atMost) {
            if (closed) {
                // a workstation that was answered at the stop and asked again at once
                return false;
            }
            try {
                boolean woken = news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                return woken && !closed;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            waiters.remove(this);
        }
    }
}
