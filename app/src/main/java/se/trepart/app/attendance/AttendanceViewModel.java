package se.trepart.app.attendance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.attendance.AttendanceGridViewModel.Goes;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;

import org.jspecify.annotations.Nullable;

/** Attendance (Närvaro): whose, which week, and what is marked; the month of one person and the month's reports beside it. */
public final class AttendanceViewModel implements AutoCloseable {

    /** What the place shows. */
    public enum Page {
        /** a week of a group */
        WEEK,
        /** a month of one person */
        PERSON,
        /** the month's reports to the caseworkers */
        REPORT
    }

    /**
     * Which actions are shown (grupp).
     *
     * @param mine those that the user answers for
     * @param place null for all places
     */
    public record Group(boolean mine, @Nullable String place) {

        boolean holds(Action action, UUID me) {
            return (!mine || action.terms().responsible().equals(me)) && (place == null || action.terms().place().equals(place));
        }
    }

    private static final int WEEK = 7;

    private final Desk desk;
    private final Texts texts;
    private final AttendanceReading reading;
    private final MarkWriter writer;
    private final AttendanceGridViewModel grid;
    private final PersonMonthViewModel person;
    private final MonthReportViewModel report;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.WEEK);
    private final ReadOnlyObjectWrapper<LocalDate> monday;
    private final ObservableList<Choice<Group>> groups = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Group>> group = new SimpleObjectProperty<>();
    private final BooleanProperty weekend = new SimpleBooleanProperty();
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final Reload reload;
    private final AutoCloseable watch;
    private boolean shown;
    private boolean stale = true;
    private boolean showing;
    private boolean moved = true;

    public AttendanceViewModel(Desk desk, Directory directory) {
        this.desk = desk;
        texts = desk.texts();
        reading = new AttendanceReading(desk.documents(), directory);
        writer = new MarkWriter(desk);
        grid = new AttendanceGridViewModel(desk, writer, Goes.DOWN);
        person = new PersonMonthViewModel(desk, reading, writer);
        report = new MonthReportViewModel(desk, reading, directory);
        monday = new ReadOnlyObjectWrapper<>(Attendance.monday(desk.today()));
        groups.setAll(List.of(new Choice<>(texts.of("attendance.mine"), new Group(true, null)),
                new Choice<>(texts.of("attendance.everybody"), new Group(false, null))));
        group.set(groups.getFirst());
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).showing(loading).then(this::show));
        group.subscribe(this::other);
        weekend.subscribe(this::other);
        watch = desk.documents().onChange(ids -> desk.tasks().onScreen(() -> changed(ids)));
    }

    /** The place is shown: reads what it shows when that has not been done since something changed. */
    public void opened() {
        shown = true;
        if (stale) {
            reload();
        }
    }

    public void closed() {
        shown = false;
    }

    public Desk desk() {
        return desk;
    }

    public AttendanceGridViewModel grid() {
        return grid;
    }

    public PersonMonthViewModel person() {
        return person;
    }

    public MonthReportViewModel report() {
        return report;
    }

    /** Where the marks are on their way to the disk. */
    MarkWriter writer() {
        return writer;
    }

    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** The day the shown week begins. */
    public ReadOnlyObjectProperty<LocalDate> monday() {
        return monday.getReadOnlyProperty();
    }

    /** The user's own, everybody's, and each place. */
    public ObservableList<Choice<Group>> groups() {
        return groups;
    }

    public ObjectProperty<Choice<Group>> group() {
        return group;
    }

    /** Whether Saturday and Sunday are shown; they are also when something is marked there. */
    public BooleanProperty weekend() {
        return weekend;
    }

    /** Reading that has taken more than a moment. */
    public BooleanProperty loading() {
        return loading;
    }

    /** Whether the week has been read at least once: before that, empty means nothing. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public void week(int step) {
        monday.set(monday.get().plusWeeks(step));
        other();
    }

    public void thisWeek() {
        monday.set(Attendance.monday(desk.today()));
        other();
    }

    public void show(Page next) {
        page.set(next);
        if (next == Page.REPORT) {
            report.show(wanted());
        } else if (next == Page.PERSON && grid.row().isPresent()) {
            showPerson();
        } else {
            reload();
        }
    }

    /** The month of the person whose row the cursor stands on. */
    public void showPerson() {
        page.set(Page.PERSON);
        grid.row().ifPresent(row -> person.show(row.action().caseId(), row.action().memberId(), row.who(), YearMonth.from(monday.get())));
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    /** Other weeks or other people than before. */
    private void other() {
        moved = true;
        if (shown && !showing) {
            reload();
        }
    }

    private void reload() {
        switch (page.get()) {
            case WEEK -> reload.now();
            case PERSON -> person.reload();
            case REPORT -> report.show(wanted());
        }
    }

    private void changed(Set<UUID> ids) {
        stale = true;
        if (shown) {
            if (page.get() == Page.WEEK && ids.stream().allMatch(this::isShown)) {
                refresh(ids);
            } else {
                reload();
            }
        }
    }

    private boolean isShown(UUID caseId) {
        return grid.rows().stream().anyMatch(row -> row.action().caseId().equals(caseId));
    }

    /** What is marked is read for the rows that it is about; what else has changed of them needs all to be read. */
    private void refresh(Set<UUID> ids) {
        List<AttendanceRow> rows = grid.rows().stream().filter(row -> ids.contains(row.action().caseId())).toList();
        desk.tasks()
                .of(() -> rows.stream().allMatch(row -> reading.still(row.action()))
                        ? reading.attendances(rows.stream().map(AttendanceRow::action).toList(), rows.getFirst().monday(),
                                rows.getFirst().monday())
                        : null)
                .then(weeks -> {
                    if (weeks == null) {
                        reload.now();
                    } else {
                        rows.forEach(row -> weeks.stream().filter(row::isAbout).findFirst().ifPresent(row::show));
                    }
                })
                .start();
    }

    private Predicate<Action> wanted() {
        Group of = Objects.requireNonNull(group.get().value());
        UUID me = desk.staff().id();
        return action -> of.holds(action, me);
    }

    /** A week as it was read. @param places of everybody's actions */
    private record Found(LocalDate monday, List<AttendanceLine> lines, List<String> places) {}

    private Found read() {
        LocalDate first = monday.get();
        List<Action> actions = reading.actions(first, first.plusDays(WEEK - 1), desk.today());
        List<AttendanceLine> lines = reading.week(actions, wanted(), first);
        List<String> places = actions.stream().filter(reading::seen).map(action -> action.terms().place()).distinct().toList();
        return new Found(first, lines, SwedishOrder.sorted(places, place -> place));
    }

    private void show(Found found) {
        if (!found.monday().equals(monday.get())) {
            // the user has gone on meanwhile, and that week is being read
            return;
        }
        stale = false;
        List<AttendanceRow> rows = found.lines().stream().map(this::row).toList();
        boolean marked = rows.stream().anyMatch(row -> row.day(5).get().marked() || row.day(6).get().marked());
        grid.show(rows, weekend.get() || marked);
        if (moved) {
            moved = false;
            grid.goToDay(desk.today());
        }
        showPlaces(found.places());
        loaded.set(true);
    }

    private AttendanceRow row(AttendanceLine line) {
        boolean onePlace = Objects.requireNonNull(group.get().value()).place() != null;
        return new AttendanceRow(line, line.who(), onePlace ? person.kind(line.action()) : person.detail(line.action()), writer,
                desk.today());
    }

    private void showPlaces(List<String> places) {
        Set<String> now = groups.stream().skip(2).map(Choice::label).collect(Collectors.toSet());
        if (!now.equals(Set.copyOf(places))) {
            List<Choice<Group>> all = new ArrayList<>(groups.subList(0, 2));
            places.forEach(place -> all.add(new Choice<>(place, new Group(false, place))));
            Choice<Group> chosen = group.get();
            showing = true;
            groups.setAll(all);
            group.set(all.contains(chosen) ? chosen : all.getFirst());
            showing = false;
        }
    }
}
