package se.trepart.local.sync;

import java.util.UUID;

import se.trepart.local.cache.Attachments;
import se.trepart.wire.Problem;

/** Fetches a file that somebody wants to see, part by part; what has come is kept when it is interrupted. */
public final class Downloading {

    private static final int PART = 1 << 20;

    private final Attachments attachments;
    private final Transport transport;

    public Downloading(Attachments attachments, Transport transport) {
        this.attachments = attachments;
        this.transport = transport;
    }

    /**
     * @return the content, checked by its name
     * @throws TransportProblem with code {@code missing} when the central store does not have it
     */
    public byte[] fetch(UUID unitId, String sha256) {
        for (long from = attachments.fetched(sha256);;) {
            byte[] part;
            try {
                part = transport.download(sha256, from, PART);
            } catch (TransportProblem problem) {
                throw problem.notThere() ? missing() : problem;
            }
            if (part.length > 0) {
                attachments.keep(unitId, sha256, from, part);
            }
            from += part.length;
            if (part.length < PART) {
                return attachments.complete(unitId, sha256).orElseThrow(Downloading::missing);
            }
        }
    }

    static TransportProblem missing() {
        return new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("missing", "", null));
    }
}
