package se.trepart.app.letter;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import se.trepart.local.Workstation;
import se.trepart.model.letter.Posted;

/** What was sent, as it was sent (brevarkiv): never written anew, for its words and templates may be others by now. Off the JavaFX thread. */
public final class LetterArchive {

    /** How long the central store may take to give a letter that is not here. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Workstation workstation;

    public LetterArchive(Workstation workstation) {
        this.workstation = workstation;
    }

    /** @throws LetterProblem.NotHere when it is not to be had */
    public byte[] of(Posted sent) {
        return workstation.blobs().find(sent.pdfSha256()).orElseGet(() -> fetched(sent));
    }

    private byte[] fetched(Posted sent) {
        try {
            return workstation.sync().attachment(sent.unitId(), sent.pdfSha256()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LetterProblem.NotHere();
        } catch (ExecutionException | TimeoutException _) {
            throw new LetterProblem.NotHere();
        }
    }
}
