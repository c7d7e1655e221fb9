package se.trepart.app.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import se.trepart.app.dialog.Dialogs;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.Workstation;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.SyncStatus;
import se.trepart.model.access.Staff;

/**
 * What the screens of one window work with (skrivbord): handed to every view model by its constructor.
 *
 * @param newId makes the id of a new document
 */
public record Desk(Workstation workstation, Session session, Clock clock, Supplier<UUID> newId, TaskRunner tasks, Dialogs dialogs,
        Texts texts, Formats formats, Navigator navigator) {

    public DocumentStore documents() {
        return workstation.documents();
    }

    /** Who works here now. */
    public Staff staff() {
        return session.staff();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How the sync stands: told as soon as it has been read, and at every change. On the JavaFX thread, as {@code show} is called. */
    public AutoCloseable onSync(Consumer<SyncStatus> show) {
        AtomicBoolean told = new AtomicBoolean();
        AutoCloseable listening = workstation.sync().onStatus(status -> tasks.onScreen(() -> {
            told.set(true);
            show.accept(status);
        }));
        tasks.of(() -> workstation.sync().status()).then(status -> {
            // what was told meanwhile is newer
            if (!told.get()) {
                show.accept(status);
            }
        }).start();
        return listening;
    }
}
