package se.trepart.app.casefile;

import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a step shows, from the top down, in a width that can be read, scrolled when it is long (stegets spalt). */
public final class StepColumn extends ScrollPane {

    public StepColumn(VBox parts) {
        super(new StackPane(parts));
        parts.getStyleClass().add(CaseStyles.PAGE);
        StackPane.setAlignment(parts, Pos.TOP_LEFT);
        setFitToWidth(true);
        setFocusTraversable(false);
    }
}
