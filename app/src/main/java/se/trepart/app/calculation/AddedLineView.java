package se.trepart.app.calculation;

import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.norm.LineKind;

/** Where a line of one's own is written before it is added (ny rad). */
final class AddedLineView extends VBox {

    private final AddedLine line;
    private final ChoiceField<String> kind;
    private final TypedField amount;
    private final TypedField reason;
    private final Runnable done;

    AddedLineView(AddedLine line, Desk desk, Runnable done) {
        this.line = line;
        this.done = done;
        Texts texts = desk.texts();
        String suffix = line.kind() == LineKind.COST ? "cost" : "income";
        getStyleClass().add(Styles.CARD);
        kind = new ChoiceField<>(texts.of("calculation.add.kind"), FXCollections.observableList(line.codes()), line.code());
        kind.setId("calculation-add-kind-" + suffix);
        FlowPane first = new FlowPane(new Field(texts.of("calculation.add.kind"), kind));
        first.setHgap(16);
        first.setVgap(8);
        if (line.kind() == LineKind.INCOME && line.members().size() > 1) {
            first.getChildren()
                    .add(new Field(texts.of("calculation.add.whose"), new ChoiceField<>(texts.of("calculation.add.whose"),
                            FXCollections.observableList(line.members()), line.member())));
        }
        amount = TypedField.line(texts.of("calculation.add.amount"), "", line.amount(), desk);
        amount.control().setId("calculation-add-amount-" + suffix);
        first.getChildren().add(amount);
        reason = TypedField.line(texts.of("calculation.add.origin"), "", line.reason(), desk);
        reason.control().setId("calculation-add-reason-" + suffix);
        Button add = new Button(texts.of("calculation.add.do"));
        add.setId("calculation-add-do-" + suffix);
        add.setOnAction(_ -> add());
        Button leave = new Button(texts.of("calculation.add.leave"));
        leave.getStyleClass().add(Styles.QUIET_BUTTON);
        leave.setOnAction(_ -> done.run());
        FlowPane buttons = new FlowPane(add, leave);
        buttons.setHgap(8);
        getChildren().addAll(first, reason, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                done.run();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() != leave) {
                event.consume();
                add();
            }
        });
    }

    void focusFirst() {
        kind.requestFocus();
    }

    private void add() {
        amount.field().faultProperty().set(line.amountFault());
        reason.field().faultProperty().set(line.reasonFault());
        if (line.add()) {
            done.run();
        } else {
            amount.field().showFault();
            reason.field().showFault();
            (line.amountFault().isEmpty() ? reason : amount).control().requestFocus();
        }
    }
}
