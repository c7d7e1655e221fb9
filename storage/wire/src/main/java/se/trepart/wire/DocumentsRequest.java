package se.trepart.wire;

import java.util.List;

/** Asks for documents as they are now, at most {@link Protocol#MAX_OPERATIONS}; to heal a cache whose inventory differs. */
public record DocumentsRequest(List<DocumentKey> keys) {}
