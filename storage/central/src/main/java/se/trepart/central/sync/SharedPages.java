package se.trepart.central.sync;

import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.central.access.Visibility.Sight;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.ChangesPage.Checkpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the feed that have just been read: when something is saved, all of a unit ask for the very same. A page between two numbers
 * never changes; those of the newest numbers are worth keeping, as long as they are small.
 */
final class SharedPages {

    /** Documents in all pages together, some kilobytes each. */
    private static final int MOST_DOCUMENTS = 10_000;

    /** @param signed the newest checkpoint: one may come without anything else having changed */
    private record Asked(UUID epoch, long since, long to, @Nullable Checkpoint signed, int limit, Sight sight) {}

    private final Cache<Asked, ChangesPage> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_DOCUMENTS)
            .<Asked, ChangesPage>weigher((_, page) -> 1 + page.entries().size())
            .build();

    /**
     * The page from the number to the head, for whoever sees the same. Rights must not have changed in between.
     *
     * @param read reads it, as the one who asks
     */
    ChangesPage page(Head head, Sight sight, long since, int limit, Supplier<ChangesPage> read) {
        Asked asked = new Asked(head.epoch(), since, head.seq(), head.checkpoint(), limit, sight);
        ChangesPage known = pages.getIfPresent(asked);
        if (known == null) {
            // two may read the same at once: that costs less than one waiting for the other within a transaction
            known = read.get();
            pages.put(asked, known);
        }
        return known;
    }
}
