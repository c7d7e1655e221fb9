package se.trepart.app.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSum;

/** A row of the grid (rad i närvaron): one person's week in one action, and what is marked of it. */
public final class AttendanceRow {

    static final int WEEK = 7;

    private final AttendanceLine line;
    private final String heading;
    private final String detail;
    private final MarkWriter writer;
    private final LocalDate today;
    private final List<ReadOnlyObjectWrapper<DayMark>> days = new ArrayList<>();
    private final ReadOnlyObjectWrapper<AttendanceSum> sum = new ReadOnlyObjectWrapper<>();
    private Attendance stored;

    /**
     * @param heading what it is called in this grid: the person, or the week
     * @param detail the action in words
     */
    AttendanceRow(AttendanceLine line, String heading, String detail, MarkWriter writer, LocalDate today) {
        this.line = line;
        this.heading = heading;
        this.detail = detail;
        this.writer = writer;
        this.today = today;
        stored = line.marked();
        IntStream.range(0, WEEK).forEach(i -> days.add(new ReadOnlyObjectWrapper<>(stored(i))));
        refresh();
    }

    public Action action() {
        return line.action();
    }

    public String who() {
        return line.who();
    }

    public String heading() {
        return heading;
    }

    public String detail() {
        return detail;
    }

    /** The week it is about. */
    public LocalDate monday() {
        return line.monday();
    }

    /** @param day 0 for Monday */
    public ReadOnlyObjectProperty<DayMark> day(int day) {
        return days.get(day).getReadOnlyProperty();
    }

    /** Of the marked days: planned and attended apart. */
    public ReadOnlyObjectProperty<AttendanceSum> sum() {
        return sum.getReadOnlyProperty();
    }

    boolean isAbout(Attendance week) {
        return stored.id().equals(week.id());
    }

    /** What lies in the store now. */
    void show(Attendance week) {
        stored = week;
        refresh();
    }

    /** Shows what lies in the store with what is typed and not yet written on top. */
    void refresh() {
        for (int i = 0; i < WEEK; i++) {
            DayMark day = stored(i);
            days.get(i).set(writer.waiting(new TypedMark.Key(action().id(), day.on())).map(day::typed).orElse(day));
        }
        sum.set(AttendanceSum.of(List.of(stored), monday(), monday().plusDays(WEEK - 1)));
    }

    private DayMark stored(int day) {
        LocalDate on = monday().plusDays(day);
        return DayMark.of(on, action().takesPartOn(on, today), action().terms().plannedMinutes(on), stored.on(on).orElse(null));
    }
}
