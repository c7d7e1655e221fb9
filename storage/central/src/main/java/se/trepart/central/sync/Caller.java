package se.trepart.central.sync;

import java.util.UUID;

/** Who asks, from which workstation. What they may see and do is read again in every transaction. */
public record Caller(UUID staffId, UUID device) {}
