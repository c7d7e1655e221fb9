package se.trepart.installer.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Virtual time in milliseconds and what is to happen when. Everything is on one thread: while somebody waits, {@link #pass} lets the others
 * go on, so a whole sync of one may happen inside a request, or inside a transaction, of another.
 */
final class Schedule {

    private record Event(long at, long order, Runnable work) {}

    private static final int DEEPEST = 5;

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long now;
    private long order;
    private int depth;

    Schedule(long start) {
        now = start;
    }

    long now() {
        return now;
    }

    void in(long millis, Runnable work) {
        events.add(new Event(now + millis, order++, work));
    }

    /** Time passes, and what is due meanwhile happens. */
    void pass(long millis) {
        long until = now + millis;
        if (depth < DEEPEST) {
            depth++;
            for (Event next = events.peek(); next != null && next.at <= until; next = events.peek()) {
                events.remove();
                now = Math.max(now, next.at);
                next.work.run();
            }
            depth--;
        }
        now = Math.max(now, until);
    }
}
