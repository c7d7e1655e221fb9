package se.trepart.central.sync;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One new version of one document: the smallest thing that happens in the store, and one entry in the audit chain.
 *
 * @param deviceId the workstation it came from, null when the store's own administration did it
 * @param opId the operation that did it, null likewise
 */
public record Effect(Entity after, @Nullable UUID deviceId, @Nullable UUID opId) {}
