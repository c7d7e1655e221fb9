package se.trepart.app.conflict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;

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
class ConflictScreenTest {

    private final Conflict conflict = ConflictSamples.salary();
    private CaseDesk desk;
    private ConflictView view;

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Path folder = Files.createTempDirectory("conflict");
        desk = new CaseDesk(folder, CaseSamples.KARIN).with(CaseSamples.municipality()).with(CaseSamples.amina()).with(conflict);
        view = new ConflictView(new ConflictViewModel(conflict.id(), desk.desk(), Duration.ZERO), desk.desk());
        Scene scene = new Scene(new StackPane(view.node()), 1000, 720);
        scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
        stage.setScene(scene);
        stage.show();
        view.opened();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private Conflict stored() {
        return desk.desk().documents().find(Conflict.class, conflict.id()).orElseThrow();
    }

    @Test
    void showsNoPathAndNoJson(FxRobot robot) {
        assertThat(robot.lookup(".label").queryAllAs(Label.class)).extracting(Label::getText)
                .contains("Gäller nu, Leif Åkerström 08:30", "8\u00A0100\u00A0kr", "Andra hand")
                .noneMatch(text -> text.contains("declaration") || text.contains("[") || text.contains("\""));
    }

    @Test
    void nothingIsChosenWhenItOpensAndLeavingItChoosesNothing(FxRobot robot) {
        assertThat(robot.lookup(".radio-button").queryAllAs(RadioButton.class)).hasSize(6).noneMatch(RadioButton::isSelected);
        Button settle = robot.lookup("Gör valet för alla").query();
        assertThat(settle.isDisabled()).isTrue();
        robot.interact(() -> robot.lookup(".radio-button").<RadioButton>query().fire());
        robot.interact(view::closed);
        assertThat(stored().open()).isTrue();
    }

    @Test
    void itIsSettledByTheKeyboardAlone(FxRobot robot) {
        List<Hyperlink> missing = List.copyOf(robot.lookup(".main-action .plain-link").queryAllAs(Hyperlink.class));
        assertThat(missing).extracting(Hyperlink::getText)
                .containsExactly("Välj vad som ska gälla för inkomster, Lön", "Välj vad som ska gälla för boende: boendeform",
                        "Skriv varför");
        robot.interact(() -> missing.get(0).fire());
        robot.type(KeyCode.RIGHT).type(KeyCode.SPACE);
        robot.interact(() -> missing.get(1).fire());
        robot.type(KeyCode.SPACE);
        robot.interact(() -> missing.get(2).fire());
        robot.write("Vi ringde.");
        robot.interact(view::mainAction);
        assertThat(stored().fields()).extracting(ConflictField::chosen)
                .containsExactly("795000", "\"Samtal med arbetsgivaren\"", "\"SUBLET\"");
    }

    @Test
    void ownWordsAppearWhenTheyAreAskedFor(FxRobot robot) {
        assertThat(robot.lookup(".conflict-own").queryAllAs(javafx.scene.Node.class)).noneMatch(javafx.scene.Node::isVisible);
        robot.interact(() -> robot.lookup(".radio-button").queryAllAs(RadioButton.class).stream().toList().get(2).fire());
        assertThat(robot.lookup(".conflict-own .text-area").<TextArea>query().getText()).isEqualTo("Samtal med arbetsgivaren");
    }
}
