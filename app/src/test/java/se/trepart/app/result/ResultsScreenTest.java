package se.trepart.app.result;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.control.Styles;
import se.trepart.model.access.Role;

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
class ResultsScreenTest {

    private ResultSamples samples;
    private ResultsView view;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        samples = new ResultSamples(Files.createTempDirectory("result"), Role.CONSULTANT);
        view = new ResultsView(samples.model, samples.desk.texts());
        scene = new Scene(new StackPane(view.node()), 1000, 900);
        scene.getStylesheets().add(Objects.requireNonNull(Styles.class.getResource(Styles.STYLESHEET)).toExternalForm());
        stage.setScene(scene);
        stage.show();
        view.opened();
    }

    @AfterEach
    void close() throws Exception {
        samples.close();
    }

    /** From the period through the tables to those behind a number, into the case of one of them, without the mouse. */
    @Test
    void theListBehindANumberIsReachedByTheKeyboardAlone(FxRobot robot) {
        robot.type(KeyCode.TAB, 4);
        assertThat(scene.getFocusOwner()).as("the four choices come first").isInstanceOf(FigureCard.class);
        robot.type(KeyCode.TAB, 8);
        TableView<?> table = (TableView<?>) scene.getFocusOwner();
        assertThat(table.getAccessibleText()).isEqualTo("Insatser och vad de ledde till");
        robot.type(KeyCode.RIGHT, 2).type(KeyCode.ENTER);
        assertThat(samples.model.people().get()).satisfies(people -> {
            assertThat(people.title()).isEqualTo("Avslutade insatser, Praktik");
            assertThat(people.rows()).hasSize(9);
        });
        robot.type(KeyCode.ESCAPE);
        assertThat(samples.model.people().get()).isNull();
        assertThat(scene.getFocusOwner()).as("the focus comes back to the number").isSameAs(table);
        robot.type(KeyCode.ENTER).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(samples.desk.navigator().openKeys()).hasSize(1);
    }

    /** Without colour and without seeing: every chart is said in words, and its table stands below it. */
    @Test
    void everyChartIsSaidInWordsAndHasItsTable(FxRobot robot) {
        List<Node> charts = List.copyOf(robot.lookup(".result-chart").queryAll());
        assertThat(charts).hasSize(2).allSatisfy(chart -> {
            assertThat(chart.getAccessibleText()).startsWith("Stapeldiagram.").contains(": ");
            List<Node> section = chart.getParent().getChildrenUnmodifiable();
            assertThat(section.get(section.indexOf(chart) + 1)).isInstanceOf(FigureTable.class);
        });
        assertThat(charts.getLast().getAccessibleText()).contains("Studier: ..", "Annat: <5", "Flyttat: 0");
    }
}
