package se.trepart.installer.demo;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Time-ordered ids (UUIDv7) that are the same for the same seed: every id is later than the one before it. */
final class DemoIds implements Supplier<UUID> {

    private final Random random;
    private long millis;

    DemoIds(long seed, Instant from) {
        this.random = new Random(seed);
        this.millis = from.toEpochMilli();
    }

    @Override
    public UUID get() {
        millis++;
        return new UUID(millis << 16 | 0x7000 | random.nextInt(0x1000), 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }
}
