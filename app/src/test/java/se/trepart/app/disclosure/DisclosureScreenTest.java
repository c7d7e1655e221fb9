package se.trepart.app.disclosure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.View;
import se.trepart.model.disclosure.Omission;
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

@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DisclosureScreenTest {

    private Path folder;
    private CaseDesk desk;
    private DisclosurePlaces places;
    private View view;

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        folder = Files.createTempDirectory("disclosure");
        desk = new CaseDesk(folder.resolve("store"), CaseSamples.KARIN).with(CaseSamples.municipality()).with(CaseSamples.amina());
        places = new DisclosurePlaces(desk.desk(), new LetterOffice(Rulebook.shipped()), Rulebook.shipped().reasons(), Duration.ZERO);
        view = places.view(CaseSamples.CASE);
        Scene scene = new Scene(new StackPane(view.node()), 1000, 760);
        scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
        stage.setScene(scene);
        stage.show();
        view.opened();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        assertThat(desk.dialogs.everythingAnswered()).isTrue();
        places.close();
        desk.close();
    }

    @Test
    void aFileIsTakenOutByTheKeyboardAlone(FxRobot robot) {
        assertThat(robot.lookup("#disclosure-asker").query().isFocused()).isTrue();
        robot.write("A");
        robot.type(KeyCode.TAB);
        robot.write("Amina");
        robot.type(KeyCode.TAB);
        robot.write("Vill se sin akt");
        robot.type(KeyCode.TAB);
        TableView<DisclosureRow> table = robot.lookup("#disclosure-documents").query();
        assertThat(table.isFocused()).isTrue();
        robot.type(KeyCode.HOME);
        robot.type(KeyCode.ENTER);
        assertThat(desk.navigator.place().get()).as("read before it is judged")
                .isEqualTo(new Place.InCase(CaseSamples.CASE, CasePlace.APPLICATION, null));
        DisclosureRow first = table.getSelectionModel().getSelectedItem();
        assertThat(first.included()).isTrue();
        desk.dialogs.answer(Omission.SECRET);
        robot.type(KeyCode.SPACE);
        assertThat(table.getItems().getFirst().included()).isFalse();
        assertThat(table.getSelectionModel().getSelectedIndex()).as("stays where it was").isZero();
        robot.type(KeyCode.SPACE);
        assertThat(table.getItems().getFirst().included()).isTrue();
        Path file = folder.resolve("akt.pdf");
        desk.dialogs.answer(file);
        robot.interact(view::mainAction);
        assertThat(file).isNotEmptyFile();
        robot.interact(view::mainAction);
        assertThat(robot.lookup("#disclosure-write").query().isDisabled()).as("another file asks anew for whom and why").isTrue();
    }
}
