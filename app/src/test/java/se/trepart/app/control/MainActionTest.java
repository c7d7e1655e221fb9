package se.trepart.app.control;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
class MainActionTest {

    private static final List<Reason> WHY = List.of(new Reason("Brevet är inte klart. Skälet står ovanför sidorna", () -> {}));

    @Test
    void whyItCannotBeDoneStandsBesideTheButton() {
        MainAction action = laidOut(900);
        assertThat(reason(action).getMaxY()).isGreaterThan(button(action).getMinY());
        assertThat(reason(action).getMaxX()).isLessThan(button(action).getMinX());
    }

    @Test
    void andAboveItWhereTheWindowIsNarrow() {
        MainAction action = laidOut(260);
        assertThat(reason(action).getMaxY()).isLessThanOrEqualTo(button(action).getMinY());
        assertThat(action.getHeight()).isEqualTo(action.prefHeight(260));
        assertThat(button(action).getMaxX()).isLessThanOrEqualTo(260);
    }

    private static MainAction laidOut(double width) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {
            MainAction action = new MainAction("Markera som skickat", () -> {});
            action.reasons(WHY);
            new Scene(action).getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            action.applyCss();
            action.resize(width, action.prefHeight(width));
            action.layout();
            return action;
        }));
    }

    private static Bounds reason(MainAction action) {
        return inAction(action, action.lookupAll(".hyperlink").stream().map(Hyperlink.class::cast).findFirst().orElseThrow());
    }

    private static Bounds button(MainAction action) {
        return inAction(action, action.button());
    }

    private static Bounds inAction(MainAction action, Node node) {
        return action.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    }
}
