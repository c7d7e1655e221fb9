package se.trepart.app.letter;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.decision.RecoveryGround;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;

/** On what ground money is claimed back, and how much of it is not (fält för återkrav). */
final class ClaimFields extends VBox {

    private final ChoiceField<RecoveryGround> ground;
    private final List<Choice<RecoveryGround>> grounds;

    ClaimFields(LetterViewModel model, LetterKind kind, Desk desk) {
        Texts texts = desk.texts();
        getStyleClass().add(LetterStyles.FIELDS);
        grounds = Stream.of(RecoveryGround.values()).map(g -> new Choice<>(texts.name("letter.ground", g), g)).toList();
        ground = new ChoiceField<>(texts.of("letter.ground"), FXCollections.observableList(grounds), new SimpleObjectProperty<>());
        ground.setId("letter-ground");
        ground.setMaxWidth(Double.MAX_VALUE);
        ground.valueProperty().addListener((_, _, next) -> {
            if (next != null) {
                model.choose(chosen -> chosen.recovery(chosen.terms().ground(next.value())));
            }
        });
        getChildren().add(new Field(texts.of("letter.ground"), ground, texts.of("letter.ground-help")));
        if (kind == LetterKind.RECOVERY) {
            getChildren().addAll(waived(model, desk), unannounced(model, desk));
        }
    }

    /** As the letter has it now. */
    void show(Letter letter) {
        RecoveryGround now = letter.chosen().terms().ground();
        grounds.stream().filter(choice -> choice.value() == now).findFirst().ifPresent(ground::setValue);
    }

    private static TypedField waived(LetterViewModel model, Desk desk) {
        Texts texts = desk.texts();
        TypedField waived = TypedField.line(texts.of("letter.waived"), texts.of("letter.waived-help"), model.typing().waived(), desk);
        waived.control().setId("letter-waived");
        waived.field()
                .faultProperty()
                .bind(model.typing()
                        .waived()
                        .textProperty()
                        .map(text -> LetterTyping.readable(text) ? "" : texts.of("letter.amount-fault")));
        return waived;
    }

    private static TypedField unannounced(LetterViewModel model, Desk desk) {
        Texts texts = desk.texts();
        TypedField unannounced = TypedField.area(texts.of("letter.unannounced"), texts.of("letter.unannounced-help"),
                model.typing().unannounced(), 2, desk);
        unannounced.control().setId("letter-unannounced");
        return unannounced;
    }
}
