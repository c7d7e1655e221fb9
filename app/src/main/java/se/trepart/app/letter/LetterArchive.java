package se.trepart.app.letter;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import se.trepart.local.Workstation;
import se.trepart.model.letter.Posted;

/** What was sent, as it was sent (brevarkiv): never written anew, for its words and templates may be others by now. Off the JavaFX thread. */
public final class LetterArchive {

    /** How long the central store may take to give a letter that is not here. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How often it looks whether anybody still waits. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Workstation workstation;

    public LetterArchive(Workstation workstation) {
        this.workstation = workstation;
    }

    /** @throws LetterProblem.NotHere when it is not to be had */
    public byte[] of(Posted sent) {
        return of(sent, () -> false);
    }

    /**
     * @param stopped whether nobody waits for it any more
     * @throws LetterProblem.NotHere when it is not to be had
     * @throws CancellationException when it was stopped while it was being fetched
     */
    public byte[] of(Posted sent, BooleanSupplier stopped) {
        return workstation.blobs().find(sent.pdfSha256()).orElseGet(() -> fetched(sent, stopped));
    }

    private byte[] fetched(Posted sent, BooleanSupplier stopped) {
        Future<byte[]> coming = workstation.sync().attachment(sent.unitId(), sent.pdfSha256());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            try {
                return coming.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new LetterProblem.NotHere();
            } catch (ExecutionException _) {
                throw new LetterProblem.NotHere();
            } catch (TimeoutException _) {
                // not yet
            }
        }
        throw new LetterProblem.NotHere();
    }
}
