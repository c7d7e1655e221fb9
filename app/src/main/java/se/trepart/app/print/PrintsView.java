package se.trepart.app.print;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

/** The page of the day's letters (Utskrifter): how to print on top, the letters in the order of the envelopes under it. */
public final class PrintsView implements View {

    private final PrintsViewModel model;
    private final Texts texts;
    private final TableView<PrintRow> table;
    private final Label message = Labels.hint("");
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button();
    private final ChoiceField<String> printer;
    private final MainAction print;
    private final VBox page;
    private Subscription bound = Subscription.EMPTY;

    public PrintsView(PrintsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        printer = new ChoiceField<>(texts.of("print.printer"), model.printers(), model.printer());
        table = Tables.table(texts.of("print.title"), model::open);
        table.getColumns()
                .addAll(List.of(Tables.nameColumn(texts.of("print.who"), 13, PrintRow::who, PrintRow::order),
                        Tables.column(texts.of("print.case"), 8, PrintRow::caseNumber),
                        Tables.column(texts.of("print.what"), 12, PrintRow::what), Tables.column(texts.of("print.sent"), 7, PrintRow::sent),
                        Tables.column(texts.of("print.state"), 22,
                                row -> row.apart() ? texts.of("print.apart", row.state()) : row.state())));
        // the order of the envelopes is the only one that helps
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setItems(model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        print = new MainAction(texts.of("print.all-now"), model::printAll).beside(onRow("print.again", model::print),
                onRow("print.page", model::printPage));
        stop.setText(texts.of("print.stop"));
        stop.setOnAction(_ -> model.stop());
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox under = new HBox(message, bar, stop);
        under.getStyleClass().add(Styles.ROW);
        HBox head = new HBox(Labels.title(texts.of("print.title")));
        head.getStyleClass().add(Styles.PAGE_HEAD);
        page = new VBox(head, choices(), table, under, print);
        page.getStyleClass().add(Styles.PAGE);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        message.textProperty().bind(model.message());
        bar.progressProperty().bind(model.progress());
        bar.visibleProperty().bind(model.running());
        stop.visibleProperty().bind(model.running());
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(() -> model.loaded().get()
                        ? new EmptyState(texts.of("print.empty"), texts.of("print.empty-hint"))
                        : Labels.hint(texts.of("print.loading")), model.loaded()));
        bound = Subscription.combine(message.textProperty()::unbind, bar.progressProperty()::unbind, bar.visibleProperty()::unbind,
                stop.visibleProperty()::unbind, table.placeholderProperty()::unbind, model.printer().subscribe(_ -> reasons()),
                model.running().subscribe(_ -> reasons()), Bindings.size(model.rows()).subscribe(_ -> reasons()));
        model.opened();
        table.requestFocus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
        model.closed();
    }

    @Override
    public void mainAction() {
        print.fire();
    }

    @Override
    public String help() {
        return texts.of("print.help");
    }

    private void reasons() {
        List<PrintRow> all = model.toPrint();
        print.button().setText(all.isEmpty() ? texts.of("print.all-now") : texts.count("print.now", all.size()));
        print.reasons(model.hindrances().stream().map(why -> new Reason(why, printer::requestFocus)).toList());
        print.button().setDisable(print.button().isDisabled() || model.running().get());
    }

    private Node choices() {
        FlowPane fields = new FlowPane(16, 8,
                new Field(texts.of("print.whose"), new ChoiceField<>(texts.of("print.whose"), model.scopes(), model.mineOnly())),
                new Field(texts.of("print.printer"), printer),
                new Field(texts.of("print.tray"), new ChoiceField<>(texts.of("print.tray"), model.trays(), model.tray())),
                new Field(texts.of("print.many"), new ChoiceField<>(texts.of("print.many"), model.copies(), model.copy())));
        CheckBox bothSides = new CheckBox(texts.of("print.both-sides"));
        bothSides.selectedProperty().bindBidirectional(model.bothSides());
        CheckBox cover = new CheckBox(texts.of("print.cover"));
        cover.selectedProperty().bindBidirectional(model.cover());
        HBox ticks = new HBox(bothSides, cover);
        ticks.getStyleClass().add(Styles.ROW);
        VBox card = new VBox(fields, ticks);
        card.getStyleClass().add(Styles.CARD);
        return card;
    }

    private Button onRow(String key, Consumer<PrintRow> action) {
        Button button = new Button(texts.of(key));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            PrintRow row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                action.accept(row);
            }
        });
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull().or(model.running()));
        return button;
    }
}
