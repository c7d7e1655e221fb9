package se.trepart.app.template;

import java.util.function.Function;
import javafx.scene.control.ListCell;

import se.trepart.app.letter.TemplateFields.TemplateField;

import org.jspecify.annotations.Nullable;

/** A field of the field list: what people call it, and what it is in the sample letter (rad i fältlistan). */
final class FieldCell extends ListCell<TemplateField> {

    private final Function<TemplateField, String> words;

    FieldCell(Function<TemplateField, String> words) {
        this.words = words;
        // as wide as the list: what is long is cut, never scrolled sideways
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TemplateField field, boolean empty) {
        super.updateItem(field, empty);
        setText(field == null ? null : words.apply(field));
    }
}
