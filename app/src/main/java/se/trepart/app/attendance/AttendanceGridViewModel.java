package se.trepart.app.attendance;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;

/**
 * The grid that attendance is marked in (närvarorutnät): rows of weeks, a cursor, and what each key does. Each mark goes to the store at
 * once; a command for many days fills what is not marked and never writes over a mark.
 */
public final class AttendanceGridViewModel {

    /** Which way the cursor goes by itself after a mark. */
    public enum Goes {
        /** through the day, as a list of who came is read */
        DOWN,
        /** through the week */
        RIGHT
    }

    /** @param day 0 for Monday */
    public record Cursor(int row, int day) {}

    private static final int WORKING_DAYS = 5;
    private static final int UNDONE_AT_MOST = 50;

    private final Desk desk;
    private final Texts texts;
    private final MarkWriter writer;
    private final Goes goes;
    private final ObservableList<AttendanceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper days = new ReadOnlyIntegerWrapper(WORKING_DAYS);
    private final ReadOnlyObjectWrapper<Cursor> cursor = new ReadOnlyObjectWrapper<>(new Cursor(0, 0));
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Deque<List<TypedMark>> undone = new ArrayDeque<>();

    AttendanceGridViewModel(Desk desk, MarkWriter writer, Goes goes) {
        this.desk = desk;
        this.writer = writer;
        this.goes = goes;
        texts = desk.texts();
        writer.onSaved(this::saved);
    }

    public ObservableList<AttendanceRow> rows() {
        return rows;
    }

    /** 5, or 7 with the weekend. */
    public ReadOnlyIntegerProperty days() {
        return days.getReadOnlyProperty();
    }

    /** Stands on a row unless there is none. */
    public ReadOnlyObjectProperty<Cursor> cursor() {
        return cursor.getReadOnlyProperty();
    }

    /** What the last key did, when that is not plain to see; empty otherwise. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public Optional<AttendanceRow> row() {
        return cursor.get().row() < rows.size() ? Optional.of(rows.get(cursor.get().row())) : Optional.empty();
    }

    public Optional<DayMark> day() {
        return row().map(row -> row.day(cursor.get().day()).get());
    }

    /** Other rows from now on; the cursor stays where it was as far as it can. */
    void show(List<AttendanceRow> next, boolean weekend) {
        rows.setAll(next);
        days.set(weekend ? AttendanceRow.WEEK : WORKING_DAYS);
        message.set("");
        go(cursor.get().row(), cursor.get().day());
    }

    /** On this day when it is shown, otherwise on the first; for when other weeks are shown, whose keys cannot be taken back from here. */
    void goToDay(LocalDate today) {
        undone.clear();
        int day = today.getDayOfWeek().getValue() - 1;
        go(0, rows.isEmpty() || !rows.getFirst().monday().equals(Attendance.monday(today)) ? 0 : day);
    }

    public void go(int row, int day) {
        cursor.set(new Cursor(Math.clamp(row, 0, Math.max(0, rows.size() - 1)), Math.clamp(day, 0, days.get() - 1)));
    }

    public void move(int down, int right) {
        message.set("");
        go(cursor.get().row() + down, cursor.get().day() + right);
    }

    /** Marks the day the cursor stands on; who is present has attended what was planned. */
    public void mark(Presence presence) {
        type(presence, presence.absent() ? 0 : day().map(DayMark::plannedMinutes).orElse(0), day().map(DayMark::note).orElse(""));
    }

    /** Present for so long. */
    public void attended(int minutes) {
        type(Presence.PRESENT, minutes, day().map(DayMark::note).orElse(""));
    }

    public void unmark() {
        day().filter(DayMark::marked).ifPresent(_ -> type(null, 0, ""));
    }

    /** A note and the hours of a day that is marked; the cursor stays. */
    public void note(AttendanceRow row, LocalDate on, String words, int attendedMinutes) {
        DayMark day = row.day(on.getDayOfWeek().getValue() - 1).get();
        if (day.presence() != null) {
            put(List.of(new Typed(row, new TypedMark(row.action(), on, day.presence(), attendedMinutes, words))));
        }
    }

    /** What is not yet marked of the person's week. */
    public void markRow(Presence presence) {
        row().ifPresent(row -> fill(List.of(row), 0, days.get() - 1, presence));
    }

    /** Everybody who is not yet marked on the cursor's day was present. */
    public void markColumn() {
        fill(rows, cursor.get().day(), cursor.get().day(), Presence.PRESENT);
    }

    /** Everybody who is not yet marked was present, on all days that have come. */
    public void markAll() {
        fill(rows, 0, days.get() - 1, Presence.PRESENT);
    }

