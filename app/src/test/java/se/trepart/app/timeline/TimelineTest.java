package se.trepart.app.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.text.Texts;
import se.trepart.model.plan.Action;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A person's actions in time: what is shown, in words too, and by the keyboard. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TimelineTest {

    private final List<UUID> opened = new ArrayList<>();
    private Stage stage;

    @Start
    void start(Stage window) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = window;
    }

    private List<Node> bars(FxRobot robot) {
        robot.interact(() -> {
            stage.setScene(new Scene(new StackPane(new Timeline(TimelineSamples.rows(), new Texts(), opened::add)), 1000, 400));
            stage.show();
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        return List.copyOf(robot.lookup(".timeline-bar").queryAll());
    }

    @Test
    void coversWholeMonthsFromTheFirstToTheLastDayInTimeOrder() {
        TimelineRows rows = TimelineSamples.rows();
        assertThat(rows.first()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(rows.last()).isEqualTo(YearMonth.of(2027, 4));
        assertThat(rows.rows()).extracting(TimelineRows.Row::status)
                .containsExactly(Action.Status.ENDED, Action.Status.EXTENDED, Action.Status.DUE_FOR_FOLLOW_UP, Action.Status.PLANNED);
        assertThat(rows.rows().getFirst().to()).as("the day it ended, not the one it was to").isEqualTo(LocalDate.of(2026, 6, 5));
        assertThat(rows.rows().get(1).agreedTo()).as("before it was extended").isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(rows.rows().get(1).invalid()).as("not the day of presence").containsExactly(LocalDate.of(2026, 11, 12));
        assertThat(TimelineRows.of(null, List.of(), List.of(), TimelineSamples.TODAY).months()).containsExactly(YearMonth.of(2026, 11));
    }

    @Test
    void everyBarSaysAllThatItsShapeShows(FxRobot robot) {
        assertThat(bars(robot)).extracting(Node::getAccessibleText)
                .containsExactly("Kartläggning och motivation, Jobbcentrum: 11 maj 2026 till 5 juni 2026, avslutad 5 juni 2026.",
                        "Praktik, Skolköket i Björkhaga: 24 augusti 2026 till 29 januari 2027, 68 dagar kvar. Förlängd, skulle först ha "
                                + "slutat 20 november 2026. Ogiltig frånvaro: 1 dag.",
                        "Språkträning på arbetsplats, Lärcentrum: 1 september 2026 till 20 november 2026, ska följas upp nu.",
                        "Jobbsökaraktivitet med coach, Jobbcentrum, matchning mot restaurang och storkök: 1 februari 2027 till "
                                + "30 april 2027, börjar 1 februari 2027.");
    }

    @Test
    void barsLieWhereTheirDaysAreAndTodayBetweenThem(FxRobot robot) {
        List<Node> bars = bars(robot);
        Node today = robot.lookup(".timeline-today").query();
        Node away = robot.lookup(".timeline-away").query();
        assertThat(end(bars.get(0))).isLessThan(start(bars.get(1)));
        assertThat(end(bars.get(2))).as("its last day has been").isLessThan(start(today));
        assertThat(start(bars.get(3))).isGreaterThan(end(today));
        assertThat(start(away)).isBetween(start(bars.get(1)), start(today));
        assertThat(start(robot.lookup(".timeline-extension").match(Node::isVisible).query())).isCloseTo(end(bars.get(2)), within(0.01));
    }

    @Test
    void arrowsGoFromBarToBarAndEnterOpensTheAction(FxRobot robot) {
        List<Node> bars = bars(robot);
        robot.interact(() -> bars.getFirst().requestFocus());
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN).press(KeyCode.ENTER).release(KeyCode.ENTER);
        robot.press(KeyCode.UP).release(KeyCode.UP).press(KeyCode.UP).release(KeyCode.UP).press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(opened).containsExactly(TimelineSamples.extended().id(), TimelineSamples.ended().id());
    }

    @Test
    void wordsNeverLeaveTheTimeline(FxRobot robot) {
        bars(robot);
        for (double width : List.of(1400.0, 700.0, 480.0)) {
            robot.interact(() -> {
                stage.setWidth(width);
                stage.getScene().getRoot().layout();
            });
            double room = stage.getScene().getWidth();
            assertThat(robot.lookup(".timeline-words").queryAllAs(Label.class)).allSatisfy(words -> {
                assertThat(start(words)).isNotNegative();
                assertThat(end(words)).as(words.getText()).isLessThanOrEqualTo(room);
            });
        }
    }

    private static double start(Node node) {
        return node.getBoundsInParent().getMinX();
    }

    private static double end(Node node) {
        return node.getLayoutX() + node.getLayoutBounds().getWidth();
    }
}
