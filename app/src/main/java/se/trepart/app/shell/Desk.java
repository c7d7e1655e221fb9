package se.trepart.app.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.app.dialog.Dialogs;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.Workstation;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.signin.Session;
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
}
