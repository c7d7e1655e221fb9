package se.trepart.app.letter;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.local.Workstation;
import se.trepart.local.sync.Sync;
import se.trepart.model.letter.Posted;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.SentPaper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LetterArchiveTest {

    @TempDir
    private Path folder;

    /** A real store whose central store never answers. */
    private static Workstation unanswered(Workstation real) {
        Sync sync = (Sync) Proxy.newProxyInstance(Sync.class.getClassLoader(), new Class<?>[]{Sync.class},
                (_, method, args) -> method.getName().equals("attachment") ? new CompletableFuture<>() : method.invoke(real.sync(), args));
        return (Workstation) Proxy.newProxyInstance(Workstation.class.getClassLoader(), new Class<?>[]{Workstation.class},
                (_, method, args) -> method.getName().equals("sync") ? sync : method.invoke(real, args));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void whoStopsDoesNotWaitForALetterThatIsBeingFetched() {
        Posted away = new SentPaper(CaseSamples.id(1), CaseSamples.UNIT, CaseSamples.CASE, CaseSamples.id(2), SentPaper.Kind.PLAN,
                CaseSamples.id(3), new Sending(Sending.Way.POST, LocalDate.EPOCH, CaseSamples.KARIN.id()), "ab".repeat(32));
        try (CaseDesk desk = new CaseDesk(folder, CaseSamples.KARIN)) {
            LetterArchive archive = new LetterArchive(unanswered(desk.desk().workstation()));
            AtomicBoolean stopped = new AtomicBoolean();
            CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> stopped.set(true));
            assertThatThrownBy(() -> archive.of(away, stopped::get)).isInstanceOf(CancellationException.class);
        }
    }
}
