package se.trepart.app.letter;

import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayField;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.LetterDelivered.How;

/** Asks when the reader got the letter and how that is known (När läsaren fick brevet). */
final class DeliveryView extends VBox {

    private final DeliveryViewModel model;
    private final DayField day;
    private final Button note;

    DeliveryView(DeliveryViewModel model, Texts texts) {
        this.model = model;
        ChoiceField<How> how = new ChoiceField<>(texts.of("letter.delivery.how"), FXCollections.observableList(model.hows()), model.how());
        how.setId("letter-delivery-how");
        Field howField = new Field(texts.of("letter.delivery.how"), how);
        day = new DayField(texts.of("letter.delivery.on"), "", texts, model.on()::set);
        day.picker().setId("letter-delivery-on");
        note = new Button(texts.of("letter.delivery.note"));
        note.setId("letter-delivery-note");
        note.setMinWidth(Button.USE_PREF_SIZE);
        note.setOnAction(_ -> model.note());
        HBox line = new HBox(howField, day);
        line.getStyleClass().add(Styles.ROW);
        HBox.setHgrow(howField, Priority.ALWAYS);
        getChildren().add(new Section(texts.of("letter.delivery"), line, note));
        model.how().subscribe(_ -> refresh());
        model.on().subscribe(_ -> refresh());
    }

    private void refresh() {
        day.show(model.on().get());
        day.locked(model.dayFollows());
        day.fault(model.fault());
        note.setDisable(!model.ready());
    }
}
