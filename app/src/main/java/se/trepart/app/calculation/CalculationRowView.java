package se.trepart.app.calculation;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.Icons;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the calculation: amounts beside each other, the reason under them when they differ, and how the line came about. */
final class CalculationRowView extends VBox {

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final CalculationRow row;
    private final Texts texts;
    private final boolean editable;
    private final Label name = new Label();
    private final Label about = Labels.muted("");
    private final Label before = Labels.figure("");
    private final Label system = Labels.figure("");
    private final TextField own = new TextField();
    private final Label fault = Labels.text("");
    private final TypedField reason;
    private final VBox under = new VBox();
    private final VBox explanation = new VBox();
    private final ToggleButton open;
    private final FontIcon closed = Icons.of(Feather.CHEVRON_RIGHT);
    private Subscription following = Subscription.EMPTY;

    CalculationRowView(CalculationRow row, Desk desk, boolean editable) {
        this.row = row;
        this.editable = editable;
        texts = desk.texts();
        setId("calculation-line-" + row.key());
        getStyleClass().add(CalculationStyles.ROW);
        before.getStyleClass().add(CalculationStyles.BEFORE);
        system.getStyleClass().add(CalculationStyles.SYSTEM);
        own.setId("calculation-value-" + row.key());
        own.getStyleClass().add(CalculationStyles.VALUE);
        own.setEditable(editable);
        own.textProperty().bindBidirectional(row.amount().textProperty());
        own.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                row.amount().leave();
                showFault();
            }
        });
        own.setOnAction(_ -> row.amount().leave());
        HBox ownCell = new HBox(own);
        ownCell.getStyleClass().add(CalculationStyles.OWN);
        reason = TypedField.line(texts.of("calculation.reason"), "", row.reason(), desk).locked(!editable);
        reason.control().setId("calculation-reason-" + row.key());
        open = new ToggleButton();
        open.setId("calculation-open-" + row.key());
        HBox words = new HBox(closed, new VBox(name, about));
        words.getStyleClass().add(CalculationStyles.WORDS);
        words.maxWidthProperty().bind(open.widthProperty().subtract(24));
        open.setGraphic(words);
        open.setMinWidth(0);
        open.getStyleClass().addAll(CaseStyles.CHECK_HEAD, CalculationStyles.NAME);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(_ -> showExplanation());
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox line = new HBox(open, before, system, ownCell);
        line.getStyleClass().add(CalculationStyles.LINE);
        fault.getStyleClass().addAll(Styles.FIELD_FAULT, CalculationStyles.FAULT);
        under.getStyleClass().add(CalculationStyles.UNDER);
        explanation.getStyleClass().add(CalculationStyles.EXPLANATION);
        getChildren().add(line);
    }

    void opened() {
        following = Subscription.combine(row.wordsProperty().subscribe(this::show), row.differsProperty().subscribe(this::showReason),
                row.faultProperty().subscribe(now -> {
                    if (now.isEmpty()) {
                        showFault();
                    }
                }));
    }

    void closed() {
        following.unsubscribe();
    }

    CalculationRow row() {
        return row;
    }

    TextField own() {
        return own;
    }

    /** Where the next thing to write is: the reason when one is asked for. */
    void focusMissing() {
        if (row.reasonMissingProperty().get()) {
            reason.field().showFault();
            reason.control().requestFocus();
        } else {
            own.requestFocus();
        }
    }

    private void show(LineWords words) {
        name.setText(words.name());
        open.setTooltip(new Tooltip(words.about().isEmpty() ? words.name() : words.name() + "\n" + words.about()));
        about.setText(words.about());
        about.setVisible(!words.about().isEmpty());
        about.setManaged(!words.about().isEmpty());
        before.setText(words.lastMonth());
        before.getStyleClass().remove(CaseStyles.DIFFERENCE);
        if (words.differs()) {
            before.getStyleClass().add(CaseStyles.DIFFERENCE);
        }
        system.setText(words.system());
        own.setPromptText(editable ? words.system() : "");
        // an empty box that takes no text looks like a broken one
        own.setVisible(editable || !own.getText().isEmpty());
        own.setAccessibleText(texts.of("calculation.own-of", words.name(), words.about()));
        open.setAccessibleText(texts.of("calculation.explain", words.name()));
        showUnder();
        showExplanation();
    }

    private void showReason(boolean differs) {
        pseudoClassStateChanged(CHANGED, differs);
        showUnder();
    }

    private void showUnder() {
        under.getChildren().clear();
        if (!row.words().warning().isEmpty()) {
            under.getChildren().add(Warnings.of(row.words().warning()));
        }
        if (row.differsProperty().get()) {
            reason.field().faultProperty().bind(row.reasonMissingProperty().map(m -> m ? texts.of("calculation.fault.reason") : ""));
            under.getChildren().add(reason);
        }
        if (row.added() && editable) {
            Button remove = new Button(texts.of("calculation.remove"));
            remove.getStyleClass().add(Styles.QUIET_BUTTON);
            remove.setOnAction(_ -> row.remove());
            under.getChildren().add(remove);
        }
        place(under, !under.getChildren().isEmpty());
    }

    private void showFault() {
        fault.setText(row.faultProperty().get());
        boolean faulty = !fault.getText().isEmpty() && !own.isFocused();
        own.getStyleClass().remove(Styles.FAULTY);
        if (faulty) {
            own.getStyleClass().add(Styles.FAULTY);
        }
        place(fault, faulty);
    }

    private void showExplanation() {
        boolean shown = open.isSelected();
        explanation.getChildren().clear();
        closed.setIconCode(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        if (shown) {
            KeyValues parts = new KeyValues();
            row.words().explanation().forEach(part -> parts.add(part.label(), part.text()));
            explanation.getChildren().add(parts);
            if (row.words().unconfirmed()) {
                Label mark = Labels.badge(texts.of("calculation.unconfirmed"), Styles.ATTENTION);
                mark.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
                explanation.getChildren().add(mark);
            }
        }
        place(explanation, shown);
    }

    /** Fault, reason, explanation: in this order under the line. */
    private void place(Node part, boolean shown) {
        getChildren().remove(part);
        if (shown) {
            int at = 1;
            for (Node earlier : List.of(fault, under)) {
                if (earlier == part) {
                    break;
                }
                at += getChildren().contains(earlier) ? 1 : 0;
            }
            getChildren().add(at, part);
        }
    }
}
