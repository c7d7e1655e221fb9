package se.trepart.wire;

import java.util.UUID;

/** Which document. */
public record DocumentKey(String type, UUID id) {}
