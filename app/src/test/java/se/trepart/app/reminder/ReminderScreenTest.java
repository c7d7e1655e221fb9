package se.trepart.app.reminder;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DatePicker;
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
import se.trepart.app.shell.Place.Reminders;
import se.trepart.app.shell.View;
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
        desk = office.desk();
        directory = new Directory(desk.documents(), desk.staff());
        stage = Pictures.stage();
    }

    @AfterEach
    void close() throws Exception {
        Pictures.onScreen(stage::close);
        directory.close();
        office.close();
    }

    @Test
    void aCaseWithNoNextStepIsFoundAndPutOffWithAReasonAndTakenBack() throws Exception {
        try (TodayViewModel today = today(desk)) {
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

            assertThat(desk.documents().list(Snooze.class, ListFilter.ALL)).singleElement().satisfies(snooze -> {
                assertThat(snooze.until()).isEqualTo(Office.TODAY.plusDays(9));
                assertThat(snooze.side()).isEqualTo(Side.AID);
            });
            assertThat(today.rows()).isEmpty();
            assertThat(today.putOff().snoozed()).singleElement()
                    .extracting(row -> row.words().replace('\u00A0', ' '))
                    .isEqualTo("Öberg, Amina · Inget nästa steg · uppskjuten till 2 dec – väntar på läkarbesök");
            Pictures.onScreen(() -> today.putOff().takeBack(today.putOff().snoozed().getFirst()));
            assertThat(today.rows()).extracting(TodayRow::what).containsExactly(NO_NEXT_STEP);
            assertThat(today.putOff().snoozed()).isEmpty();
            Pictures.onScreen(view::closed);
        }
    }

    @Test
    void anOwnReminderIsSetStandsInMinDagInItsOwnWordsAndIsDone() throws Exception {
        try (TodayViewModel today = today(desk); RemindersViewModel model = new RemindersViewModel(desk, directory)) {
            RemindersView view = new RemindersView(model, desk.texts());
            Pictures.onScreen(() -> view.about(karins));
            show(view);
            Pictures.onScreen(view::mainAction);
            assertThat(model.rows()).isEmpty();
            assertThat(stage.getScene().getRoot().lookupAll(".field-fault")).as("what and when are missing").hasSize(2);
            type("ring skolan");
            Pictures.onScreen(() -> model.dueIn(0));
            Pictures.onScreen(view::mainAction);
            assertThat(desk.documents().list(Reminder.class, ListFilter.ALL)).singleElement().satisfies(reminder -> {
                assertThat(reminder.caseId()).isEqualTo(karins);
                assertThat(reminder.forStaff()).as("goes with the case").isNull();
            });
            assertThat(model.rows()).hasSize(1);
            Pictures.onScreen(view::closed);

            TodayView day = show(new TodayView(today, desk.texts()));
            assertThat(today.rows()).extracting(TodayRow::what).containsExactly("ring skolan");
            Pictures.onScreen(() -> today.rows().getFirst().open().run());
            assertThat(desk.navigator().place().get()).isEqualTo(new Reminders(karins));
            press(KeyCode.K);
            assertThat(desk.documents().list(Reminder.class, ListFilter.ALL)).singleElement()
                    .extracting(Reminder::doneOn)
                    .isEqualTo(Office.TODAY);
            Pictures.onScreen(day::closed);
        }
    }

    @Test
    void aReminderIsMovedAndACaseThatIsNotMineRemindsMeAlone() throws Exception {
        try (RemindersViewModel model = new RemindersViewModel(desk, directory)) {
            model.ask(Office.id(1002));
            model.opened();
            model.what().textProperty().set("fråga Mehmet");
            model.dueIn(3);
            assertThat(model.set()).isTrue();
            assertThat(model.rows()).singleElement().satisfies(row -> assertThat(row.reminder().forStaff()).isEqualTo(Office.KARIN.id()));
            LocalDate later = Office.TODAY.plusDays(12);
            model.move(model.rows().getFirst(), later);
            assertThat(model.rows()).singleElement().satisfies(row -> assertThat(row.reminder().dueOn()).isEqualTo(later));
        }
    }

    @Test
    void whoLeadsTheUnitSeesEverybodysLinesAndWhoseTheyAre() throws Exception {
        office.save(LENA);
        Desk lenas = as(LENA);
        try (Directory all = new Directory(lenas.documents(), LENA);
                TodayViewModel today = new TodayViewModel(lenas, all, new ConflictsViewModel(lenas, all), () -> {})) {
            assertThat(today.rows()).isEmpty();
            TodayFilter filter = today.filter();
            assertThat(filter.offered()).isTrue();
            filter.scope().set(filter.scopes().getLast());
            assertThat(today.rows()).extracting(TodayRow::who).containsExactlyInAnyOrder("Öberg, Amina", "Lind, Björn");
            assertThat(today.rows()).filteredOn(row -> row.who().equals("Lind, Björn"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.why()).startsWith("Mehmet Åkerlund. "));
            assertThat(today.count().get()).as("what waits for herself").isZero();
            filter.kind().set(filter.kinds().getLast());
            assertThat(today.rows()).hasSize(2).extracting(TodayRow::what).containsOnly(NO_NEXT_STEP);
        }
        try (TodayViewModel karin = today(desk)) {
            assertThat(karin.filter().offered()).isFalse();
        }
    }

    private TodayViewModel today(Desk whose) {
        return new TodayViewModel(whose, directory, new ConflictsViewModel(whose, directory), () -> {});
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
