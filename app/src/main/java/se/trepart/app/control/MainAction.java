package se.trepart.app.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;

/**
 * The main action of a page alone at the bottom right (huvudåtgärd). While there are reasons why it cannot be done it is disabled and
 * they stand beside it, each a link.
 */
public final class MainAction extends HBox {

    private final LinkList reasons = new LinkList();
    private final Button button;

    /** @param name what it does: "Avsluta utredningen" */
    public MainAction(String name, Runnable action) {
        button = new Button(name);
        button.getStyleClass().add(Styles.ACCENT);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        getStyleClass().add(se.trepart.app.control.Styles.MAIN_ACTION);
        HBox.setHgrow(reasons, Priority.ALWAYS);
        getChildren().addAll(reasons, button);
    }

    /** Another action of less weight, to the left of the main one. */
    public MainAction beside(Node... others) {
        getChildren().addAll(getChildren().size() - 1, List.of(others));
        return this;
    }

    /** Why it cannot be done now; empty when it can. */
    public void reasons(List<Reason> why) {
        reasons.show(why);
        button.setDisable(!why.isEmpty());
    }

    /** For Ctrl+Enter: does it when it can be done. */
    public void fire() {
        button.fire();
    }

    public Button button() {
        return button;
    }
}
