package se.trepart.app.applications;

import java.util.List;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

import org.kordamp.ikonli.feather.Feather;

/** Costs or incomes line by line (rader med belopp), each beside last month's amount; what differs is marked by a bar and a word. */
final class AmountLinesView<T> extends VBox {

    private final ObservableList<AmountLine<T>> lines;
    private final ObservableList<Choice<T>> kinds;
    private final ObservableList<Choice<UUID>> members;
    private final boolean incomes;
    private final Texts texts;
    private final Runnable changed;

    /** @param members whose an income can be; empty for costs */
    AmountLinesView(ObservableList<AmountLine<T>> lines, ObservableList<Choice<T>> kinds, List<Choice<UUID>> members, Texts texts,
            Runnable changed) {
        this.lines = lines;
        this.kinds = kinds;
        this.members = FXCollections.observableArrayList(members);
        this.incomes = !kinds.isEmpty() && kinds.getFirst().value() instanceof se.trepart.model.application.IncomeType;
        this.texts = texts;
        this.changed = changed;
        getStyleClass().add(Styles.ROWS);
        lines.addListener((ListChangeListener<AmountLine<T>>) _ -> refresh());
        refresh();
    }

    void members(List<Choice<UUID>> now) {
        if (!members.equals(now)) {
            members.setAll(now);
        }
    }

    /** On the line of the fields, which have a label over them. */
    static VBox besideField(Node node) {
        VBox box = new VBox(node);
        box.getStyleClass().add(Styles.BESIDE_FIELD);
        return box;
    }

    private void refresh() {
        getChildren().setAll(lines.stream().map(this::line).toList());
        changed.run();
    }

    private HBox line(AmountLine<T> line) {
        TextField amount = new TextField();
        amount.textProperty().bindBidirectional(line.amount());
        amount.getStyleClass().addAll(Styles.SHORT, Styles.FIGURE);
        Field amountField = new Field(texts.of("applications.amount"), amount);
        amountField.faultProperty().bind(Bindings.createStringBinding(line::fault, line.amount()));
        TextField specification = new TextField();
        specification.setPrefColumnCount(6);
        specification.textProperty().bindBidirectional(line.specification());
        Field specified = new Field(texts.of(incomes ? "applications.source" : "applications.specification"), specification);
        HBox.setHgrow(specified, Priority.ALWAYS);
        Label mark = Labels.badge(texts.of("applications.changed"), Styles.ACCENT);
        mark.visibleProperty().bind(Bindings.createBooleanBinding(line::changed, line.amount()));
        mark.managedProperty().bind(mark.visibleProperty());
        HBox before = new HBox(mark, Labels.muted(line.lastMonth()));
        before.getStyleClass().add(Styles.ROW);
        VBox last = new VBox(Labels.muted(texts.of("applications.last-month")), before);
        last.getStyleClass().add(Styles.LAST_MONTH);
        last.setMinWidth(Region.USE_PREF_SIZE);
        Button remove = new Button(null, Icons.of(Feather.X));
        remove.setAccessibleText(texts.of("applications.remove-line"));
        remove.getStyleClass().add(Styles.ICON_BUTTON);
        remove.setOnAction(_ -> lines.remove(line));
        String kindName = texts.of(incomes ? "applications.income-kind" : "applications.cost-kind");
        HBox row = new HBox(new Field(kindName, new ChoiceField<>(kindName, kinds, line.kind())), specified, amountField, last,
                besideField(remove));
        if (incomes) {
            row.getChildren()
                    .addFirst(new Field(texts.of("applications.whose"),
                            new ChoiceField<>(texts.of("applications.whose"), members, line.whose())));
        }
        row.getStyleClass().add(Styles.FORM_ROW);
        line.amount().subscribe(() -> {
            row.getStyleClass().remove(Styles.CHANGED);
            if (line.changed()) {
                row.getStyleClass().add(Styles.CHANGED);
            }
            changed.run();
        });
        return row;
    }
}
