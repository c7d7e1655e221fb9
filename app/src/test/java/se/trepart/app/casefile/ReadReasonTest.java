package se.trepart.app.casefile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.control.Styles;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.CasePlace;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.AMINA;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.LEIF;
import static se.trepart.app.casefile.CaseSamples.id;

/** R31: the opening of somebody else's case. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReadReasonTest {

    private Stage stage;
    private CaseDesk desk;
    private OpenCase openCase;
    private OpenCaseView view;

    @Start
    void start(Stage window) {
        stage = window;
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private void open(FxRobot robot, Staff me, java.util.UUID caseId) throws Exception {
        Path folder = Files.createTempDirectory("read");
        desk = new CaseDesk(folder, me).with(CaseSamples.municipality()).with(CaseSamples.amina()).with(CaseSamples.protectedCase());
        robot.interact(() -> {
            openCase = new OpenCase(caseId, desk.desk(), Duration.ZERO);
            view = new OpenCaseView(openCase, List.of(new ApplicationStep(openCase), new JournalStep(openCase)));
            Scene scene = new Scene(new StackPane(view.node()), 1000, 720);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            stage.setScene(scene);
            stage.show();
            view.show(CasePlace.JOURNAL, null);
            view.opened();
        });
    }

    private List<ReadEvent> events() {
        return desk.desk().documents().inCase(ReadEvent.class, CASE);
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream().anyMatch(l -> l.getText() != null && l.getText().contains(words));
    }

    @Test
    void nothingOfTheCaseIsShownBeforeAReasonIsGiven(FxRobot robot) throws Exception {
        open(robot, AMINA, CASE);
        assertThat(openCase.stateProperty().get()).isEqualTo(OpenCase.State.REASON_NEEDED);
        assertThat(openCase.situation()).isEmpty();
        assertThat(view.shortName().get()).isEqualTo("…");
        assertThat(shows(robot, "Öberg")).isFalse();
        Button read = robot.lookup("Öppna ärendet").query();
        assertThat(read.isDisabled()).isTrue();
        assertThat(robot.lookup(".radio-button").queryAllAs(RadioButton.class)).noneMatch(RadioButton::isSelected);
        assertThat(events()).isEmpty();
    }

    @Test
    void theReasonIsKeptByTheKeyboardAloneAndTheCaseOpens(FxRobot robot) throws Exception {
        open(robot, AMINA, CASE);
        robot.type(KeyCode.SPACE);
        robot.interact(view::mainAction);
        assertThat(openCase.stateProperty().get()).isEqualTo(OpenCase.State.OPEN);
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.staffId()).isEqualTo(AMINA.id());
            assertThat(event.reason()).isEqualTo("Jag hjälper eller vikarierar för en kollega");
            assertThat(event.what()).isEqualTo("CASE_FILE");
            assertThat(event.at()).isEqualTo(CaseSamples.NOW);
        });
        assertThat(shows(robot, "Öberg, Amina")).isTrue();
        assertThat(shows(robot, "Vem har läst")).isFalse();
    }

    @Test
    void anotherReasonIsWrittenInOwnWords(FxRobot robot) throws Exception {
        open(robot, AMINA, CASE);
        robot.interact(() -> robot.lookup("Annat skäl").<RadioButton>query().fire());
        assertThat(robot.lookup("Öppna ärendet").<Button>query().isDisabled()).isTrue();
        robot.interact(robot.lookup(".text-field").query()::requestFocus);
        robot.write("Ringde fel");
        robot.interact(view::mainAction);
        assertThat(events()).extracting(ReadEvent::reason).containsExactly("Ringde fel");
    }

    @Test
    void onesOwnCaseOpensAtOnce(FxRobot robot) throws Exception {
        open(robot, KARIN, CASE);
        assertThat(openCase.stateProperty().get()).isEqualTo(OpenCase.State.OPEN);
        assertThat(events()).isEmpty();
    }

    @Test
    void aProtectedCaseAsksNobodyElse_R34(FxRobot robot) throws Exception {
        open(robot, AMINA, id(120));
        assertThat(openCase.stateProperty().get()).isEqualTo(OpenCase.State.CLOSED_TO_OTHERS);
    }

    @Test
    void theTeamLeadSeesWhoHasRead(FxRobot robot) throws Exception {
        open(robot, LEIF, CASE);
        robot.interact(() -> openCase.giveReason("Jag fördelar ärendet"));
        assertThat(robot.lookup(".label").queryAllAs(Label.class)).extracting(Label::getText)
                .contains("Vem har läst", "Leif Åkerström: Jag fördelar ärendet");
    }
}
