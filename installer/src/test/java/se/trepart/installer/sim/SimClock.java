package se.trepart.installer.sim;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A computer's clock in the world: right or wrong, and a place where the power may go, for it is read inside transactions. */
final class SimClock extends Clock {

    private final Schedule schedule;
    private final Runnable read;
    private long wrongBy;

    SimClock(Schedule schedule, Runnable read) {
        this.schedule = schedule;
        this.read = read;
    }

    void wrongBy(long millis) {
        wrongBy = millis;
    }

    @Override
    public Instant instant() {
        read.run();
        return Instant.ofEpochMilli(schedule.now() + wrongBy);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
