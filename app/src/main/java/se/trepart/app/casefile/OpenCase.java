package se.trepart.app.casefile;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;

import se.trepart.app.shell.Desk;
import se.trepart.app.task.Task;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.Intent.Write;
import se.trepart.local.cache.StaleDocument;
import se.trepart.local.cache.UnitLocked;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;

import org.jspecify.annotations.Nullable;

/**
 * A case that is open in the window (öppet ärende): what is shown of it, and the only way to change it. Changes are made one after the
 * other, each from the newest documents, so that two quick ones never undo each other. On the JavaFX thread only.
 */
public final class OpenCase {

    /** Whether the case can be shown. */
    public enum State {
        LOADING,
        /** R31: not the user's own, and they have not said why they open it; nothing of it is shown */
        REASON_NEEDED,
        OPEN,
        /** not on this workstation, or not any more */
        NOT_HERE,
        /** here, but the computer has been without contact for so long that it may not be read; what was typed is kept */
        LOCKED,
        /** protected identity, and the user is not a named handler (R34) */
        CLOSED_TO_OTHERS
    }

    private final UUID id;
    private final Desk desk;
    private final Predicate<CaseDocuments> own;
    private final DraftKeeper draftKeeper;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable CaseSituation> situation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Map<String, Draft> found = new HashMap<>();
    private final Undo undo = new Undo();
    private boolean busy;
    private boolean reasonGiven;
    private @Nullable Content newest;
    private @Nullable UUID chosen;
    private @Nullable AutoCloseable listening;

    /** @param draftPause {@link DraftKeeper#PAUSE} in the program, none in tests */
    public OpenCase(UUID id, Desk desk, Duration draftPause) {
        this(id, desk, draftPause, documents -> !CaseAccess.reasonNeeded(desk.staff(), documents.file()));
    }

    /** @param own R31: whether what is opened is the user's own work, so that nobody asks why */
    public OpenCase(UUID id, Desk desk, Duration draftPause, Predicate<CaseDocuments> own) {
        this.id = id;
        this.desk = desk;
        this.own = own;
        draftKeeper = new DraftKeeper(desk.workstation().drafts(), desk.tasks(), draftPause);
    }

    /** Reads the case and follows what changes in it until {@link #close}. */
    public void open() {
        listening = desk.documents().onChange(ids -> desk.tasks().onScreen(() -> changed(ids)));
        run(new Job.Read(this::readAll));
    }

    /** Lets go of the store. What is typed stays as drafts. */
    public void close() {
        AutoCloseable listener = listening;
        listening = null;
        if (listener != null) {
            desk.tasks().of(listener::close).start();
        }
    }

    public UUID id() {
        return id;
    }

    /** R31: why the user opens a case that is not theirs. It is on disk before anything of the case is shown. */
    public void giveReason(String words) {
        Staff me = desk.staff();
        edit(documents -> Intent.create(new ReadEvent(desk.newId().get(), documents.unitId(), documents.id(), me.id(),
                desk.clock().instant(), words, DocumentType.CASE_FILE.name())), () -> {
                    desk.navigator().explain(id);
                    show(newest);
                });
    }

    /** The place is shown again: a reason given meanwhile where the case is shown too counts here (R31). */
    public void shownAgain() {
        if (state.get() == State.REASON_NEEDED) {
            show(newest);
        }
    }

