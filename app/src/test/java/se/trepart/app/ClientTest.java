package se.trepart.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.Main;
import se.trepart.app.shell.RolePlaces;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The window itself: opens, is worked by keyboard, and names each of its controls. */
class ClientTest {

    @TempDir
    Path folder;
    private final ScreenThreadGuard guard = new ScreenThreadGuard();
    private Office office;
    private Stage stage;
    private Client client;

    @BeforeAll
    static void startScreen() {
        Pictures.start();
    }

    @BeforeEach
    void open() {
        office = new Office(folder);
        office.fill();
        stage = Pictures.stage();
        Pictures.onScreen(
                () -> client = Client.open(stage, guard.around(office.workstation), Office.session(), Office.CLOCK, OfficeMenu.NONE));
        waitFor(() -> client.ready());
        Pictures.settle();
    }

    @AfterEach
    void close() {
        Pictures.onScreen(stage::close);
        office.close();
        assertThat(guard.caught()).as("the store was used on the JavaFX thread").isEmpty();
    }

    @Test
    void theKeysLeadToThePlacesAndBack() {
        press(KeyCode.DIGIT3, true, false);
        assertThat(client.navigator().place().get()).isEqualTo(Main.CASES);
        press(KeyCode.DIGIT2, true, false);
        assertThat(client.navigator().place().get()).isEqualTo(Main.APPLICATIONS);
        press(KeyCode.LEFT, false, true);
        assertThat(client.navigator().place().get()).isEqualTo(Main.CASES);
    }

    @Test
    void theSearchTakesTheFocusAndGivesItBack() {
        press(KeyCode.DIGIT3, true, false);
        Node before = stage.getScene().getFocusOwner();
        press(KeyCode.K, true, false);
        assertThat(stage.getScene().getFocusOwner()).isInstanceOf(TextInputControl.class);
        Pictures.onScreen(() -> ((TextInputControl) stage.getScene().getFocusOwner()).setText("min dag"));
        press(KeyCode.ESCAPE, false, false);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(before);
        press(KeyCode.K, true, false);
        Pictures.onScreen(() -> ((TextInputControl) stage.getScene().getFocusOwner()).setText("min dag"));
        ListView<?> hits = (ListView<?>) stage.getScene().lookup(".search-box .list-view");
        waitFor(() -> hits.getItems().size() == 1);
        press(KeyCode.ENTER, false, false);
        assertThat(client.navigator().place().get()).isEqualTo(Main.TODAY);
    }

    @Test
    void theCatalogueIsReachedFromTheSearchAndFromPlaner() {
        press(KeyCode.K, true, false);
        Pictures.onScreen(() -> ((TextInputControl) stage.getScene().getFocusOwner()).setText("insatskat"));
        ListView<?> hits = (ListView<?>) stage.getScene().lookup(".search-box .list-view");
        waitFor(() -> hits.getItems().size() == 1);
        press(KeyCode.ENTER, false, false);
        assertThat(client.navigator().place().get()).isEqualTo(Aside.OFFERS);
        Pictures.onScreen(() -> client.navigator().open(Main.PLANS));
        Pictures.onScreen(() -> ((ButtonBase) stage.getScene().lookup("#plan-offers")).fire());
        assertThat(client.navigator().place().get()).isEqualTo(Aside.OFFERS);
    }

    @Test
    void f6GoesRoundThePanes() {
        press(KeyCode.DIGIT3, true, false);
        assertThat(stage.getScene().getFocusOwner()).isInstanceOf(TableView.class);
        press(KeyCode.F6, false, false);
        Node syncLine = stage.getScene().getFocusOwner();
        press(KeyCode.F6, false, false);
        assertThat(stage.getScene().getFocusOwner()).isNotSameAs(syncLine).isInstanceOf(ButtonBase.class);
    }

    @Test
    void everyControlSaysWhatItIs() {
        for (Main place : RolePlaces.of(Office.KARIN.roles())) {
            Pictures.onScreen(() -> client.navigator().open(place));
            Pictures.settle();
            assertThat(nameless(stage.getScene().getRoot())).as("controls without a name in %s", place).isEmpty();
        }
    }

    /** Whether it was is looked at after each test. */
    @Test
    void noPlaceAndNoStepOfACaseUsesTheStoreOnTheScreensThread() {
        List<Place> places = new ArrayList<>(RolePlaces.of(Office.KARIN.roles()));
        places.addAll(List.of(Aside.values()));
        for (CasePlace place : CasePlace.values()) {
            places.add(new InCase(Office.id(1001), place, null));
        }
        for (Place place : places) {
            Pictures.onScreen(() -> client.navigator().open(place));
            Pictures.settle();
        }
    }

    @Test
    void atAMeetingNothingOfAnybodyElseIsOnTheScreenUntilItIsLeft() {
        List<Participant> three = List.of(Participant.called(Office.id(9002), Party.APPLICANT, null, "Björn Al-Hassani"),
                Participant.called(Office.id(9003), Party.CASEWORKER, Office.KARIN.id(), "Karin Berg"),
                Participant.called(Office.id(9004), Party.CONSULTANT, Office.MEHMET.id(), "Mehmet Åkerlund"));
        TripartiteMeeting meeting = TripartiteMeeting.call(Office.id(9001), Office.RUNNING.id(), Office.id(1001), Office.id(3001), null,
                new MeetingTime(Office.TODAY.plusDays(3).atTime(10, 0), 60, "Rum 4", ""), "Följa upp", three, Office.KARIN.id(),
                Office.TODAY);
        office.save(meeting);
        Pictures.onScreen(() -> client.navigator().open(new Place.AtMeeting(meeting.id())));
        waitFor(() -> stage.getScene().lookup(".meeting-view") != null);
        List<Node> around = Stream.of(".left", ".top-bar", ".sync-line").map(stage.getScene()::lookup).toList();
        assertThat(around).noneMatch(Node::isVisible);
        press(KeyCode.K, true, false);
        assertThat(stage.getScene().lookup(".search-layer").isVisible()).isFalse();
        press(KeyCode.ESCAPE, false, false);
        assertThat(client.navigator().place().get()).isEqualTo(new Place.OfMeeting(meeting.id()));
        assertThat(around).allMatch(Node::isVisible);
    }

    private static List<Node> nameless(Parent parent) {
        List<Node> found = new ArrayList<>();
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean control = node.isFocusTraversable() && (node instanceof ButtonBase || node instanceof TextInputControl
                    || node instanceof ComboBoxBase || node instanceof ListView || node instanceof TableView);
            boolean named = node.getAccessibleText() != null
                    || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
            if (control && !named) {
                found.add(node);
            }
            if (node instanceof Parent inner && !(node instanceof TextInputControl)) {
                found.addAll(nameless(inner));
            }
        }
        return found;
    }

    private void press(KeyCode code, boolean control, boolean alt) {
        Pictures.onScreen(() -> {
            Node target = stage.getScene().getFocusOwner() == null ? stage.getScene().getRoot() : stage.getScene().getFocusOwner();
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false));
        });
        Pictures.settle();
    }

    private static void waitFor(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("time to wait").isBefore(end);
            Pictures.settle();
        }
    }
}
