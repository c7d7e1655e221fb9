package se.trepart.app.casefile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.control.Styles;
import se.trepart.app.investigation.InvestigationStep;
import se.trepart.app.shell.Place;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.investigation.Investigation;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CaseScreenTest {

    private CaseDesk desk;
    private OpenCaseView view;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Path folder = Files.createTempDirectory("case");
        desk = new CaseDesk(folder, CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(CaseSamples.overdueRequest());
        OpenCase openCase = new OpenCase(CaseSamples.CASE, desk.desk(), java.time.Duration.ZERO);
        view = new OpenCaseView(openCase,
                List.of(new ApplicationStep(openCase), new InvestigationStep(openCase), new JournalStep(openCase)));
        desk.navigator.place().addListener((_, _, now) -> {
            if (now instanceof Place.InCase in) {
                view.show(in.place(), in.anchor());
            }
        });
        scene = new Scene(new StackPane(view.node()), 1000, 720);
        scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
        stage.setScene(scene);
        stage.show();
        view.show(CasePlace.APPLICATION, null);
        view.opened();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private void go(FxRobot robot, CasePlace place) {
        robot.interact(() -> desk.navigator.openCase(CaseSamples.CASE, place));
    }

    private List<Control> controls(Node node) {
        List<Control> found = FXCollections.observableArrayList();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<Control> found) {
        if (node instanceof Control control && node.isVisible() && node.isFocusTraversable()) {
            found.add(control);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl) && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean named(Control control) {
        boolean text = control instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        boolean read = control.getAccessibleText() != null && !control.getAccessibleText().isBlank();
        return text || read || control instanceof ScrollPane || control instanceof ScrollBar || control instanceof Label;
    }

    @Test
    void noControlIsWithoutAName(FxRobot robot) {
        for (CasePlace place : List.of(CasePlace.APPLICATION, CasePlace.INVESTIGATION, CasePlace.JOURNAL)) {
            go(robot, place);
            if (place == CasePlace.INVESTIGATION) {
                robot.interact(view::mainAction);
                robot.interact(() -> view.show(CasePlace.INVESTIGATION, "authority.fk"));
            }
            assertThat(controls(view.node())).isNotEmpty().allSatisfy(control -> assertThat(named(control)).as("%s", control).isTrue());
        }
    }

    @Test
    void aStepIsAnsweredByTheKeyboardAlone(FxRobot robot) {
        go(robot, CasePlace.INVESTIGATION);
        robot.interact(view::mainAction);
        Button first = robot.lookup(".check-head").query();
        robot.interact(first::requestFocus);
        robot.type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.SPACE);
        robot.interact(() -> view.show(CasePlace.INVESTIGATION, "household"));
        robot.interact(() -> {});
        robot.write("Mor och barn").type(KeyCode.TAB).write("Stammer").type(KeyCode.TAB);
        robot.interact(() -> {});
        Investigation stored = desk.desk().documents().inCase(Investigation.class, CaseSamples.CASE).getFirst();
        assertThat(stored.item("household").orElseThrow().result()).isEqualTo("Mor och barn");
        assertThat(stored.item("household").orElseThrow().assessment()).isEqualTo("Stammer");
        assertThat(robot.lookup(".case-step").queryAllAs(ToggleButton.class)).extracting(Node::getAccessibleText)
                .contains("Utredning 1 av 6");
    }

    @Test
    void theRightColumnFollowsTheWork(FxRobot robot) {
        go(robot, CasePlace.INVESTIGATION);
        robot.interact(view::mainAction);
        System.gc();
        robot.interact(() -> view.show(CasePlace.INVESTIGATION, null));
        assertThat(robot.lookup(".case-side .plain-link").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                .contains("Barnets bästa: Leo saknas", "Barnets bästa: Maja saknas")
                .doesNotContain("Inled utredningen");
    }

    @Test
    void aNoteIsWrittenWithTheMainAction(FxRobot robot) {
        go(robot, CasePlace.JOURNAL);
        TextInputControl text = robot.lookup(".text-area").query();
        robot.interact(text::requestFocus);
        robot.write("Amina ringde");
        robot.interact(view::mainAction);
        assertThat(desk.desk().documents().inCase(JournalNote.class, CaseSamples.CASE)).extracting(JournalNote::text)
                .contains("Amina ringde");
        assertThat(text.getText()).isEmpty();
    }

    @Test
    void aFutureDayIsRefusedUnderItsFieldWhenItIsLeft(FxRobot robot) {
        go(robot, CasePlace.JOURNAL);
        robot.interact(() -> {
            robot.lookup(".date-picker").<javafx.scene.control.DatePicker>query().setValue(CaseSamples.TODAY.plusDays(2));
        });
        robot.interact(robot.lookup(".date-picker").<javafx.scene.control.DatePicker>query()::requestFocus);
        robot.interact(robot.lookup(".text-area").query()::requestFocus);
        assertThat(robot.lookup(".field-fault").queryAllAs(Label.class)).extracting(Label::getText).contains("Dagen har inte varit än.");
    }
}
