package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.language.Colour;
import se.trepart.app.language.FindingWords;
import se.trepart.app.language.Measures;
import se.trepart.app.language.Weight;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.KeptFinding;

import org.jspecify.annotations.Nullable;

/** What the plain-language check says of the letter, by weight (klarspråkslistan). Enter goes to the words. */
final class RemarkList extends VBox {

    private static final double GAP = 8;
    private static final double SHARE = 0.3;
    private static final double LEAST = 96;
    private static final double MOST = 260;

    private final Texts texts;
    private final FindingWords words;
    private final Consumer<Remark> go;
    private final ObservableList<Remark> rows = FXCollections.observableArrayList();
    private final ListView<Remark> list = new ListView<>(rows);
    private final Label summary = Labels.muted("");
    private final Label nothing = Labels.hint("");
    private final CheckBox notes = new CheckBox();
    private final Button take;
    private final Button keep;
    private final FlowPane actions;
    private final Label measures = Labels.hint("");
    private LetterRemarks remarks = LetterRemarks.NOTHING;

    /**
     * @param beside what stands at the end of the heading
     * @param go takes the writer to the words
     * @param take puts the suggestion there
     * @param keep asks why it stays
     */
    RemarkList(Texts texts, Button beside, Consumer<Remark> go, Consumer<Remark> take, Consumer<Remark> keep) {
        this.texts = texts;
        this.go = go;
        words = new FindingWords(texts);
        getStyleClass().add(LetterStyles.REMARKS);
        Label heading = Labels.heading(texts.of("letter.language"));
        heading.setMinWidth(Label.USE_PREF_SIZE);
        // the sum of them stands under the heading where there is no room beside it
        FlowPane both = new FlowPane(heading, summary);
        both.getStyleClass().add(LetterStyles.REMARKS_HEAD);
        both.setPrefWrapLength(0);
        both.setMinWidth(0);
        summary.maxWidthProperty().bind(both.widthProperty());
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox head = new HBox(both, beside);
        head.getStyleClass().add(Styles.ROW);
        summary.setId("letter-remarks-summary");
        list.setId("letter-remarks");
        list.minHeightProperty().bind(list.prefHeightProperty());
        list.setAccessibleText(texts.of("letter.language"));
        list.getStyleClass().add(LetterStyles.REMARK_LIST);
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isAltDown() && !event.isShortcutDown()) {
                selected().ifPresent(go);
                event.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> enable());
        this.take = button("letter-take", texts.of("letter.language.take"), Shortcut.TAKE_SUGGESTION, take);
        this.keep = button("letter-keep", texts.of("letter.language.keep"), Shortcut.KEEP_REMARK, keep);
        notes.setId("letter-notes");
        notes.selectedProperty().addListener((_, _, _) -> fill());
        nothing.setText(texts.of("letter.language.none-text"));
        measures.setId("letter-measures");
        actions = new FlowPane(GAP, GAP, this.take, this.keep, notes);
        getChildren().addAll(head, list, nothing, actions, measures);
        for (Node node : List.of(list, nothing, notes, this.take, this.keep, actions)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        show(LetterRemarks.NOTHING);
    }

    /** @param height of what the list stands in: the pages below it are to be seen too */
    void within(ObservableDoubleValue height) {
        list.prefHeightProperty().bind(height.map(all -> Math.clamp(all.doubleValue() * SHARE, LEAST, MOST)));
    }

    void show(LetterRemarks now) {
        remarks = now;
        setVisible(now.measures() != null);
        setManaged(now.measures() != null);
        long noted = count(Weight.NOTE);
        notes.setText(texts.count("letter.language.show-notes", noted));
        notes.setVisible(noted > 0);
        summary.setText(summed());
        Measures m = now.measures();
        measures.setText(m == null ? "" : measured(m, now.colour()));
        fill();
    }

    Optional<Remark> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** Whether the keys of the list are meant. */
    boolean hasTheFocus() {
        return list.isFocused();
    }

    void select(Remark remark) {
        if (remark.weight() == Weight.NOTE) {
            notes.setSelected(true);
        }
        list.getSelectionModel().select(remark);
        list.scrollTo(remark);
    }

