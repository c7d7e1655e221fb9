package se.trepart.app.disclosure;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseGate;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.disclosure.DisclosureViewModel.Hindrance;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** The page where a case's file is taken out (Lämna ut akten): for whom and why on top, every document under it. */
final class DisclosureView implements View {

    /** Of the two fields beside each other, before they share what is over. */
    private static final double HALF = 400;

    private final DisclosureViewModel model;
    private final Texts texts;
    private final StackPane page = new StackPane();
    private final CaseGate gate;
    private final TableView<DisclosureRow> table;
    private final Button judge = new Button();
    private final Label message = Labels.hint("");
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button();
    private final MainAction write;
    private @Nullable ChoiceField<DisclosureViewModel.Asked> asker;
    private @Nullable TypedField to;
    private @Nullable TypedField purpose;
    private Subscription bound = Subscription.EMPTY;

    DisclosureView(DisclosureViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("disclosure.documents"), model::open);
        table.setId("disclosure-documents");
        table.getColumns()
                .addAll(List.of(Tables.column(texts.of("disclosure.part"), 7, DisclosureRow::part),
                        Tables.column(texts.of("disclosure.document"), 21, DisclosureRow::title),
                        Tables.column(texts.of("disclosure.day"), 11, DisclosureRow::day),
                        Tables.column(texts.of("disclosure.state"), 30, DisclosureRow::state)));
        // the order of reading is the only one
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setItems(model.rows());
        table.setPlaceholder(new EmptyState(texts.of("disclosure.empty"), texts.of("disclosure.empty-hint")));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            DisclosureRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                judge(row);
                event.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(this::name);
        VBox.setVgrow(table, Priority.ALWAYS);
        judge.setId("disclosure-judge");
        judge.setMinWidth(Button.USE_PREF_SIZE);
        judge.setOnAction(_ -> {
            DisclosureRow row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                judge(row);
            }
        });
        stop.setText(texts.of("disclosure.stop"));
        stop.setOnAction(_ -> model.stop());
        write = new MainAction(texts.of("disclosure.write"), model::write).beside(judge);
        write.button().setId("disclosure-write");
        gate = new CaseGate(model.openCase(), page);
        gate.getStylesheets().add(CaseStyles.stylesheet());
    }

    DisclosureViewModel model() {
        return model;
    }

    @Override
    public Node node() {
        return gate;
    }

    @Override
    public void opened() {
        message.textProperty().bind(model.message());
        bar.progressProperty().bind(model.progress());
        bar.visibleProperty().bind(model.running());
        stop.visibleProperty().bind(model.running());
        bound = Subscription.combine(message.textProperty()::unbind, bar.progressProperty()::unbind, bar.visibleProperty()::unbind,
                stop.visibleProperty()::unbind, model.ready().subscribe(this::build), model.asked().subscribe(_ -> reasons()),
                model.running().subscribe(_ -> reasons()), Bindings.size(model.rows()).subscribe(_ -> reasons()));
        gate.opened();
        if (asker != null) {
            asker.requestFocus();
        }
    }

    @Override
    public void closed() {
        bound.unsubscribe();
        gate.closed();
        if (model.ready().get()) {
            model.to().leave();
            model.purpose().leave();
        }
    }

    @Override
    public void mainAction() {
        if (gate.asks()) {
            gate.read();
        } else {
            write.fire();
        }
    }

    @Override
    public String help() {
        return texts.of("disclosure.help");
    }

    /** What is typed is found with the case, so the fields come when it is read. */
    private void build(boolean ready) {
        if (!ready || asker != null) {
            return;
        }
        ChoiceField<DisclosureViewModel.Asked> who = new ChoiceField<>(texts.of("disclosure.asker"), model.askers(), model.asked());
        who.setId("disclosure-asker");
        asker = who;
        TypedField toWhom = TypedField.line(texts.of("disclosure.to"), texts.of("disclosure.to-help"), model.to(), model.openCase().desk());
        toWhom.control().setId("disclosure-to");
        to = toWhom;
        TypedField why = TypedField.line(texts.of("disclosure.purpose"), texts.of("disclosure.purpose-help"), model.purpose(),
                model.openCase().desk());
        why.control().setId("disclosure-purpose");
        purpose = why;
        model.to().textProperty().subscribe(_ -> reasons());
        model.purpose().textProperty().subscribe(_ -> reasons());
        Field asks = new Field(texts.of("disclosure.asker"), who);
        HBox fields = new HBox(toWhom, why);
        fields.getStyleClass().add(Styles.FORM_ROW);
        for (TypedField half : List.of(toWhom, why)) {
            // the same room for both, whatever their help says
            half.setPrefWidth(HALF);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        VBox card = new VBox(asks, fields, Labels.hint(texts.of("disclosure.read-first")));
        card.getStyleClass().add(Styles.CARD);
        HBox head = new HBox(Labels.title(texts.of("disclosure.title")),
                Labels.muted(model.openCase().situation().orElseThrow().documents().file().number()));
        head.getStyleClass().add(Styles.PAGE_HEAD);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox under = new HBox(message, bar, stop);
        under.getStyleClass().add(Styles.ROW);
        // no room is kept for what is not there
        under.visibleProperty().bind(model.running().or(message.textProperty().isNotEmpty()));
        under.managedProperty().bind(under.visibleProperty());
        VBox all = new VBox(head, card, table, under, write);
        all.getStyleClass().add(Styles.PAGE);
        page.getChildren().setAll(all);
        reasons();
        // the page is shown after this
        model.openCase().desk().tasks().onScreen(who::requestFocus);
    }

    private void judge(DisclosureRow row) {
        int at = table.getSelectionModel().getSelectedIndex();
        model.judge(row);
        table.getSelectionModel().select(at);
        table.requestFocus();
    }

    private void name(@Nullable DisclosureRow row) {
        judge.setText(texts.of(row == null || row.included() ? "disclosure.leave-out" : "disclosure.take-in"));
        judge.setDisable(row == null || !row.changeable() || model.running().get());
    }

    private static Control field(Hindrance hindrance, Control who, TypedField toWhom, TypedField why) {
        return switch (hindrance) {
            case ASKER -> who;
            case TO -> toWhom.control();
            case PURPOSE -> why.control();
        };
    }

    private void reasons() {
        TypedField toWhom = to;
        TypedField why = purpose;
        ChoiceField<DisclosureViewModel.Asked> who = asker;
        if (toWhom == null || why == null || who == null) {
            return;
        }
        write.reasons(model.hindrances()
                .stream()
                .map(hindrance -> new Reason(texts.name("disclosure.hindrance", hindrance),
                        () -> field(hindrance, who, toWhom, why).requestFocus()))
                .toList());
        write.button().setDisable(write.button().isDisabled() || model.running().get());
    }
}
