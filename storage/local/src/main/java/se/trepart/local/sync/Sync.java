package se.trepart.local.sync;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import se.trepart.local.outbox.Failed;

/** Sends and fetches in the background, one worker per workstation. */
public interface Sync {

    SyncStatus status();

    /** Called on a background thread at every change of status. */
    AutoCloseable onStatus(Consumer<SyncStatus> listener);

    /** Field mode: work without the network until switched off. */
    void fieldMode(boolean on);

    /** Try now, also when a wait is running. */
    void now();

    /** Stops what is being fetched or sent now; it goes on where it was after some minutes, or at {@link #now}. */
    void cancel();

    /** Changes that the central store did not take as they were and nobody has seen to, oldest first. */
    List<Failed> failed();

    /** Sends a rejected change again as a new one, with all that was saved together with it. */
    void tryAgain(UUID opId);

    /** The user has seen to a failed change: it is not listed any more. What was typed in it is gone after ninety days. */
    void dismiss(UUID opId);

    /**
     * The content of a file, fetched from the central store when it is not here.
     *
     * @param unitId of the document that names it
     * @return fails with {@link TransportProblem}, code {@code missing} when the central store does not have it
     */
    CompletableFuture<byte[]> attachment(UUID unitId, String sha256);
}