    void focus(Remark remark) {
        select(remark);
        list.requestFocus();
    }

    private void fill() {
        Optional<Remark> before = selected();
        List<Remark> shown = remarks.all().stream().filter(remark -> remark.weight() != Weight.NOTE || notes.isSelected()).toList();
        if (!shown.equals(rows)) {
            rows.setAll(shown);
            before.flatMap(b -> shown.stream().filter(b::about).findFirst()).ifPresent(list.getSelectionModel()::select);
        }
        list.setVisible(!shown.isEmpty());
        nothing.setVisible(shown.isEmpty());
        take.setVisible(!shown.isEmpty());
        keep.setVisible(!shown.isEmpty());
        actions.setVisible(!remarks.all().isEmpty());
        enable();
    }

    private void enable() {
        take.setDisable(selected().filter(Remark::takeable).isEmpty());
        keep.setDisable(selected().filter(Remark::keepable).isEmpty());
    }

    private Button button(String id, String name, Shortcut key, Consumer<Remark> action) {
        Button button = new Button(name);
        button.setTooltip(new Tooltip(key.keys().getDisplayText()));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> selected().ifPresent(action));
        return button;
    }

    private String summed() {
        List<String> parts = new ArrayList<>();
        if (count(Weight.BLOCK) > 0) {
            parts.add(texts.count("letter.language.blocks", count(Weight.BLOCK)));
        }
        if (count(Weight.WARNING) > 0) {
            parts.add(texts.count("letter.language.warnings", count(Weight.WARNING)));
        }
        if (count(Weight.NOTE) > 0) {
            parts.add(texts.count("letter.language.notes", count(Weight.NOTE)));
        }
        return parts.isEmpty() ? texts.of("letter.language.none") : String.join(", ", parts);
    }

    /** What is kept is not counted: somebody has answered for it. */
    private long count(Weight weight) {
        return remarks.all().stream().filter(remark -> remark.weight() == weight && remark.kept() == null).count();
    }

    private String measured(Measures m, Colour whole) {
        String average = String.valueOf(Math.round(m.average() * 10) / 10.0).replace('.', ',');
        return texts.of("letter.language.measures", Math.round(m.lix()), words.colour(m.lixColour()), average,
                words.colour(m.averageColour()), words.colour(whole));
    }

    /** How much it weighs and where it is, and under it what is wrong. */
    private final class Cell extends ListCell<Remark> {

        private final Label weight = Labels.badge("");
        private final Label where = Labels.muted("");
        private final Label text = Labels.text("");
        private final Label kept = Labels.hint("");
        private final VBox box;

        Cell() {
            HBox head = new HBox(weight, where);
            head.getStyleClass().add(Styles.ROW);
            box = new VBox(head, text, kept);
            box.getStyleClass().add(LetterStyles.REMARK);
            // or the text is as wide as it is long
            setPrefWidth(0);
            kept.managedProperty().bind(kept.visibleProperty());
            setOnMouseClicked(_ -> {
                if (!isEmpty()) {
                    go.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Remark remark, boolean empty) {
            super.updateItem(remark, empty);
            setGraphic(remark == null ? null : box);
            if (remark == null) {
                setAccessibleText(null);
                return;
            }
            KeptFinding reason = remark.kept();
            weight.setText(reason == null ? words.weight(remark.weight()) : texts.of("letter.language.kept-badge"));
            weight.getStyleClass().removeAll(Styles.URGENT, Styles.ATTENTION);
            if (reason == null && remark.weight() != Weight.NOTE) {
                weight.getStyleClass().add(remark.weight() == Weight.BLOCK ? Styles.URGENT : Styles.ATTENTION);
            }
            where.setText(remark.where());
            text.setText(remark.text());
            kept.setVisible(reason != null);
            kept.setText(reason == null ? "" : texts.of("letter.language.kept", reason.reason()));
            setAccessibleText(weight.getText() + ". " + remark.where() + ". " + remark.text() + " " + kept.getText());
        }
    }
}
