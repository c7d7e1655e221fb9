package se.trepart.app.decision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
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
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.calculation.CalculationStep;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterStep;
import se.trepart.app.shell.Place;
import se.trepart.model.decision.Decision;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.letter.Letter;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DecidingScreenTest {

    private CaseDesk desk;
    private OpenCaseView view;

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Path folder = Files.createTempDirectory("deciding");
        desk = new CaseDesk(folder, CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(Decided.november())
                .with(Decided.investigated());
        OpenCase openCase = new OpenCase(CaseSamples.CASE, desk.desk(), Duration.ZERO);
        Rulebook rulebook = Rulebook.shipped();
        view = new OpenCaseView(openCase, List.of(new CalculationStep(openCase, rulebook), new DecidingStep(openCase, rulebook),
                new LetterStep(openCase, new LetterOffice(rulebook))));
        desk.navigator.place().addListener((_, _, now) -> {
            if (now instanceof Place.InCase in) {
                view.show(in.place(), in.anchor());
            }
        });
        Scene scene = new Scene(new StackPane(view.node()), 1000, 720);
        scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
        stage.setScene(scene);
        stage.show();
        view.show(CasePlace.CALCULATION, null);
        view.opened();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private static void focus(FxRobot robot, String id) {
        robot.interact(robot.lookup("#" + id).query()::requestFocus);
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }

    private void go(FxRobot robot, CasePlace place) {
        robot.interact(() -> desk.navigator.openCase(CaseSamples.CASE, place));
    }

    private CalculationLine rent() {
        return desk.desk()
                .documents()
                .inCase(Calculation.class, CaseSamples.CASE)
                .stream()
                .filter(c -> !c.locked())
                .flatMap(c -> c.lines().stream())
                .filter(line -> line.code().equals("RENT"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Control> controls(Node node) {
        List<Control> found = new ArrayList<>();
        if (node instanceof Control control && node.isVisible() && node.isFocusTraversable()) {
            found.add(control);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl) && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        }
        return found;
    }

    private static boolean named(Control control) {
        boolean text = control instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        boolean read = control.getAccessibleText() != null && !control.getAccessibleText().isBlank();
        return text || read || control instanceof ScrollPane || control instanceof ScrollBar || control instanceof Label;
    }

    private void assertNamed() {
        assertThat(controls(view.node())).isNotEmpty().allSatisfy(control -> assertThat(named(control)).as("%s", control).isTrue());
    }

    @Test
    void anAmountAndItsReasonAreWrittenByTheKeyboardAlone(FxRobot robot) throws TimeoutException {
        focus(robot, "calculation-value-RENT");
        robot.write("7000").type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(robot.lookup("#calculation-reason-RENT").query().isFocused()).isTrue();
        assertThat(robot.lookup("#calculation-go-on").<Button>query().isDisabled()).isTrue();
        robot.write("Enligt avin").type(KeyCode.TAB);
        robot.interact(() -> {});
        waitFor(() -> rent().changed() && !robot.lookup("#calculation-go-on").<Button>query().isDisabled());
        assertThat(rent().reason()).isEqualTo("Enligt avin");
        focus(robot, "calculation-value-RENT");
        robot.type(KeyCode.DOWN);
        waitFor(() -> robot.lookup("#calculation-value-ELECTRICITY").query().isFocused());
    }

    @Test
    void theFaultOfAnAmountComesUnderItsFieldWhenItIsLeft(FxRobot robot) {
        focus(robot, "calculation-value-RENT");
        robot.write("sju");
        assertThat(robot.lookup("#calculation-line-RENT .field-fault").queryAll()).isEmpty();
        robot.type(KeyCode.DOWN);
        assertThat(robot.lookup("#calculation-line-RENT .field-fault").queryAllAs(Label.class)).extracting(Label::getText)
                .containsExactly("Skriv ett belopp i kronor, till exempel 1 234,50.");
    }

    @Test
    void fromCalculationToASentLetterWithTheMainAction(FxRobot robot) {
        assertNamed();
        robot.interact(view::mainAction);
        robot.interact(view::mainAction);
        assertNamed();
        focus(robot, "decision-child-effect");
        robot.write("Leo och Maja bor kvar.");
        desk.dialogs.answer(true);
        robot.interact(view::mainAction);
        assertThat(desk.desk().documents().inCase(Decision.class, CaseSamples.CASE)).allMatch(Decision::made).hasSize(1);
        go(robot, CasePlace.LETTER);
        assertNamed();
        robot.interact(() -> {});
        assertThat(robot.lookup("#letter-pages .letter-sheet").queryAll()).isNotEmpty();
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        assertThat(desk.desk().documents().inCase(Letter.class, CaseSamples.CASE)).hasSize(1)
                .allMatch(letter -> letter.sending() != null && letter.pdfSha256().length() == 64);
        assertThat(robot.lookup("#letter-sent").<Label>query().getText()).startsWith("Skickat den 22 november 2026.");
    }
}
