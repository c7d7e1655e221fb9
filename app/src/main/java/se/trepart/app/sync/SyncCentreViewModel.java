package se.trepart.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.Registers;
import se.trepart.app.conflict.ConflictWords;
import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Rescued;
import se.trepart.local.outbox.Failed;
import se.trepart.local.sync.Sync;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.local.sync.SyncStatus.Progress;
import se.trepart.wire.PushReply.Result;

import org.jspecify.annotations.Nullable;

/** Everything about the sync in words (synkcentral): how it stands, why it stopped, what was not taken in, and what to do about it. */
public final class SyncCentreViewModel implements AutoCloseable {

    /**
     * How it stands.
     *
     * @param unsent zero is said too
     * @param lastAttempt apart from the last success: trying is not succeeding
     * @param cause why the last attempt failed; empty when it did not
     * @param whatToDo about it; empty when nothing failed
     * @param remarks what else the user should know: locked units, a clock that is wrong, what was rescued
     * @param progress what is being fetched; empty when nothing is
     * @param part how far it has come, from 0 to 1; negative when that is not known
     */
    record Standing(String connection, String unsent, String lastSuccess, String lastAttempt, String conflicts, String cause,
            String whatToDo, List<String> remarks, String progress, double part) {}

    /**
     * A change that the central store did not take in.
     *
     * @param heading which document and whose
     * @param why and since when
     * @param content what was typed, line by line
     * @param again whether it can be tried again
     * @param conflict what must be settled again, from the beginning: the same choice would only be refused again; null for all else
     */
    record FailedRow(UUID opId, String heading, String why, List<String> content, boolean again, @Nullable UUID conflict) {}

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final Sync sync;
    private final BooleanProperty fieldMode;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final ObservableList<FailedRow> failed = FXCollections.observableArrayList();
    private final Reload reload;
    private final AutoCloseable listening;

    /** @param fieldMode the one switch of the window */
    public SyncCentreViewModel(Desk desk, Directory directory, BooleanProperty fieldMode) {
        this.desk = desk;
        this.directory = directory;
        this.fieldMode = fieldMode;
        texts = desk.texts();
        sync = desk.workstation().sync();
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::failedRows).then(failed::setAll));
        standing = new ReadOnlyObjectWrapper<>(
                new Standing(texts.name("shell.connection", Connection.UNKNOWN), "", "", "", "", "", "", List.of(), "", -1));
        listening = desk.onSync(status -> {
            show(status);
            reload.now();
        });
    }

    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What was not taken in and nobody has seen to, oldest first. */
    ObservableList<FailedRow> failed() {
        return failed;
    }

    /** Work without the network until switched off (fältläge). */
    BooleanProperty fieldMode() {
        return fieldMode;
    }

    void tryNow() {
        desk.tasks().of(sync::now).start();
    }

    void cancel() {
        desk.tasks().of(sync::cancel).start();
    }

    void tryAgain(FailedRow row) {
        desk.tasks().of(() -> sync.tryAgain(row.opId())).always(reload::now).start();
    }

    void openConflict(UUID conflict) {
        desk.navigator().open(new OfConflict(conflict));
    }

    /** Asks first: what was typed is not listed any more. */
    void dismiss(FailedRow row) {
        if (desk.dialogs()
                .confirm(texts.of("shell.failed.dismiss-title"), texts.of("shell.failed.dismiss-text"), texts.of("shell.failed.dismiss"))) {
            desk.tasks().of(() -> sync.dismiss(row.opId())).always(reload::now).start();
        }
    }

    void openConflicts() {
        desk.navigator().open(Aside.CONFLICTS);
    }

    @Override
    public void close() throws Exception {
        listening.close();
    }

    private void show(SyncStatus status) {
        boolean stopped = status.problem() != Problem.NONE && status.connection() != Connection.FIELD_MODE;
        Progress progress = status.progress();
        standing.set(new Standing(texts.name("shell.connection", status.connection()), texts.count("shell.unsent", status.unsent()),
                at(status.lastSuccess(), "shell.never-synced"), at(status.lastAttempt(), "shell.sync.never-tried"),
                texts.count("shell.conflicts", status.conflicts()), stopped ? texts.name("shell.cause", status.problem()) : "",
                stopped ? texts.name("shell.cause-do", status.problem()) : "", remarks(status), progress == null ? "" : words(progress),
                progress == null || progress.total() == 0 ? -1 : (double) progress.done() / progress.total()));
    }

    private String words(Progress progress) {
        String what = texts.name("shell.progress", progress.what());
        return progress.total() == 0
                ? texts.of("shell.sync.progress", what, progress.done())
                : texts.of("shell.sync.progress-of", what, progress.done(), progress.total());
    }

    private List<String> remarks(SyncStatus status) {
        List<String> remarks = new ArrayList<>();
        status.locked().forEach(unit -> remarks.add(texts.of("shell.sync.locked", directory.unitName(unit))));
        if (status.quarantined() > 0) {
            remarks.add(texts.count("shell.sync.quarantined", status.quarantined()));
        }
        if (status.clockWrong()) {
            Duration offset = status.clockOffset();
            remarks.add(texts.of(offset.isNegative() ? "shell.sync.clock-ahead" : "shell.sync.clock-behind", offset.abs().toMinutes()));
        }
        Rescued rescued = status.rescued();
        if (rescued != null) {
            remarks.add(
                    texts.of(rescued.lost() == 0 ? "shell.sync.rescued" : "shell.sync.rescued-partly", rescued.saved(), rescued.lost()));
        }
        return remarks;
    }

    private String at(@Nullable Instant time, String never) {
        return time == null ? texts.of(never) : desk.formats().time(time);
    }

    private List<FailedRow> failedRows() {
        List<Failed> all = sync.failed();
        if (all.isEmpty()) {
            return List.of();
        }
        Registers registers = Registers.read(desk.documents());
        return all.stream().map(one -> row(one, registers)).toList();
    }

    private FailedRow row(Failed one, Registers registers) {
        ConflictWords words = new ConflictWords(one.type(), null, null, registers, texts, desk.formats());
        String who = Optional.ofNullable(one.caseId()).flatMap(directory::find).map(CaseEntry::who).orElse("");
        String heading = who.isEmpty() ? words.document() : texts.of("shell.failed.heading", words.document(), who);
        List<String> content = one.content()
                .entrySet()
                .stream()
                .filter(field -> words.readable(field.getKey(), field.getValue()))
                .map(field -> texts.of("shell.failed.line", words.field(field.getKey()), words.value(field.getKey(), field.getValue())))
                .toList();
        UUID conflict = one.reason().equals("changed_since") ? one.documentId() : null;
        return new FailedRow(one.opId(), heading, texts.of("shell.failed.why", desk.formats().time(one.at()), reason(one)), content,
                one.result() == Result.REJECTED && conflict == null, conflict);
    }

    private String reason(Failed one) {
        if (one.result() == Result.QUARANTINED) {
            return texts.of("shell.failed.quarantined");
        }
        String key = "shell.failed-reason";
        // a newer central store may have more reasons
        return texts.of(texts.has(key + "." + one.reason()) ? key + "." + one.reason() : "shell.failed-reason.other");
    }
}
