package se.trepart.app.control;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** One of several, shown by its label (valfält); typing the first letters goes to it. */
public final class ChoiceField<T> extends ComboBox<Choice<T>> {

    /** @param name read aloud; shown where the field stands without a label */
    public ChoiceField(String name, ObservableList<Choice<T>> choices, ObjectProperty<Choice<T>> chosen) {
        super(choices);
        setAccessibleText(name);
        setConverter(new Label<>());
        valueProperty().bindBidirectional(chosen);
        addEventHandler(KeyEvent.KEY_TYPED, event -> goTo(event.getCharacter()));
    }

    private void goTo(String typed) {
        if (typed.isBlank()) {
            return;
        }
        int from = getItems().indexOf(getValue());
        for (int i = 1; i <= getItems().size(); i++) {
            Choice<T> next = getItems().get((from + i) % getItems().size());
            if (next.label().regionMatches(true, 0, typed, 0, typed.length())) {
                setValue(next);
                return;
            }
        }
    }

    private static final class Label<T> extends StringConverter<Choice<T>> {
        @Override
        public String toString(@Nullable Choice<T> choice) {
            return choice == null ? "" : choice.label();
        }

        @Override
        public Choice<T> fromString(String label) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
