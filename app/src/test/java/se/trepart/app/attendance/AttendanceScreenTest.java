package se.trepart.app.attendance;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import se.trepart.app.Office;
import se.trepart.app.Pictures;
import se.trepart.app.conflict.ConflictsViewModel;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.today.TodayRow;
import se.trepart.app.today.TodayViewModel;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Presence;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The grid as a consultant works it: by keys alone, with what is in the store afterwards. */
class AttendanceScreenTest {

    private static final LocalDate MONDAY = Participants.LAST_MONDAY;

    @TempDir
    Path folder;
    private Office office;
    private Desk desk;
    private Directory directory;
    private Stage stage;
    private AttendanceViewModel model;
    private AttendanceView view;
    private List<Action> actions;
    private int pressed;

    @BeforeAll
    static void startScreen() {
        Pictures.start();
        Pictures.onScreen(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    }

    @BeforeEach
    void open() {
        office = new Office(folder);
        actions = Participants.at(office, "Återbruket", 20, 20);
        desk = office.desk();
        directory = new Directory(desk.documents(), desk.staff());
        stage = Pictures.stage();
        Pictures.onScreen(() -> {
            model = new AttendanceViewModel(desk, directory);
            view = new AttendanceView(model, desk.texts());
            Scene scene = new Scene((Parent) view.node(), 1070, 680);
            scene.getStylesheets().add(Styles.STYLESHEET);
            stage.setScene(scene);
            stage.show();
            view.opened();
            model.week(-1);
        });
        Pictures.settle();
        pressed = 0;
    }

    @AfterEach
    void close() throws Exception {
        Pictures.onScreen(() -> {
            view.closed();
            stage.close();
        });
        model.close();
        directory.close();
        office.close();
    }

    @Test
    void aWeekOfTwentyPeopleIsMarkedWithFarFewerKeysThanDays() {
        press(KeyCode.A, true);
        // one was sick from Wednesday, one came late on Tuesday, one stayed away on Friday
        go(3, 2);
        press(KeyCode.DELETE);
        press(KeyCode.UP);
        press(KeyCode.RIGHT);
        press(KeyCode.DELETE);
        press(KeyCode.UP);
        press(KeyCode.RIGHT);
        press(KeyCode.DELETE);
        press(KeyCode.UP);
        press(KeyCode.S, true);
        go(7, 1);
        press(KeyCode.DIGIT4);
        go(12, 4);
        press(KeyCode.O);

        assertThat(pressed).as("keys for 100 days").isLessThanOrEqualTo(45);
        List<Mark> marks = marks();
        assertThat(marks).hasSize(100);
        assertThat(AttendanceSum.of(desk.documents().list(Attendance.class, ListFilter.ALL), MONDAY, MONDAY.plusDays(6)).days())
                .containsEntry(Presence.PRESENT, 96)
                .containsEntry(Presence.SICK_WITHOUT_CERTIFICATE, 3)
                .containsEntry(Presence.INVALID, 1);
        assertThat(marks).filteredOn(mark -> mark.presence() == Presence.PRESENT)
                .extracting(Mark::attendedMinutes)
                .containsOnly(Participants.DAY, 240);
        assertThat(marks).extracting(Mark::plannedMinutes).containsOnly(Participants.DAY);
    }

    @Test
    void everyDayTypedByItselfCostsOneKeyAndGoesDownTheDayAndOnToTheNext() {
        for (int i = 0; i < 100; i++) {
            press(i % 20 == 4 ? KeyCode.L : i % 20 == 5 ? KeyCode.B : KeyCode.N);
        }
        assertThat(pressed).isEqualTo(100);
        assertThat(marks()).hasSize(100);
        for (int day = 0; day < 5; day++) {
            LocalDate on = MONDAY.plusDays(day);
            assertThat(of(4, on).presence()).isEqualTo(Presence.SICK_WITH_CERTIFICATE);
            assertThat(of(5, on).presence()).isEqualTo(Presence.CHILD);
        }
    }

    @Test
    void r24AnInvalidAbsenceIsInTheStoreAndInTheCaseworkersDayBeforeTheNextKey() throws Exception {
        press(KeyCode.O);
        assertThat(of(0, MONDAY).presence()).isEqualTo(Presence.INVALID);
        assertThat(model.grid().cursor().get()).as("waits for what is known").isEqualTo(new AttendanceGridViewModel.Cursor(0, 0));
        press(KeyCode.ENTER);
        assertThat(focus()).isInstanceOf(TextInputControl.class);
        type("ringde inte");
        press(KeyCode.ENTER);
        assertThat(focus()).isInstanceOf(AttendanceGrid.class);
        assertThat(of(0, MONDAY).note()).isEqualTo("ringde inte");
        assertThat(model.grid().cursor().get().row()).isEqualTo(1);

        // the responsible caseworker is who works here: number 22 of three
        model.grid().go(rowOf(22), 0);
        Pictures.onScreen(() -> model.grid().mark(Presence.INVALID));
        try (TodayViewModel today = new TodayViewModel(desk, directory, new ConflictsViewModel(desk, directory), () -> {})) {
            assertThat(today.rows()).extracting(TodayRow::what).contains("Ogiltig frånvaro");
        }
    }

    @Test
    void aCommandNeverWritesOverAMarkAndIsTakenBackWhole() {
        press(KeyCode.S);
        press(KeyCode.A);
        assertThat(of(0, MONDAY).presence()).isEqualTo(Presence.SICK_WITHOUT_CERTIFICATE);
        assertThat(of(19, MONDAY).presence()).isEqualTo(Presence.PRESENT);
        assertThat(marks()).hasSize(20);
        Pictures.onScreen(view::undo);
        assertThat(marks()).singleElement().satisfies(mark -> assertThat(mark.presence()).isEqualTo(Presence.SICK_WITHOUT_CERTIFICATE));
    }

    @Test
    void whatNobodyCanKnowAheadIsNotMarkedAhead() {
        Pictures.onScreen(() -> {
            model.thisWeek();
            model.grid().go(0, DayOfWeek.FRIDAY.getValue() - 1);
        });
        press(KeyCode.N);
        assertThat(marks()).isEmpty();
        assertThat(model.grid().message().get()).contains("har inte varit än");
        press(KeyCode.L);
        assertThat(marks()).singleElement().satisfies(mark -> assertThat(mark.presence()).isEqualTo(Presence.SICK_WITH_CERTIFICATE));
    }

    @Test
    void hoursThatCannotBeReadAreToldOfAndNothingIsLost() {
        press(KeyCode.N);
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        Pictures.onScreen(() -> ((TextInputControl) stage.getScene().lookup(".short-field")).setText("sex"));
        press(KeyCode.ENTER);
        assertThat(of(0, MONDAY).attendedMinutes()).isEqualTo(Participants.DAY);
        assertThat(stage.getScene().getRoot().lookupAll(".field-fault")).hasSize(1);
        Pictures.onScreen(() -> ((TextInputControl) stage.getScene().lookup(".short-field")).setText("4,5"));
        press(KeyCode.ENTER);
        assertThat(of(0, MONDAY).attendedMinutes()).isEqualTo(270);
    }

    @Test
    void aMonthIsReportedOnceAndAgainWhenSomethingHasChanged() {
        press(KeyCode.A);
        Pictures.onScreen(() -> model.show(AttendanceViewModel.Page.REPORT));
        Pictures.onScreen(() -> model.report().rows().getFirst().words().textProperty().set("fungerar bra"));
        office.dialogs.answer(true);
        Pictures.onScreen(view::mainAction);
        List<AttendanceSummary> sent = desk.documents().list(AttendanceSummary.class, ListFilter.ALL);
        assertThat(sent).hasSize(20).allSatisfy(summary -> {
            assertThat(summary.month()).isEqualTo(YearMonth.of(2026, 11));
            assertThat(summary.sum().attendedMinutes()).isEqualTo(Participants.DAY);
        });
        assertThat(sent).extracting(AttendanceSummary::words).containsOnlyOnce("fungerar bra");
        assertThat(model.report().remaining()).isEmpty();
        Pictures.onScreen(view::mainAction);
        assertThat(office.dialogs.shown).as("asked once").hasSize(1);

        Pictures.onScreen(() -> {
            model.show(AttendanceViewModel.Page.WEEK);
            model.grid().go(0, 1);
            model.grid().mark(Presence.INVALID);
            model.show(AttendanceViewModel.Page.REPORT);
        });
        assertThat(model.report().remaining()).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo("ändrad sedan den skickades");
            Pictures.onScreen(() -> model.report().send(row));
        });
        assertThat(desk.documents().list(AttendanceSummary.class, ListFilter.ALL)).hasSize(20)
                .filteredOn(summary -> summary.sum().days(Presence.INVALID) == 1)
                .singleElement()
                .satisfies(summary -> assertThat(summary.receipt()).isNull());
    }

    @Test
    void onePersonsMonthHasAllWeeksAndGoesOnThroughTheWeek() {
        press(KeyCode.A);
        Pictures.onScreen(() -> {
            model.grid().go(2, 0);
            model.showPerson();
        });
        AttendanceGridViewModel month = model.person().grid();
        assertThat(month.rows()).hasSize(6).first().extracting(AttendanceRow::heading).asString().startsWith("v. 44");
        Pictures.onScreen(() -> {
            month.go(3, 1);
            month.mark(Presence.AUTHORITY);
        });
        assertThat(month.cursor().get()).isEqualTo(new AttendanceGridViewModel.Cursor(3, 2));
        assertThat(model.person().sum().get().days(Presence.AUTHORITY)).isEqualTo(1);
        assertThat(model.person().sum().get().days(Presence.PRESENT)).isEqualTo(1);
    }

    private int rowOf(int number) {
        for (int i = 0; i < model.grid().rows().size(); i++) {
            if (model.grid().rows().get(i).action().id().equals(Office.id(21_000 + number))) {
                return i;
            }
        }
        throw new AssertionError("no row of " + number);
    }

    private Mark of(int row, LocalDate on) {
        Action action = model.grid().rows().get(row).action();
        return desk.documents().find(Attendance.class, Attendance.of(action, on).id()).orElseThrow().on(on).orElseThrow();
    }

    private List<Mark> marks() {
        return desk.documents().list(Attendance.class, ListFilter.ALL).stream().flatMap(week -> week.marks().stream()).toList();
    }

    /** By the arrows, counted. */
    private void go(int row, int day) {
        AttendanceGridViewModel.Cursor now = model.grid().cursor().get();
        for (int i = now.row(); i != row; i += Integer.signum(row - now.row())) {
            press(row > now.row() ? KeyCode.DOWN : KeyCode.UP);
        }
        for (int i = now.day(); i != day; i += Integer.signum(day - now.day())) {
            press(day > now.day() ? KeyCode.RIGHT : KeyCode.LEFT);
        }
    }

    private void press(KeyCode code) {
        press(code, false);
    }

    private void press(KeyCode code, boolean shift) {
        pressed++;
        Pictures.onScreen(() -> Event.fireEvent(focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    }

    private void type(String words) {
        Pictures.onScreen(() -> words.chars()
                .forEach(letter -> focus().fireEvent(
                        new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(letter), "", KeyCode.UNDEFINED, false, false, false, false))));
    }

    private Node focus() {
        return stage.getScene().getFocusOwner();
    }
}
