package se.trepart.app.shell;

import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.sync.Sync;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;

import org.jspecify.annotations.Nullable;

/** The line at the bottom of the window in words (synkrad). */
public final class SyncLineViewModel implements AutoCloseable {

    /**
     * @param unsent zero is said too
     * @param lastAttempt empty when the last attempt succeeded
     */
    public record Line(Connection state, String connection, String unsent, String lastSuccess, String lastAttempt, String conflicts,
            String failed) {}

    private final Texts texts;
    private final Formats formats;
    private final Sync sync;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<Line> line;
    private final BooleanProperty fieldMode = new SimpleBooleanProperty();
    private final AutoCloseable listening;

    public SyncLineViewModel(Desk desk) {
        this.desk = desk;
        texts = desk.texts();
        formats = desk.formats();
        sync = desk.workstation().sync();
        line = new ReadOnlyObjectWrapper<>(
                new Line(Connection.UNKNOWN, texts.name("shell.connection", Connection.UNKNOWN), "", "", "", "", ""));
        listening = desk.onSync(this::show);
        fieldMode.subscribe((_, on) -> desk.tasks().of(() -> sync.fieldMode(on)).start());
    }

    public ReadOnlyObjectProperty<Line> line() {
        return line.getReadOnlyProperty();
    }

    /** Work without the network until switched off (fältläge). */
    public BooleanProperty fieldMode() {
        return fieldMode;
    }

    /** To everything about the sync. */
    public void openCentre() {
        desk.navigator().open(Place.Aside.SYNC);
    }

    public void openConflicts() {
        desk.navigator().open(Place.Aside.CONFLICTS);
    }

    public void tryNow() {
        desk.tasks().of(sync::now).start();
    }

    @Override
    public void close() throws Exception {
        listening.close();
    }

    private void show(SyncStatus status) {
        fieldMode.set(status.connection() == Connection.FIELD_MODE);
        line.set(new Line(status.connection(), texts.name("shell.connection", status.connection()),
                texts.count("shell.unsent", status.unsent()), lastSuccess(status.lastSuccess()), lastAttempt(status),
                status.conflicts() == 0 ? "" : texts.count("shell.conflicts", status.conflicts()),
                status.failed() == 0 ? "" : texts.count("shell.failed-count", status.failed())));
    }

    private String lastSuccess(@Nullable Instant at) {
        return at == null ? texts.of("shell.never-synced") : texts.of("shell.last-success", formats.time(at));
    }

    private String lastAttempt(SyncStatus status) {
        return status.problem() == Problem.NONE || status.lastAttempt() == null
                ? ""
                : texts.of("shell.last-attempt", formats.time(status.lastAttempt()), texts.name("shell.problem", status.problem()));
    }
}
