package se.trepart.app.attendance;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

/** Under the grid: the day that the cursor stands on, its hours and its note (dagens ruta). Enter writes and goes on, Esc leaves it. */
final class MarkStrip extends VBox {

    private final MarkEditViewModel model;
    private final AttendanceGridViewModel grid;
    private final Runnable back;
    private final TextField hours = new TextField();
    private final TextField note = new TextField();
    private final Label title = Labels.strong("");
    private final Label hint = Labels.hint("");
    private final Label fault = Labels.text("");

    /** @param back gives the focus to the grid */
    MarkStrip(MarkEditViewModel model, AttendanceGridViewModel grid, Texts texts, Runnable back) {
        this.model = model;
        this.grid = grid;
        this.back = back;
        hours.getStyleClass().add(Styles.SHORT);
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox.setHgrow(hint, Priority.ALWAYS);
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, hint);
        head.getStyleClass().add(Styles.ROW);
        HBox fields = new HBox(label(texts.of("attendance.hours-label"), hours), hours, label(texts.of("attendance.note-label"), note),
                note);
        fields.getStyleClass().add(Styles.ROW);
        fault.getStyleClass().add(Styles.FIELD_FAULT);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        getStyleClass().addAll(Styles.CARD, AttendanceStyles.STRIP);
        getChildren().addAll(head, fields, fault);
        for (TextField field : new TextField[]{hours, note}) {
            field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            field.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    model.leave();
                }
            });
        }
        hours.textProperty().bindBidirectional(model.hours());
        note.textProperty().bindBidirectional(model.note());
    }

    Subscription opened() {
        title.textProperty().bind(model.title());
        hint.textProperty().bind(model.hint());
        hours.disableProperty().bind(model.present().not());
        note.disableProperty().bind(model.marked().not());
        fault.textProperty().bind(model.hoursFault());
        Subscription cursor = grid.cursor().subscribe(_ -> model.show());
        Subscription rows = grid.rows().subscribe(model::show);
        return Subscription.combine(cursor, rows, () -> {
            title.textProperty().unbind();
            hint.textProperty().unbind();
            hours.disableProperty().unbind();
            note.disableProperty().unbind();
            fault.textProperty().unbind();
        });
    }

    /** Enter in the grid: to the note. */
    void edit() {
        if (model.marked().get()) {
            note.requestFocus();
            note.end();
        }
    }

    private static Label label(String text, TextField field) {
        Label label = new Label(text);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        field.setAccessibleText(text);
        return label;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            fault.setVisible(false);
            if (model.leave()) {
                grid.goOn();
                back.run();
            } else {
                fault.setVisible(true);
                hours.requestFocus();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            fault.setVisible(false);
            model.restore();
            back.run();
            event.consume();
        }
    }
}
