package se.trepart.app.letter;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.Representative;
import se.trepart.model.letter.Representative.Capacity;

/** Who stands for the recipient and gets a copy (fält för ställföreträdare). */
final class RepresentativeFields extends VBox {

    private final ChoiceField<Capacity> capacity;
    private final List<Choice<Capacity>> capacities;

    RepresentativeFields(LetterViewModel model, Desk desk) {
        Texts texts = desk.texts();
        getStyleClass().add(LetterStyles.FIELDS);
        capacities = Stream.of(Capacity.values()).map(c -> new Choice<>(texts.name("letter.capacity", c), c)).toList();
        capacity = new ChoiceField<>(texts.of("letter.capacity"), FXCollections.observableList(capacities), new SimpleObjectProperty<>());
        capacity.setId("letter-capacity");
        capacity.valueProperty().addListener((_, _, next) -> {
            if (next != null) {
                model.choose(chosen -> {
                    Representative now = chosen.representative();
                    return now == null ? chosen : chosen.representative(now.capacity(next.value()));
                });
            }
        });
        List<TypedText> address = model.typing().address();
        TypedField postalCode = line(texts.of("letter.representative.postal-code"), address.get(1), desk);
        TypedField city = line(texts.of("letter.representative.city"), address.get(2), desk);
        TypedField name = line(texts.of("letter.representative.name"), model.typing().name(), desk);
        name.control().setId("letter-representative-name");
        getChildren().addAll(Labels.heading(texts.of("letter.representative")), Labels.hint(texts.of("letter.representative.help")),
                new Field(texts.of("letter.capacity"), capacity), name,
                line(texts.of("letter.representative.street"), address.getFirst(), desk), postalCode, city);
    }

    /** As the letter has it now. */
    void show(Letter letter) {
        Representative now = letter.chosen().representative();
        if (now != null) {
            capacities.stream().filter(choice -> choice.value() == now.capacity()).findFirst().ifPresent(capacity::setValue);
        }
    }

    private static TypedField line(String label, TypedText text, Desk desk) {
        return TypedField.line(label, "", text, desk);
    }
}
