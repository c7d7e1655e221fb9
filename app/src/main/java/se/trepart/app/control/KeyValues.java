package se.trepart.app.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What something is called beside what it is, line by line (uppgifter). An empty value is shown as "–". */
public final class KeyValues extends GridPane {

    public KeyValues() {
        getStyleClass().add(Styles.KEY_VALUES);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(keys, values);
    }

    public KeyValues add(String key, String value) {
        return add(key, Labels.text(value.isEmpty() ? "–" : value));
    }

    public KeyValues add(String key, Node value) {
        Label name = Labels.muted(key);
        name.setLabelFor(value);
        addRow(getRowCount(), name, value);
        return this;
    }
}
