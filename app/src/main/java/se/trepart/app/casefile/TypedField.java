package se.trepart.app.casefile;

import java.time.Instant;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Field;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;

/**
 * A field for a {@link TypedText} (skrivfält): writes it when left, grows with the text, and says when it is saved or found again.
 */
public final class TypedField extends VBox {

    private static final int MOST_ROWS = 14;
    private static final int LETTERS_A_ROW = 80;

    private final TypedText text;
    private final Desk desk;
    private final TextInputControl control;
    private final Field field;
    private final Label note = new Label();
    private final ChangeListener<Boolean> unsavedChanged = (_, _, now) -> noteSaved(now);

    /** A field of many lines. */
    public static TypedField area(String label, String help, TypedText text, int rows, Desk desk) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.textProperty().addListener((_, _, now) -> area.setPrefRowCount(rows(now, rows)));
        area.setPrefRowCount(rows(text.text(), rows));
        area.addEventFilter(KeyEvent.KEY_PRESSED, TypedField::tabToNext);
        return new TypedField(label, help, area, text, desk);
    }

    public static TypedField line(String label, String help, TypedText text, Desk desk) {
        return new TypedField(label, help, new TextField(), text, desk);
    }

    private TypedField(String label, String help, TextInputControl control, TypedText text, Desk desk) {
        this.text = text;
        this.desk = desk;
        this.control = control;
        field = new Field(label, control, help);
        note.getStyleClass().add(CaseStyles.NOTE);
        getStyleClass().add(Styles.TIGHT);
        getChildren().add(field);
        control.textProperty().bindBidirectional(text.textProperty());
        control.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                text.leave();
            }
        });
        text.unsavedProperty().addListener(new WeakChangeListener<>(unsavedChanged));
        Instant found = text.restoredFromProperty().get();
        if (found != null) {
            say(desk.texts().of("casefile.field.restored", desk.formats().time(found)));
        }
    }

    public Field field() {
        return field;
    }

    public TextInputControl control() {
        return control;
    }

    public TypedField locked(boolean locked) {
        control.setEditable(!locked);
        return this;
    }

    private void noteSaved(boolean unsaved) {
        if (unsaved) {
            say("");
        } else if (!text.text().isBlank()) {
            say(desk.texts().of("casefile.field.saved", desk.formats().time(desk.clock().instant())));
        }
    }

    private void say(String words) {
        note.setText(words);
        if (words.isEmpty()) {
            getChildren().remove(note);
        } else if (!getChildren().contains(note)) {
            getChildren().add(note);
        }
    }

    private static int rows(String text, int least) {
        int rows = text.lines().mapToInt(line -> 1 + line.length() / LETTERS_A_ROW).sum();
        return Math.clamp(rows, least, MOST_ROWS);
    }

    /** Tab goes on to the next field: a tab in a note helps nobody. */
    public static void tabToNext(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && event.getSource() instanceof TextArea area) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
