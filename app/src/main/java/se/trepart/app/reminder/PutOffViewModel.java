package se.trepart.app.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Snooze;

import org.jspecify.annotations.Nullable;

/** What can be done with a line of Min dag without opening it (åtgärder i Min dag): put it off with a reason, take that back, be reminded. */
public final class PutOffViewModel {

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable DayItem> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DayItem> asking = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper untilFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reasonFault = new ReadOnlyStringWrapper("");
    private final ObservableList<SnoozedRow> snoozed = FXCollections.observableArrayList();

    public PutOffViewModel(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
        until.subscribe(day -> untilFault.set(day == null || !day.isAfter(desk.today()) ? texts.of("reminder.until-fault") : ""));
        reason.subscribe(words -> reasonFault.set(words.isBlank() ? texts.of("reminder.reason-fault") : ""));
    }

    public Desk desk() {
        return desk;
    }

    /** The line that stands selected; null when it is none of a case. */
    public ReadOnlyObjectProperty<@Nullable DayItem> selected() {
        return selected.getReadOnlyProperty();
    }

    public void select(@Nullable DayItem item) {
        selected.set(item);
    }

    /** The line that is being put off; null when none is. */
    public ReadOnlyObjectProperty<@Nullable DayItem> asking() {
        return asking.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    public StringProperty reason() {
        return reason;
    }

    public ReadOnlyStringProperty untilFault() {
        return untilFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reasonFault() {
        return reasonFault.getReadOnlyProperty();
    }

    /** Those that are put off now, the first to come back first. */
    public ObservableList<SnoozedRow> snoozed() {
        return snoozed;
    }

    /** What is put off now, as it was read. */
    public void show(List<Snooze> now) {
        snoozed.setAll(now.stream().map(this::row).toList());
    }

    /** Asks until when and why. */
    public void ask() {
        asking.set(selected.get());
        until.set(null);
        reason.set("");
    }

    public void leave() {
        asking.set(null);
    }

    /** Puts the line off when nothing is missing. Returns whether it did. */
    public boolean putOff() {
        DayItem item = asking.get();
        LocalDate day = until.get();
        if (item == null || day == null || !untilFault.get().isEmpty() || !reasonFault.get().isEmpty()) {
            return false;
        }
        UUID me = desk.staff().id();
        Snooze snooze = Snooze.of(item, unit(item), RemindersViewModel.side(desk), day, reason.get().strip(), me, desk.today());
        asking.set(null);
        desk.tasks().of(() -> {
            Optional<Snooze> known = desk.documents().find(Snooze.class, snooze.id());
            desk.documents().save(known.isPresent() ? Intent.change(known.get(), snooze) : Intent.create(snooze));
        }).start();
        return true;
    }

    /** The line is shown again from today. */
    public void takeBack(SnoozedRow row) {
        desk.tasks().of(() -> desk.documents().save(Intent.change(row.snooze(), row.snooze().takeBack(desk.today())))).start();
    }

    /** Whether the selected line is an own reminder. */
    public boolean own() {
        DayItem item = selected.get();
        return item != null && item.kind() == Kind.OWN_REMINDER;
    }

    /** The own reminder that stands selected is done. */
    public void done() {
        DayItem item = selected.get();
        if (item != null && own()) {
            desk.tasks()
                    .of(() -> desk.documents()
                            .find(Reminder.class, item.aboutId())
                            .ifPresent(reminder -> desk.documents().save(Intent.change(reminder, reminder.done(desk.today())))))
                    .start();
        }
    }

    /** A new reminder about the selected line's case. */
    public void remind() {
        DayItem item = selected.get();
        desk.navigator().open(new Place.Reminders(item == null ? null : item.caseId()));
    }

    private UUID unit(DayItem item) {
        return directory.find(item.caseId()).map(CaseEntry::unitId).orElse(desk.staff().unitId());
    }

    private SnoozedRow row(Snooze snooze) {
        String who = directory.find(snooze.caseId()).map(CaseEntry::who).orElse(texts.of("today.protected"));
        String by = snooze.by().equals(desk.staff().id()) ? "" : " (" + directory.staffName(snooze.by()) + ")";
        return new SnoozedRow(snooze, texts.of("reminder.snoozed-row", who, texts.name("today.kind", snooze.kind()),
                desk.formats().shortDate(snooze.until()), snooze.reason()) + by);
    }
}
