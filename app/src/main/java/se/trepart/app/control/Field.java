package se.trepart.app.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A control with its label over it, and help and fault under it (fält). The fault is shown in words and comes when the field is left, not
 * while typing: bind {@link #faultProperty} to what the view model says; it is shown once the control has lost the focus or
 * {@link #showFault()} was called.
 */
public final class Field extends VBox {

    private final StringProperty fault = new SimpleStringProperty("");
    private final Control control;
    private final Label label;
    private final Label faultText = Labels.text("");
    private boolean left;

    public Field(String labelText, Control control) {
        this(labelText, control, "");
    }

    /** @param help what helps the one who wonders; empty when the label says it all */
    public Field(String labelText, Control control, String help) {
        this.control = control;
        label = new Label(labelText);
        label.getStyleClass().add(Styles.FIELD_LABEL);
        label.setLabelFor(control);
        control.setAccessibleText(labelText);
        control.setMaxWidth(Double.MAX_VALUE);
        faultText.getStyleClass().add(Styles.FIELD_FAULT);
        getStyleClass().add(Styles.FIELD);
        getChildren().addAll(label, control);
        if (!help.isEmpty()) {
            getChildren().add(Labels.hint(help));
            control.setAccessibleHelp(help);
        }
        control.focusedProperty().addListener((_, _, focused) -> {
            left = left || !focused;
            refresh();
        });
        fault.addListener((_, _, _) -> refresh());
    }

    /** What is wrong, in words; empty when nothing is. */
    public StringProperty faultProperty() {
        return fault;
    }

    /** Shows the fault also when the field has not been visited; for when the user tries to go on. */
    public void showFault() {
        left = true;
        refresh();
    }

    public Control control() {
        return control;
    }

    private void refresh() {
        boolean shown = left && !fault.get().isEmpty();
        faultText.setText(fault.get());
        if (shown && !getChildren().contains(faultText)) {
            getChildren().add(getChildren().indexOf(control) + 1, faultText);
            control.getStyleClass().add(Styles.FAULTY);
        } else if (!shown && getChildren().remove(faultText)) {
            control.getStyleClass().remove(Styles.FAULTY);
        }
    }
}
