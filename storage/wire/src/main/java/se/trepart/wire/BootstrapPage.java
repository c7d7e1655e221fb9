package se.trepart.wire;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A page of a first fetch, by key. The feed goes on from {@code head0} when {@code next} is null.
 *
 * @param head0 the head that the whole fetch started from
 * @param next the token of the next page, null at the end
 */
public record BootstrapPage(UUID epoch, long head0, long head, List<Entry> entries, @Nullable String next) {}
