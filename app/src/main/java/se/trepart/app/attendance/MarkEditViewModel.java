package se.trepart.app.attendance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;

/** The note and the hours of the day that the cursor stands on (anteckning och timmar). What is typed is a draft until the field is left. */
public final class MarkEditViewModel {

    private static final String DRAFTS = "attendance-note/";

    private final Desk desk;
    private final Texts texts;
    private final AttendanceGridViewModel grid;
    private final DraftKeeper drafts;
    private final Map<String, String> found = new HashMap<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper marked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper hoursFault = new ReadOnlyStringWrapper("");
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty hours = new SimpleStringProperty("");
    private @Nullable AttendanceRow row;
    private @Nullable DayMark day;
    private Subscription following = Subscription.EMPTY;
    private boolean taking;

    MarkEditViewModel(Desk desk, AttendanceGridViewModel grid) {
        this.desk = desk;
        this.grid = grid;
        texts = desk.texts();
        drafts = new DraftKeeper(desk.workstation().drafts(), desk.tasks(), DraftKeeper.PAUSE);
        note.addListener((_, _, now) -> typed(now));
        hours.addListener(
                (_, _, now) -> hoursFault.set(Hours.minutes(now).isPresent() || now.isBlank() ? "" : texts.of("attendance.hours-fault")));
        desk.tasks().of(() -> desk.workstation().drafts().startingWith(DRAFTS)).then(all -> {
            all.forEach(draft -> found.put(draft.key(), draft.text()));
            show();
        }).start();
    }

    /** Who and when, and what is marked. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    /** Whether there is a mark to write a note to. */
    public ReadOnlyBooleanProperty marked() {
        return marked.getReadOnlyProperty();
    }

    /** Whether the hours may differ from the planned ones. */
    public ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }

    public StringProperty note() {
        return note;
    }

    public StringProperty hours() {
        return hours;
    }

    public ReadOnlyStringProperty hoursFault() {
        return hoursFault.getReadOnlyProperty();
    }

    /** What the cursor stands on now; what was typed about another day is written first. */
    public void show() {
        AttendanceRow next = grid.row().orElse(null);
        DayMark nextDay = grid.day().orElse(null);
        boolean same = row == next && day != null && nextDay != null && day.on().equals(nextDay.on());
        if (!same) {
            leave();
            following.unsubscribe();
            row = next;
            day = null;
            following = next == null || nextDay == null
                    ? Subscription.EMPTY
                    : next.day(nextDay.on().getDayOfWeek().getValue() - 1).subscribe(this::changed);
        }
        if (next == null) {
            take();
        }
    }

    /** Marked anew, here or by somebody else; what is being typed stays. */
    private void changed(DayMark now) {
        boolean typing = day != null && typed();
        day = now;
        if (!typing || !now.marked()) {
            take();
        }
    }

    /** The fields are left: what was typed goes to the store. False when the hours cannot be read; nothing is lost then. */
    public boolean leave() {
        AttendanceRow of = row;
        DayMark now = day;
        if (of == null || now == null || !now.marked() || !typed()) {
            return true;
        }
        OptionalInt minutes = now.presence() == Presence.PRESENT ? Hours.minutes(hours.get()) : OptionalInt.of(0);
        if (minutes.isEmpty()) {
            return false;
        }
        grid.note(of, now.on(), note.get().strip(), minutes.getAsInt());
        found.remove(key(of, now.on()));
        drafts.discard(key(of, now.on()));
        return true;
    }

    /** Esc: as it was before. */
    public void restore() {
        if (row != null && day != null) {
            found.remove(key(row, day.on()));
            drafts.discard(key(row, day.on()));
        }
        take();
    }

    private boolean typed() {
        DayMark now = day;
        return now != null && now.marked() && (!note.get().strip().equals(now.note())
                || now.presence() == Presence.PRESENT && !hours.get().strip().equals(Hours.text(now.attendedMinutes())));
    }

    private void take() {
        AttendanceRow of = row;
        DayMark now = day;
        taking = true;
        String draft = of == null || now == null ? null : found.get(key(of, now.on()));
        note.set(draft != null ? draft : now == null ? "" : now.note());
        hours.set(now != null && now.presence() == Presence.PRESENT ? Hours.text(now.attendedMinutes()) : "");
        taking = false;
        marked.set(now != null && now.marked());
        present.set(now != null && now.presence() == Presence.PRESENT);
        title.set(of == null || now == null ? "" : title(of, now));
        hint.set(now == null ? "" : hint(now, draft));
    }

    private String title(AttendanceRow of, DayMark now) {
        String what = now.presence() == null
                ? texts.of(now.open() ? "attendance.unmarked" : "attendance.closed")
                : texts.name("attendance.presence", now.presence());
        return texts.of("attendance.day-title", of.who(), texts.name("attendance.day", now.on().getDayOfWeek()),
                desk.formats().shortDate(now.on()), what, Hours.text(now.plannedMinutes()));
    }

    private String hint(DayMark now, @Nullable String draft) {
        if (draft != null) {
            return texts.of("attendance.note-found");
        }
        return now.presence() == Presence.INVALID && now.note().isEmpty() ? texts.of("attendance.note-asked") : "";
    }

    private void typed(String now) {
        if (!taking && row != null && day != null) {
            drafts.keep(key(row, day.on()), now);
        }
    }

    private static String key(AttendanceRow row, LocalDate on) {
        return DRAFTS + row.action().id() + "/" + on;
    }
}
