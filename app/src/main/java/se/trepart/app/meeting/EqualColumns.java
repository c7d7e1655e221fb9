package se.trepart.app.meeting;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Parts side by side, all of the same width (lika spalter); text in them wraps in the width they have. */
final class EqualColumns extends GridPane {

    EqualColumns(List<? extends Node> parts) {
        getStyleClass().add(MeetingStyles.COLUMNS);
        for (int i = 0; i < parts.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / parts.size());
            getColumnConstraints().add(column);
            add(parts.get(i), i, 0);
        }
    }
}
