package se.trepart.app.meeting;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.keyboard.Shortcuts;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.View;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Participant.Answer;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Meetings by the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MeetingScreenTest {

    private CaseDesk desk;
    private MeetingPlaces places;
    private final StackPane window = new StackPane();
    private View shown;

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        desk = new CaseDesk(Files.createTempDirectory("meeting"), CaseSamples.KARIN).with(MeetingSamples.all());
        places = new MeetingPlaces(desk.desk(), new LetterOffice(Rulebook.shipped()), Duration.ZERO);
        desk.navigator.place().addListener((_, _, now) -> {
            if (now instanceof Place.AboutMeeting about) {
                show(about);
            }
        });
        Scene scene = new Scene(window, 1000, 900);
        scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
        Shortcuts shortcuts = new Shortcuts();
        shortcuts.on(Shortcut.MAIN_ACTION, () -> shown.mainAction());
        shortcuts.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    @Test
    void aMeetingIsCalled(FxRobot robot) {
        go(robot, new Place.CallMeeting(CaseSamples.CASE, null));
        assertThat(nameless(shown.node())).isEmpty();
        robot.write("Vi foljer upp.").type(KeyCode.TAB);
        assertThat(links(robot)).containsExactly("Välj en dag som inte har varit", "Skriv klockslaget", "Skriv plats eller länk");
        robot.write("20270112").type(KeyCode.TAB).write("9.30").type(KeyCode.TAB);
        press(robot, link(robot, "Skriv plats eller länk"));
        robot.write("Stadshuset").type(KeyCode.TAB);
        act(robot);
        assertThat(meetings()).extracting(meeting -> meeting.time().startsAt()).contains(LocalDate.of(2027, 1, 12).atTime(9, 30));
        assertThat(desk.navigator.place().get()).isInstanceOf(Place.OfMeeting.class);
    }

    @Test
    void anAnswerIsNotedTheMeetingMovedAndCancelled(FxRobot robot) {
        go(robot, new Place.OfMeeting(MeetingSamples.TO_COME));
        assertThat(nameless(shown.node())).isEmpty();
        robot.interact(() -> shown.node().lookup(".combo-box").requestFocus());
        robot.type(KeyCode.DOWN);
        assertThat(toCome().participants().getFirst().answer()).isEqualTo(Answer.COMES);
        press(robot, button(robot, "Byt tid"));
        robot.interact(() -> {});
        robot.type(KeyCode.TAB).eraseText(5).write("15:00").type(KeyCode.TAB);
        press(robot, link(robot, "Skriv varför tiden ändras"));
        robot.write("Tolken").type(KeyCode.ENTER);
        press(robot, robot.lookup(".card .accent").<Button>query());
        assertThat(toCome().time().startsAt()).isEqualTo(LocalDate.of(2026, 12, 3).atTime(15, 0));
        assertThat(toCome().participants()).extracting(Participant::answer).containsOnly(Answer.NONE);
        desk.dialogs.answer("Amina är sjuk.");
        press(robot, button(robot, "Ställ in"));
        assertThat(toCome().status()).isEqualTo(Status.CANCELLED);
        assertThat(robot.lookup(".combo-box").tryQuery()).isEmpty();
    }

    @Test
    void anotherTimeIsAskedForAndAgreedTo(FxRobot robot) {
        go(robot, new Place.OfMeeting(MeetingSamples.TO_COME));
        robot.interact(() -> shown.node().lookup(".combo-box").requestFocus());
        robot.type(KeyCode.DOWN, 3).type(KeyCode.TAB).type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(nameless(shown.node())).isEmpty();
        assertThat(links(robot)).containsExactly("Välj en annan tid än den som är", "Skriv varför");
        robot.type(KeyCode.TAB).eraseText(5).write("15:00").type(KeyCode.TAB).write("Tandlakare");
        robot.type(KeyCode.TAB, 2).type(KeyCode.SPACE);
        assertThat(toCome().participants().getFirst().otherTime()).satisfies(asked -> {
            assertThat(asked.startsAt()).isEqualTo(LocalDate.of(2026, 12, 3).atTime(15, 0));
            assertThat(asked.why()).isEqualTo("Tandlakare");
        });
        robot.interact(() -> button(robot, "Ja, byt till den tiden").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(toCome().time().startsAt()).isEqualTo(LocalDate.of(2026, 12, 3).atTime(15, 0));
        assertThat(toCome().participants()).extracting(Participant::answer)
                .containsExactly(Answer.COMES, Answer.NONE, Answer.NONE, Answer.NONE);
    }

    @Test
    void r25TheMeetingIsNotFinishedUntilEachLinkBesideTheActionIsFollowed(FxRobot robot) {
        go(robot, new Place.AtMeeting(MeetingSamples.TO_COME));
        assertThat(shown.alone()).isTrue();
        assertThat(nameless(shown.node())).isEmpty();
        robot.write("Jag trivs").type(KeyCode.TAB).type(KeyCode.SPACE);
        assertThat(toCome().notes().applicantsWords()).isEqualTo("Jag trivs");
        assertThat(desk.desk().documents().inCase(AgreementResult.class, CaseSamples.CASE)).extracting(AgreementResult::done)
                .containsExactly(true);
        assertThat(robot.lookup(".toggle-button").queryAllAs(ToggleButton.class)).filteredOn(ToggleButton::isSelected)
                .extracting(Labeled::getText)
                .containsExactly("Gjort");

        assertThat(button(robot, "Avsluta mötet").isDisabled()).isTrue();
        act(robot);
        assertThat(toCome().status()).isEqualTo(Status.CALLED);
        press(robot, link(robot, "Skriv vad den sökande ska göra, eller välj inget"));
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        robot.write("Ring koket").type(KeyCode.TAB).write("20261210").type(KeyCode.TAB);
        for (CheckBox nothing : robot.lookup(".meeting-party .check-box").queryAllAs(CheckBox.class)) {
            if (!nothing.isDisabled()) {
                robot.interact(nothing::requestFocus);
                robot.type(KeyCode.SPACE);
            }
        }
        press(robot, link(robot, "Bestäm nästa möte, eller skriv varför inte"));
        robot.interact(() -> {});
        assertThat(robot.lookup(node -> node instanceof DatePicker && node.isFocusWithin()).tryQuery()).isPresent();
        robot.write("20270114").type(KeyCode.TAB);
        assertThat(links(robot)).isEmpty();
        act(robot);

        assertThat(toCome().status()).isEqualTo(Status.FINISHED);
        assertThat(toCome().notes().agreements()).extracting(Agreement::what, Agreement::by)
                .containsExactly(tuple("Ring koket", LocalDate.of(2026, 12, 10)));
        assertThat(toCome().notes().nextOn()).isEqualTo(LocalDate.of(2027, 1, 14));
        assertThat(robot.lookup(".text-input").queryAllAs(TextInputControl.class)).filteredOn(TextInputControl::isEditable)
                .allMatch(field -> field.isDisabled() || field.getParent() instanceof ComboBoxBase);
        robot.type(KeyCode.ESCAPE);
        assertThat(desk.navigator.place().get()).isEqualTo(new Place.OfMeeting(MeetingSamples.TO_COME));
    }

    @Test
    void r25FinishedNotesAreChangedByANewVersion(FxRobot robot) {
        go(robot, new Place.OfMeeting(MeetingSamples.HELD));
        desk.dialogs.answer("Fel ord.");
        press(robot, button(robot, "Ändra anteckningarna"));
        robot.write(" Ofta.");
        act(robot);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".label").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                .anyMatch(text -> text != null && text.startsWith("Version 2") && text.endsWith("Karin Berg: Fel ord."));
        assertThat(meetings()).filteredOn(meeting -> meeting.id().equals(MeetingSamples.HELD)).containsExactly(MeetingSamples.held());
    }

    /** The main action, by its keys. */
    private void act(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.interact(() -> {});
    }

    /** Goes to a link or button and presses it. */
    private static void press(FxRobot robot, Labeled control) {
        robot.interact(control::requestFocus);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
    }

    private void go(FxRobot robot, Place.AboutMeeting place) {
        robot.interact(() -> show(place));
        robot.interact(() -> {});
    }

    private void show(Place.AboutMeeting place) {
        if (shown != null) {
            shown.closed();
        }
        shown = places.view(place);
        window.getChildren().setAll(shown.node());
        shown.opened();
    }

    private static List<String> links(FxRobot robot) {
        return robot.lookup(".main-action .plain-link").queryAllAs(Hyperlink.class).stream().map(Hyperlink::getText).toList();
    }

    private static Hyperlink link(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof Hyperlink link && text.equals(link.getText())).query();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof Button button && text.equals(button.getText())).query();
    }

    private List<TripartiteMeeting> meetings() {
        return desk.desk().documents().inCase(TripartiteMeeting.class, CaseSamples.CASE);
    }

    private TripartiteMeeting toCome() {
        return desk.desk().documents().find(TripartiteMeeting.class, MeetingSamples.TO_COME).orElseThrow();
    }

    private static List<Node> nameless(Node node) {
        boolean control = node.isFocusTraversable()
                && (node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase);
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        if (control && !named) {
            return List.of(node);
        }
        return node instanceof Parent parent && !(node instanceof TextInputControl) && !(node instanceof ComboBoxBase)
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> nameless(child).stream()).toList()
                : List.of();
    }
}