    /** Takes back the last key or command, all of it. */
    public void undo() {
        if (!undone.isEmpty()) {
            List<TypedMark> back = undone.pop();
            writer.put(back);
            rows.forEach(AttendanceRow::refresh);
            message.set(texts.count("attendance.undone", back.size()));
        }
    }

    /** @param presence null to take the mark away */
    private void type(@Nullable Presence presence, int attended, String note) {
        AttendanceRow row = row().orElse(null);
        DayMark day = day().orElse(null);
        if (row == null || day == null || !may(day, presence)) {
            return;
        }
        message.set(presence == Presence.INVALID ? texts.of("attendance.invalid-told") : "");
        put(List.of(new Typed(row, new TypedMark(row.action(), day.on(), presence, attended, note))));
        // an invalid absence asks what is known of it, so the cursor waits there
        if (presence != Presence.INVALID) {
            goOn();
        }
    }

    private boolean may(DayMark day, @Nullable Presence presence) {
        if (!day.open()) {
            message.set(texts.of("attendance.not-then"));
            return false;
        }
        boolean early = presence != null && !presence.knownAhead() && day.on().isAfter(desk.today());
        message.set(early ? texts.of("attendance.not-yet") : "");
        return !early;
    }

    private void fill(Collection<AttendanceRow> some, int firstDay, int lastDay, Presence presence) {
        List<Typed> typed = new ArrayList<>();
        for (AttendanceRow row : some) {
            for (int i = firstDay; i <= lastDay; i++) {
                DayMark day = row.day(i).get();
                boolean come = presence.knownAhead() || !day.on().isAfter(desk.today());
                if (day.open() && day.plannedMinutes() > 0 && !day.marked() && come) {
                    typed.add(new Typed(row,
                            new TypedMark(row.action(), day.on(), presence, presence.absent() ? 0 : day.plannedMinutes(), "")));
                }
            }
        }
        if (!typed.isEmpty()) {
            put(typed);
        }
        message.set(typed.isEmpty()
                ? texts.of("attendance.nothing-to-fill")
                : texts.count("attendance.filled", typed.size(), texts.name("attendance.presence", presence)));
    }

    /** A mark and the row it was typed in. */
    private record Typed(AttendanceRow row, TypedMark mark) {}

    private void put(List<Typed> typed) {
        List<TypedMark> before = typed.stream().map(AttendanceGridViewModel::asItIs).toList();
        undone.push(before);
        while (undone.size() > UNDONE_AT_MOST) {
            undone.removeLast();
        }
        writer.put(typed.stream().map(Typed::mark).toList());
        typed.stream().map(Typed::row).distinct().forEach(AttendanceRow::refresh);
    }

    private static TypedMark asItIs(Typed typed) {
        DayMark now = typed.row().day(typed.mark().on().getDayOfWeek().getValue() - 1).get();
        return new TypedMark(typed.row().action(), now.on(), now.presence(), now.attendedMinutes(), now.note());
    }

    /** To the next day that can be marked, at the end to the beginning of what comes after; at the very end it stays. */
    public void goOn() {
        int row = cursor.get().row();
        int day = cursor.get().day();
        for (int step = rows.size() * days.get(); step > 0; step--) {
            if (goes == Goes.DOWN) {
                row = row + 1 < rows.size() ? row + 1 : 0;
                day = row == 0 ? day + 1 : day;
            } else {
                day = day + 1 < days.get() ? day + 1 : 0;
                row = day == 0 ? row + 1 : row;
            }
            if (day >= days.get() || row >= rows.size()) {
                return;
            }
            if (rows.get(row).day(day).get().open()) {
                go(row, day);
                return;
            }
        }
    }

    private void saved(Collection<Attendance> weeks) {
        for (AttendanceRow row : rows) {
            weeks.stream().filter(row::isAbout).findFirst().ifPresent(row::show);
        }
    }

    /** The day as words to read aloud: who, when, what, and whether it is saved. */
    public String spoken(AttendanceRow row, DayMark day) {
        String date = texts.of("attendance.spoken-day", texts.name("attendance.day", day.on().getDayOfWeek()), Formats.longDate(day.on()));
        String what = day.presence() == null
                ? texts.of(day.open() ? "attendance.unmarked" : "attendance.closed")
                : texts.name("attendance.presence", day.presence());
        String hours = day.presence() == Presence.PRESENT ? ", " + texts.of("attendance.hours", Hours.text(day.attendedMinutes())) : "";
        String note = day.note().isEmpty() ? "" : ", " + texts.of("attendance.has-note");
        return row.heading() + ", " + date + ": " + what + hours + note + (day.saved() ? "" : ", " + texts.of("attendance.unsaved-mark"));
    }
}
