package se.trepart.app.attendance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import se.trepart.app.attendance.AttendanceGridViewModel.Goes;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSum;

import org.jspecify.annotations.Nullable;

/** One person's month (personens månad): the same grid with a row for each week and action, and the month added up. */
public final class PersonMonthViewModel {

    private static final int SUNDAY = 6;

    private record Who(UUID caseId, UUID memberId) {}

    /** A month as it was read; @param sum only of days within it */
    private record Found(YearMonth month, List<AttendanceLine> lines, AttendanceSum sum) {}

    private final Desk desk;
    private final Texts texts;
    private final AttendanceReading reading;
    private final MarkWriter writer;
    private final AttendanceGridViewModel grid;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<YearMonth> month;
    private final ReadOnlyObjectWrapper<@Nullable AttendanceSum> sum = new ReadOnlyObjectWrapper<>();
    private final Reload reload;
    private @Nullable Who who;
    private boolean moved;

    PersonMonthViewModel(Desk desk, AttendanceReading reading, MarkWriter writer) {
        this.desk = desk;
        this.reading = reading;
        this.writer = writer;
        texts = desk.texts();
        grid = new AttendanceGridViewModel(desk, writer, Goes.RIGHT);
        month = new ReadOnlyObjectWrapper<>(YearMonth.from(desk.today()));
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).then(this::show));
    }

    public AttendanceGridViewModel grid() {
        return grid;
    }

    /** Empty until a person is chosen. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<YearMonth> month() {
        return month.getReadOnlyProperty();
    }

    /** What is marked in the month; null until it is read. */
    public ReadOnlyObjectProperty<@Nullable AttendanceSum> sum() {
        return sum.getReadOnlyProperty();
    }

    public void month(int step) {
        month.set(month.get().plusMonths(step));
        moved = true;
        reload();
    }

    void show(UUID caseId, UUID memberId, String listName, YearMonth of) {
        who = new Who(caseId, memberId);
        name.set(listName);
        month.set(of);
        moved = true;
        reload();
    }

    void reload() {
        if (who != null) {
            reload.now();
        }
    }

    /** What the action is called: its kind. */
    String kind(Action action) {
        return ActionKind.nameOf(action.terms().kind());
    }

    String detail(Action action) {
        return action.terms().place().isBlank() ? kind(action) : kind(action) + ", " + action.terms().place();
    }

    private Found read() {
        Who of = java.util.Objects.requireNonNull(who);
        YearMonth shown = month.get();
        List<AttendanceLine> lines = reading.month(of.caseId(), of.memberId(), shown.atDay(1), shown.atEndOfMonth(), desk.today());
        return new Found(shown, lines,
                AttendanceSum.of(lines.stream().map(AttendanceLine::marked).toList(), shown.atDay(1), shown.atEndOfMonth()));
    }

    private void show(Found found) {
        if (!found.month().equals(month.get())) {
            return;
        }
        sum.set(found.sum());
        List<AttendanceRow> rows = found.lines().stream().map(this::row).toList();
        boolean weekend = rows.stream().anyMatch(row -> row.day(SUNDAY).get().marked() || row.day(SUNDAY - 1).get().marked());
        grid.show(rows, weekend);
        if (moved) {
            moved = false;
            grid.goToDay(found.month().atDay(1));
            goTo(rows);
        }
    }

    /** On today when it is in the month. */
    private void goTo(List<AttendanceRow> rows) {
        LocalDate today = desk.today();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).monday().equals(Attendance.monday(today))) {
                grid.go(i, today.getDayOfWeek().getValue() - 1);
                return;
            }
        }
    }

    private AttendanceRow row(AttendanceLine line) {
        LocalDate monday = line.monday();
        String week = texts.of("attendance.week-of", monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), desk.formats().shortDate(monday),
                desk.formats().shortDate(monday.plusDays(SUNDAY)));
        return new AttendanceRow(line, week, detail(line.action()), writer, desk.today());
    }
}
