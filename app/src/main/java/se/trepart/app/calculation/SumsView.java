package se.trepart.app.calculation;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Labels;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;

/** Norm, costs, income and what is lacking, always in sight (summor). */
final class SumsView extends HBox {

    private final Texts texts;
    private final Label norm = Labels.figure("");
    private final Label costs = Labels.figure("");
    private final Label income = Labels.figure("");
    private final Label result = Labels.figure("");
    private final Label resultName = Labels.muted("");

    SumsView(Texts texts) {
        this.texts = texts;
        getStyleClass().add(CalculationStyles.SUMS);
        result.getStyleClass().add(CalculationStyles.RESULT);
        result.setId("calculation-result");
        getChildren().addAll(sum(Labels.muted(texts.of("calculation.sum.norm")), norm), sign("+"),
                sum(Labels.muted(texts.of("calculation.sum.costs")), costs), sign("−"),
                sum(Labels.muted(texts.of("calculation.sum.income")), income), sign("="), sum(resultName, result));
    }

    void show(Sums sums) {
        norm.setText(Formats.money(sums.norm()));
        costs.setText(Formats.money(sums.costs()));
        income.setText(Formats.money(sums.income()));
        result.setText(Formats.money(sums.difference()));
        resultName.setText(texts.of(sums.result().positive() ? "calculation.sum.over" : "calculation.sum.lacking"));
    }

    private static VBox sum(Label name, Label amount) {
        name.setLabelFor(amount);
        name.setMinWidth(USE_PREF_SIZE);
        amount.setMinWidth(USE_PREF_SIZE);
        return new VBox(name, amount);
    }

    private static Label sign(String sign) {
        Label label = Labels.muted(sign);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
