package se.trepart.app.letter;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.stage.Stage;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.control.Styles;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.keyboard.Shortcuts;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.letter.KeptFinding;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.NewLetters.Subject;
import se.trepart.model.letter.PlainLanguageResult;

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
class LetterScreenTest {

    private CaseDesk desk;
    private OpenCaseView view;

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        desk = new CaseDesk(Files.createTempDirectory("letters"), CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina());
        OpenCase openCase = new OpenCase(CaseSamples.CASE, desk.desk(), Duration.ZERO);
        view = new OpenCaseView(openCase, List.of(new LetterStep(openCase, new LetterOffice(Rulebook.shipped()))));
        Scene scene = new Scene(new StackPane(view.node()), 1000, 760);
        scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
        Shortcuts shortcuts = new Shortcuts();
        for (Shortcut key : Shortcut.values()) {
            shortcuts.onIf(key, () -> view.press(key));
        }
        shortcuts.attach(scene);
        stage.setScene(scene);
        stage.show();
        view.show(CasePlace.LETTER, null);
        view.opened();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    @Test
    void anOwnLetterIsBegunWrittenAndSentByKeyboard(FxRobot robot) {
        CaseFile file = desk.desk().documents().find(CaseFile.class, CaseSamples.CASE).orElseThrow();
        desk.dialogs.answer(new Subject(LetterKind.OWN, file));
        robot.interact(robot.lookup("#letter-new").<Button>query()::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#letter-mark-sent").<Button>query().isDisabled()).as("nothing written yet").isTrue();
        robot.interact(robot.lookup("#letter-heading").query()::requestFocus);
        robot.write("en ny tid");
        robot.type(KeyCode.TAB);
        robot.write("Vi ses den 2 december.");
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(robot.lookup("#letter-large").<CheckBox>query().isSelected()).isTrue();
        assertThat(robot.lookup("#letter-pages .letter-sheet").queryAll()).isNotEmpty();
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        Letter sent = desk.desk().documents().inCase(Letter.class, CaseSamples.CASE).getFirst();
        assertThat(sent.chosen().heading()).isEqualTo("en ny tid");
        assertThat(sent.chosen().large()).isTrue();
        assertThat(sent.why()).isEqualTo("Vi ses den 2 december.");
        assertThat(robot.lookup("#letter-sent").<Label>query().getText()).startsWith("Skickat den 22 november 2026.");
        assertThat(robot.lookup("#letter-why").tryQuery()).isEmpty();
    }

    @Test
    void R36_aRemarkIsReachedMendedAndKeptByKeyboard(FxRobot robot) {
        CaseFile file = desk.desk().documents().find(CaseFile.class, CaseSamples.CASE).orElseThrow();
        desk.dialogs.answer(new Subject(LetterKind.OWN, file));
        robot.interact(robot.lookup("#letter-new").<Button>query()::requestFocus);
        robot.type(KeyCode.SPACE);
        TextArea text = robot.lookup("#letter-why").query();
        robot.interact(() -> {
            robot.lookup("#letter-heading").<TextField>query().setText("en ny tid");
            // a key stroke at a time draws as many letters
            text.setText("Vi ses den 2 december samt den 3 december. Erforderliga papper har du hemma.");
        });
        robot.interact(() -> {});
        Button send = robot.lookup("#letter-mark-sent").query();
        assertThat(lines(robot)).as("under the words").isEqualTo(2);
        assertThat(send.isDisabled()).isTrue();
        robot.interact(robot.lookup("#letter-heading").query()::requestFocus);
        robot.type(KeyCode.F8);
        assertThat(text.getSelectedText()).isEqualTo("samt");
        robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
        assertThat(text.getText()).startsWith("Vi ses den 2 december och den 3 december.");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(text.getText()).as("taken back").startsWith("Vi ses den 2 december samt den 3 december.");
        robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
        assertThat(lines(robot)).isEqualTo(1);
        robot.type(KeyCode.F8);
        assertThat(text.getSelectedText()).isEqualTo("Erforderliga");
        desk.dialogs.answer("Så heter blanketten.");
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.ALT, KeyCode.SHIFT);
        robot.interact(() -> {});
        assertThat(send.isDisabled()).isFalse();
        assertThat(lines(robot)).isZero();
        robot.type(KeyCode.F9);
        assertThat(robot.lookup("#letter-why").tryQuery()).as("the reader sees no fields").isEmpty();
        robot.type(KeyCode.F9);
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        Letter sent = desk.desk().documents().inCase(Letter.class, CaseSamples.CASE).getFirst();
        assertThat(sent.chosen().kept()).singleElement().extracting(KeptFinding::reason).isEqualTo("Så heter blanketten.");
        assertThat(sent.chosen().language()).isNotNull().extracting(PlainLanguageResult::passed).isEqualTo(false);
    }

    private static long lines(FxRobot robot) {
        return robot.lookup(".letter-mark")
                .<Path>queryAll()
                .stream()
                .flatMap(path -> path.getElements().stream())
                .filter(MoveTo.class::isInstance)
                .count();
    }
}