    public Desk desk() {
        return desk;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the user has a role that changes cases; others only read. */
    public boolean mayChange() {
        return desk.staff().roles().stream().anyMatch(CaseAccess::changesCases);
    }

    /** The highest of the user's roles that work in cases; any role for who only reads. */
    public Role role() {
        List<Role> roles = desk.staff().roles();
        return roles.stream().filter(Role::handlesCases).reduce((one, other) -> one.covers(other) ? one : other).orElse(roles.getFirst());
    }

    /** Reading or writing that has taken more than a moment. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Empty until the case is read. */
    public Optional<CaseSituation> situation() {
        return Optional.ofNullable(situation.get());
    }

    /** Calls the listener with every new picture of the case, at once when there is one. Returns how to stop. */
    public Runnable follow(Consumer<CaseSituation> listener) {
        ChangeListener<@Nullable CaseSituation> change = (_, _, now) -> {
            if (now != null) {
                listener.accept(now);
            }
        };
        situation.addListener(change);
        situation().ifPresent(listener);
        return () -> situation.removeListener(change);
    }

    /** What was done here and can be taken back. */
    public Undo undo() {
        return undo;
    }

    /** Another application of the case is at hand from now on. */
    public void choose(UUID applicationId) {
        chosen = applicationId;
        show(newest);
    }

    /** Changes the case: in the background, after the changes before it, all of the intent or nothing. */
    public void edit(Function<CaseDocuments, Intent> change) {
        edit(change, () -> {});
    }

    /**
     * @param change makes the intent from the newest documents; an intent without writes changes nothing
     * @param then when it is on disk and shown
     */
    public void edit(Function<CaseDocuments, Intent> change, Runnable then) {
        run(new Job.Edit(content -> content == null ? Optional.empty() : Optional.of(write(content, change)), then));
    }

    /**
     * A text field of this case, with the draft found for it. The caller calls {@link TypedText#show} with what the document says.
     *
     * @param field place and ids, such as "investigation/…/result"; never personal data
     */
    public TypedText typed(String field, Consumer<String> write) {
        String key = draftPrefix() + field;
        return new TypedText(key, draftKeeper, found.remove(key), write);
    }

    private Content write(Content content, Function<CaseDocuments, Intent> change) {
        Intent intent = change.apply(content.documents());
        if (intent.writes().isEmpty()) {
            return content;
        }
        desk.documents().save(intent);
        List<Document> written = intent.writes().stream().map(OpenCase::written).toList();
        return new Content(content.documents().with(written), content.registers());
    }

    private static Document written(Write write) {
        return switch (write) {
            case Write.Create create -> create.document();
            case Write.Change change -> change.after();
        };
    }

    private void changed(Set<UUID> ids) {
        Content now = newest;
        if (now != null && now.registers().holdAnyOf(ids)) {
            run(new Job.Read(this::readAll));
        } else if (ids.contains(id)) {
            run(new Job.Read(content -> content == null ? readAll(null) : read(content.registers())));
        }
    }

    private Optional<Content> readAll(@Nullable Content old) {
        if (old == null) {
            desk.workstation().drafts().startingWith(draftPrefix()).forEach(draft -> found.putIfAbsent(draft.key(), draft));
        }
        return read(Registers.read(desk.documents()));
    }

    private Optional<Content> read(Registers registers) {
        return CaseDocuments.of(desk.documents().caseDocuments(id)).map(documents -> new Content(documents, registers));
    }

    private String draftPrefix() {
        return "case/" + id + "/";
    }

    private void run(Job job) {
        jobs.add(job);
        next();
    }

    private void next() {
        Job job = busy ? null : jobs.poll();
        if (job != null) {
            busy = true;
            Content before = newest;
            Callable<Optional<Content>> work = () -> job.work().apply(before);
            Task<Optional<Content>> task = desk.tasks().of(work).showing(working).on(StaleDocument.class, _ -> stale()).always(() -> {
                busy = false;
                next();
            });
            switch (job) {
                case Job.Read _ -> task.then(content -> show(content.orElse(null))).on(UnitLocked.class, _ -> locked());
                // without content nothing was written: what was typed is not to be let go of
                case Job.Edit edit -> task.then(content -> content.ifPresent(now -> {
                    show(now);
                    edit.then().run();
                }));
            }
            task.start();
        }
    }

    private void locked() {
        newest = null;
        state.set(State.LOCKED);
    }

    /** Somebody else was first with what must not be brought together by machine: the user has to look again. */
    private void stale() {
        desk.dialogs().error(desk.texts().of("casefile.stale.title"), desk.texts().of("casefile.stale.text"));
        run(new Job.Read(this::readAll));
    }

    private void show(@Nullable Content content) {
        newest = content;
        if (content == null) {
            state.set(State.NOT_HERE);
            return;
        }
        CaseDocuments documents = content.documents();
        if (!CaseAccess.sees(desk.staff(), documents.file(), Optional.of(documents.household()))) {
            state.set(State.CLOSED_TO_OTHERS);
            return;
        }
        if (!reasonGiven && !desk.navigator().explained(id) && !own.test(documents)) {
            state.set(State.REASON_NEEDED);
            return;
        }
        // somebody else made responsible meanwhile does not interrupt the work
        reasonGiven = true;
        LocalDate today = desk.today();
        Optional<Application> application = Optional.ofNullable(chosen).flatMap(documents::application).or(documents::current);
        chosen = application.map(Application::id).orElse(null);
        situation.set(new CaseSituation(documents, content.registers(), application.orElse(null), today));
        state.set(State.OPEN);
    }

    /** What is known of the case, whether or not it may be shown. */
    private record Content(CaseDocuments documents, Registers registers) {}

    /** Work on the newest content. */
    private sealed interface Job {

        Function<@Nullable Content, Optional<Content>> work();

        record Read(Function<@Nullable Content, Optional<Content>> work) implements Job {}

        /** @param then when it is on disk and shown */
        record Edit(Function<@Nullable Content, Optional<Content>> work, Runnable then) implements Job {}
    }
}
