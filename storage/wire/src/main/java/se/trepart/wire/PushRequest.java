package se.trepart.wire;

import java.util.List;
import java.util.UUID;

/** A batch of operations in order of {@link Operation#clientSeq()}. */
public record PushRequest(UUID epoch, List<Operation> operations) {}
