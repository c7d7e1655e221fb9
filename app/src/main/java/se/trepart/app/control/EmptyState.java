package se.trepart.app.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where nothing is: kindly, and what to do next when there is something (tomt läge). */
public final class EmptyState extends VBox {

    public EmptyState(String heading, String text, Node... actions) {
        getStyleClass().add(Styles.EMPTY_STATE);
        Label words = Labels.hint(text);
        getChildren().addAll(Labels.heading(heading), words);
        getChildren().addAll(actions);
    }
}
