package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.JournalEntry.Group;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.followup.Timeline;

import org.jspecify.annotations.Nullable;

/** The journal of a case (journal): everything that happened, and the note being written. A note is never changed, only corrected. */
public final class JournalViewModel {

    /**
     * The note being written.
     *
     * @param corrects the note it corrects, null for an ordinary one
     */
    public record Writing(@Nullable JournalNote corrects, TypedText text) {}

    private final OpenCase openCase;
    private final Desk desk;
    private final ObservableList<JournalEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<JournalEntry> entriesOnly = FXCollections.unmodifiableObservableList(entries);
    private final ObservableList<Choice<Group>> filters;
    private final ObjectProperty<Choice<Group>> filter;
    private final ObservableList<Choice<NoteKind>> kinds;
    private final ObjectProperty<Choice<NoteKind>> kind;
    private final ObjectProperty<@Nullable LocalDate> eventOn = new SimpleObjectProperty<>();
    private final Map<UUID, Writing> corrections = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Writing> writing = new ReadOnlyObjectWrapper<>();
    private @Nullable Writing ordinary;
    private final Runnable stop;

    public JournalViewModel(OpenCase openCase) {
        this.openCase = openCase;
        desk = openCase.desk();
        Texts texts = desk.texts();
        filters = FXCollections.observableArrayList(new Choice<>(texts.of("casefile.journal.everything"), null));
        for (Group group : Group.values()) {
            filters.add(new Choice<>(texts.name("casefile.group", group), group));
        }
        filter = new SimpleObjectProperty<>(filters.getFirst());
        kinds = FXCollections
                .observableArrayList(Arrays.stream(NoteKind.values()).map(k -> new Choice<>(texts.name("casefile.note", k), k)).toList());
        kind = new SimpleObjectProperty<>(kinds.getLast());
        eventOn.set(desk.today());
        filter.addListener((_, _, _) -> openCase.situation().ifPresent(this::show));
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
    }

    /** Newest first, narrowed by the filter. */
    public ObservableList<JournalEntry> entries() {
        return entriesOnly;
    }

    public ObservableList<Choice<Group>> filters() {
        return filters;
    }

    public ObjectProperty<Choice<Group>> filterProperty() {
        return filter;
    }

    /** The day of what the note is about; null while it is no day. */
    public ObjectProperty<@Nullable LocalDate> eventOnProperty() {
        return eventOn;
    }

    public ObservableList<Choice<NoteKind>> kinds() {
        return kinds;
    }

    public ObjectProperty<Choice<NoteKind>> kindProperty() {
        return kind;
    }

    /** Null until the case is read. */
    public ReadOnlyObjectProperty<@Nullable Writing> writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** The next note corrects this one. */
    public void correct(JournalNote note) {
        eventOn.set(note.eventOn());
        kinds.stream().filter(k -> k.value() == note.kind()).findFirst().ifPresent(kind::set);
        writing.set(corrections.computeIfAbsent(note.id(),
                id -> new Writing(note, shown(openCase.typed("journal/correction/" + id, _ -> {})))));
    }

    /** An ordinary note again; what was typed of the correction stays as a draft. */
    public void stopCorrecting() {
        writing.set(ordinary);
        eventOn.set(desk.today());
    }

    /** What is wrong with the day, in words; empty when nothing is. */
    public String dayFault() {
        LocalDate day = eventOn.get();
        return day == null
                ? desk.texts().of("casefile.journal.day-missing")
                : day.isAfter(desk.today()) ? desk.texts().of("casefile.journal.day-in-future") : "";
    }

    /** Whether there is something to write. */
    public boolean ready() {
        Writing now = writing.get();
        return now != null && !now.text().text().isBlank() && dayFault().isEmpty();
    }

    /** Writes the note in the journal. From then on it is there for good. */
    public void write() {
        Writing now = writing.get();
        LocalDate day = eventOn.get();
        NoteKind about = kind.get().value();
        if (now == null || day == null || about == null || !ready()) {
            return;
        }
        JournalNote corrected = now.corrects();
        UUID id = desk.newId().get();
        String text = now.text().text().strip();
        UUID me = desk.staff().id();
        openCase.edit(documents -> Intent.create(new JournalNote(id, documents.unitId(), documents.id(), desk.clock().instant(), day, me,
                about, text, Optional.ofNullable(corrected).map(JournalNote::id).orElse(null))), () -> written(now));
    }

    private void written(Writing done) {
        done.text().textProperty().set("");
        stopCorrecting();
        kind.set(kinds.getLast());
    }

    private void show(CaseSituation now) {
        if (ordinary == null) {
            ordinary = new Writing(null, shown(openCase.typed("journal/note", _ -> {})));
            writing.set(ordinary);
        }
        Group only = filter.get().value();
        List<JournalEntry> all = Timeline.of(now.documents().all())
                .stream()
                .map(entry -> JournalEntry.of(entry, now, desk.texts(), desk.formats()))
                .filter(entry -> only == null || entry.group() == only)
                .toList();
        if (!all.equals(entries)) {
            entries.setAll(all);
        }
    }

    private static TypedText shown(TypedText text) {
        text.show("");
        return text;
    }
}
