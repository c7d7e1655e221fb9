package se.trepart.app.reminder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import se.trepart.app.Office;
import se.trepart.app.Pictures;
import se.trepart.app.conflict.ConflictsViewModel;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.Reminders;
import se.trepart.app.shell.View;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.today.TodayFilter;
import se.trepart.app.today.TodayRow;
import se.trepart.app.today.TodayView;
import se.trepart.app.today.TodayViewModel;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.signin.Session;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.followup.Snooze;
import se.trepart.model.person.Protection;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Reminders by keys: set, done, put off with a reason and taken back, and the unit's list. */
class ReminderScreenTest {

    private static final String NO_NEXT_STEP = "Inget nästa steg";
    private static final Staff LENA = new Staff(Office.id(15), Unit.MUNICIPALITY, "s15", "Lena Ek", "förste socialsekreterare", "",
            List.of(Role.TEAM_LEAD), List.of(Unit.MUNICIPALITY, Office.INTAKE.id(), Office.RUNNING.id()), List.of(), true, Office.TODAY);

    @TempDir
    Path folder;
    private Office office;
    private Desk desk;
    private Directory directory;
    private Stage stage;
    private UUID karins;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startScreen() {
        Pictures.start();
        Pictures.onScreen(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    }

    @BeforeEach
    void open() {
        office = new Office(folder);
        karins = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
        office.household(2, "Björn", "Lind", Phase.RUNNING, ApplicationStatus.DECIDED, Protection.NONE);
        // as in the program: what is told from elsewhere comes to the screen's own thread
        desk = on(office.desk(), TaskRunner.onVirtualThreads(new UnexpectedErrors(code -> errors.add(code))));
        directory = new Directory(desk.documents(), desk.staff());
        stage = Pictures.stage();
    }

    @AfterEach
    void close() throws Exception {
        Pictures.onScreen(stage::close);
        desk.tasks().end(Duration.ofSeconds(5));
        directory.close();
        office.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void aCaseWithNoNextStepIsFoundAndPutOffWithAReasonAndTakenBack() throws Exception {
        try (TodayViewModel today = today(desk, directory)) {
            TodayView view = show(new TodayView(today, desk.texts()));
            assertThat(today.rows()).extracting(TodayRow::what).containsExactly(NO_NEXT_STEP);
            press(KeyCode.U);
            assertThat(focus()).isInstanceOf(DatePicker.class);
            Pictures.onScreen(() -> today.putOff().until().set(Office.TODAY.plusDays(9)));
            TextInputControl reason = find(TextInputControl.class, "Varför");
            Pictures.onScreen(reason::requestFocus);
            press(KeyCode.ENTER);
            assertThat(desk.documents().list(Snooze.class, ListFilter.ALL)).as("not without a reason").isEmpty();
            Pictures.onScreen(() -> reason.setText("väntar på läkarbesök"));
            press(KeyCode.ENTER);

            eventually(() -> assertThat(today.putOff().snoozed()).singleElement()
                    .extracting(row -> row.words().replace('\u00A0', ' '))
                    .isEqualTo("Öberg, Amina · Inget nästa steg · uppskjuten till 2 dec – väntar på läkarbesök"));
            assertThat(today.rows()).isEmpty();
            assertThat(desk.documents().list(Snooze.class, ListFilter.ALL)).singleElement().satisfies(snooze -> {
                assertThat(snooze.until()).isEqualTo(Office.TODAY.plusDays(9));
                assertThat(snooze.side()).isEqualTo(Side.AID);
            });
            eventually(() -> assertThat(((TitledPane) view.node().lookup(".titled-pane")).isExpanded()).isFalse());
            Pictures.onScreen(() -> today.putOff().takeBack(today.putOff().snoozed().getFirst()));
            eventually(() -> assertThat(today.rows()).extracting(TodayRow::what).containsExactly(NO_NEXT_STEP));
            assertThat(today.putOff().snoozed()).isEmpty();
            Pictures.onScreen(view::closed);
        }
    }

    @Test
    void anOwnReminderIsSetStandsInMinDagInItsOwnWordsAndIsDone() throws Exception {
        try (TodayViewModel today = today(desk, directory); RemindersViewModel model = reminders()) {
            RemindersView view = show(new RemindersView(model, desk.texts()).about(karins));
            Pictures.onScreen(view::mainAction);
            assertThat(model.rows()).isEmpty();
            assertThat(stage.getScene().getRoot().lookupAll(".field-fault")).as("what and when are missing").hasSize(2);
            type("ring skolan");
            Pictures.onScreen(() -> model.dueIn(0));
            Pictures.onScreen(view::mainAction);
            eventually(() -> assertThat(model.rows()).hasSize(1));
            assertThat(desk.documents().list(Reminder.class, ListFilter.ALL)).singleElement().satisfies(reminder -> {
                assertThat(reminder.caseId()).isEqualTo(karins);
                assertThat(reminder.forStaff()).as("goes with the case").isNull();
            });
            Pictures.onScreen(view::closed);

            TodayView day = show(new TodayView(today, desk.texts()));
            eventually(() -> assertThat(today.rows()).extracting(TodayRow::what).containsExactly("ring skolan"));
            Pictures.onScreen(() -> ((ListView<?>) focus()).getSelectionModel().selectFirst());
            Pictures.onScreen(() -> today.rows().getFirst().open().run());
            assertThat(desk.navigator().place().get()).isEqualTo(new Reminders(karins));
            press(KeyCode.K);
            eventually(() -> assertThat(desk.documents().list(Reminder.class, ListFilter.ALL)).singleElement()
                    .extracting(Reminder::doneOn)
                    .isEqualTo(Office.TODAY));
            Pictures.onScreen(day::closed);
        }
    }

    @Test
    void aReminderIsMovedAndACaseThatIsNotMineRemindsMeAlone() throws Exception {
        try (RemindersViewModel model = reminders()) {
            Pictures.onScreen(() -> {
                model.ask(Office.id(1002));
                model.opened();
            });
            eventually(() -> assertThat(model.chosen().get().value()).isEqualTo(Office.id(1002)));
            Pictures.onScreen(() -> {
                model.what().textProperty().set("fråga Mehmet");
                model.dueIn(3);
                assertThat(model.set()).isTrue();
            });
            eventually(() -> assertThat(model.rows()).singleElement()
                    .satisfies(row -> assertThat(row.reminder().forStaff()).isEqualTo(Office.KARIN.id())));
            LocalDate later = Office.TODAY.plusDays(12);
            Pictures.onScreen(() -> model.move(model.rows().getFirst(), later));
            eventually(
                    () -> assertThat(model.rows()).singleElement().satisfies(row -> assertThat(row.reminder().dueOn()).isEqualTo(later)));
        }
    }

    @Test
    void whoLeadsTheUnitSeesEverybodysLinesAndWhoseTheyAre() throws Exception {
        office.save(LENA);
        Desk lenas = as(LENA);
        try (Directory all = new Directory(lenas.documents(), LENA); TodayViewModel today = today(lenas, all)) {
            assertThat(today.rows()).isEmpty();
            TodayFilter filter = today.filter();
            assertThat(filter.offered()).isTrue();
            Pictures.onScreen(() -> filter.scope().set(filter.scopes().getLast()));
            eventually(() -> assertThat(today.rows()).extracting(TodayRow::who).containsExactlyInAnyOrder("Öberg, Amina", "Lind, Björn"));
            assertThat(today.rows()).filteredOn(row -> row.who().equals("Lind, Björn"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.why()).startsWith("Mehmet Åkerlund. "));
            assertThat(today.count().get()).as("what waits for herself").isZero();
            Pictures.onScreen(() -> filter.kind().set(filter.kinds().getLast()));
            assertThat(today.rows()).hasSize(2).extracting(TodayRow::what).containsOnly(NO_NEXT_STEP);
        }
        try (TodayViewModel karin = today(desk, directory)) {
            assertThat(karin.filter().offered()).isFalse();
        }
    }

    private TodayViewModel today(Desk whose, Directory known) {
        TodayViewModel[] model = new TodayViewModel[1];
        Pictures.onScreen(() -> model[0] = new TodayViewModel(whose, known, new ConflictsViewModel(whose, known), () -> {}));
        eventually(() -> assertThat(model[0].loaded().get()).isTrue());
        return model[0];
    }

    /** On the screen's thread, as often as it takes for what was asked for to be there. */
    private static void eventually(Runnable asserted) {
        for (int tries = 0; tries < 40; tries++) {
            try {
                Pictures.onScreen(asserted);
                return;
            } catch (AssertionError notYet) {
                Pictures.settle();
            }
        }
        Pictures.onScreen(asserted);
    }

    private static Desk on(Desk desk, TaskRunner tasks) {
        return new Desk(desk.workstation(), desk.session(), desk.clock(), desk.newId(), tasks, desk.dialogs(), desk.texts(), desk.formats(),
                desk.navigator());
    }

    private RemindersViewModel reminders() {
        RemindersViewModel[] model = new RemindersViewModel[1];
        Pictures.onScreen(() -> model[0] = new RemindersViewModel(desk, directory));
        return model[0];
    }

    private Desk as(Staff staff) {
        Session session = new Session() {
            @Override
            public Staff staff() {
                return staff;
            }

            @Override
            public UUID device() {
                return Office.id(98);
            }

            @Override
            public String token() {
                return "";
            }
        };
        return new Desk(desk.workstation(), session, desk.clock(), desk.newId(), desk.tasks(), desk.dialogs(), desk.texts(), desk.formats(),
                desk.navigator());
    }

    private <V extends View> V show(V view) {
        Pictures.onScreen(() -> {
            Scene scene = new Scene((Parent) view.node(), 1070, 640);
            scene.getStylesheets().add(Styles.STYLESHEET);
            stage.setScene(scene);
            stage.show();
            view.opened();
        });
        Pictures.settle();
        return view;
    }

    private <C extends Node> C find(Class<C> type, String name) {
        return stage.getScene()
                .getRoot()
                .lookupAll("*")
                .stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(node -> name.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private void press(KeyCode code) {
        Pictures.onScreen(() -> Event.fireEvent(focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        Pictures.settle();
    }

    private void type(String words) {
        Pictures.onScreen(() -> ((TextInputControl) focus()).setText(words));
    }

    private Node focus() {
        return stage.getScene().getFocusOwner();
    }
}
