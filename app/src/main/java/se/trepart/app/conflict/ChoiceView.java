package se.trepart.app.conflict;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.conflict.ChoiceViewModel.Line;
import se.trepart.app.conflict.ChoiceViewModel.Side;
import se.trepart.app.conflict.ConflictViewModel.Page;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.merge.Settling;

/** One choice: the three values side by side, and what to take (val). */
final class ChoiceView extends VBox {

    private final ChoiceViewModel model;
    private final Texts texts;
    private final FlowPane sides = new FlowPane(16, 8);
    private final RadioButton first;

    ChoiceView(ChoiceViewModel model, Page page, Desk desk) {
        this.model = model;
        this.texts = desk.texts();
        Conflict conflict = page.conflict();
        getStyleClass().add(Styles.CARD);
        getChildren().add(Labels.heading(model.name()));
        if (model.group()) {
            getChildren().add(Labels.hint(texts.of("conflict.group")));
        }
        getChildren().add(values(page.theirs(), page.mine()));
        ToggleGroup group = new ToggleGroup();
        sides.getStyleClass().add(ConflictStyles.SIDES);
        first = side(Side.THEIRS, keep(conflict), group);
        sides.getChildren().add(first);
        if (Settling.mineTakeable(conflict)) {
            sides.getChildren().add(side(Side.MINE, take(page.me()), group));
        }
        getChildren().add(sides);
        // not as an action: the arrow keys select without one
        group.selectedToggleProperty().addListener((_, _, now) -> model.side().set(now == null ? null : (Side) now.getUserData()));
        if (!model.own().isEmpty()) {
            sides.getChildren().add(side(Side.OWN, texts.of("conflict.own"), group));
            model.restoredFrom().ifPresent(at -> getChildren().add(Labels.hint(texts.of("conflict.own-draft", desk.formats().time(at)))));
            getChildren().add(ownFields());
        }
    }

    void onlyRead(boolean readOnly) {
        sides.setDisable(readOnly);
    }

    /** For the link that says what is not chosen yet. */
    void focusFirst() {
        first.requestFocus();
    }

    private String keep(Conflict conflict) {
        if (!model.whole() || !model.gone(ConflictField::theirs)) {
            return texts.of("conflict.keep");
        }
        return texts.of(conflict.refused().equals(Conflict.DELETED) ? "conflict.keep-away" : "conflict.keep-out");
    }

    private String take(String me) {
        return model.whole() && model.gone(ConflictField::mine) ? texts.of("conflict.take-away") : texts.of("conflict.take", me);
    }

    private RadioButton side(Side side, String words, ToggleGroup group) {
        RadioButton button = new RadioButton(words);
        button.setAccessibleText(model.name() + ": " + words);
        button.setToggleGroup(group);
        button.setSelected(model.side().get() == side);
        button.setUserData(side);
        return button;
    }

    private GridPane values(String theirs, String mine) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add(ConflictStyles.VALUES);
        for (int percent : List.of(19, 27, 27, 27)) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, new Label(), head(texts.of("conflict.base")), head(theirs), head(mine));
        for (Line line : model.lines()) {
            Label waiting = value(line.mine());
            waiting.getStyleClass().add(Styles.STRONG);
            Label standing = value(line.theirs());
            standing.getStyleClass().add(Styles.STRONG);
            grid.addRow(grid.getRowCount(), value(line.field()), value(line.base()), standing, waiting);
        }
        return grid;
    }

    private static Label head(String words) {
        Label head = Labels.hint(words);
        GridPane.setValignment(head, VPos.BOTTOM);
        return head;
    }

    private static Label value(String words) {
        Label value = Labels.text(words);
        GridPane.setValignment(value, VPos.TOP);
        return value;
    }

    private Node ownFields() {
        VBox fields = new VBox();
        fields.getStyleClass().add(ConflictStyles.OWN);
        for (OwnValue own : model.own()) {
            int at = model.choice().fields().indexOf(own.field());
            fields.getChildren().add(field(model.lines().get(at).field(), own));
        }
        fields.managedProperty().bind(fields.visibleProperty());
        model.side().subscribe(side -> {
            fields.setVisible(side == Side.OWN);
            if (side == Side.OWN) {
                model.own().forEach(own -> own.startFrom(own.field().mine()));
            }
        });
        return fields;
    }

    private static Field field(String name, OwnValue own) {
        Field field = new Field(name, control(name, own));
        field.faultProperty().bind(own.fault());
        return field;
    }

    private static Control control(String name, OwnValue own) {
        if (!own.codes().isEmpty()) {
            ComboBox<Choice<Object>> codes = new ChoiceField<>(name, FXCollections.observableArrayList(own.codes()),
                    new javafx.beans.property.SimpleObjectProperty<>());
            Subscription chosen = codes.valueProperty()
                    .subscribe(code -> Optional.ofNullable(code).map(Choice::value).ifPresent(own::choose));
            codes.getProperties().put(Subscription.class, chosen);
            return codes;
        }
        if (own.prose()) {
            TextArea area = new TextArea();
            area.setWrapText(true);
            area.setPrefRowCount(3);
            area.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, TypedField::tabToNext);
            area.textProperty().bindBidirectional(own.typed());
            return area;
        }
        TextField typed = new TextField();
        typed.textProperty().bindBidirectional(own.typed());
        return typed;
    }
}
