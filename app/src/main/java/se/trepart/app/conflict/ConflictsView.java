package se.trepart.app.conflict;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

/** The list of what two people have changed (Att reda ut). */
public final class ConflictsView implements View {

    private final ConflictsViewModel model;
    private final Texts texts;
    private final TableView<ConflictRow> table;
    private final Label count = Labels.muted("");
    private final VBox page;

    public ConflictsView(ConflictsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("conflict.title"), model::open);
        table.getColumns()
                .addAll(List.of(Tables.column(texts.of("conflict.column.who"), 14, ConflictRow::who),
                        Tables.column(texts.of("conflict.column.what"), 11, ConflictRow::what),
                        Tables.column(texts.of("conflict.column.between"), 17, ConflictRow::between),
                        Tables.column(texts.of("conflict.column.since"), 8, ConflictRow::since),
                        Tables.column(texts.of("conflict.column.why"), 17, ConflictRow::why)));
        // the most urgent first is the only order that helps
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setItems(model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("conflict.title")), count);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        page = new VBox(head, table);
        page.getStyleClass().add(Styles.PAGE);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> model.rows().isEmpty() ? "" : texts.count("conflict.count", model.rows().size()),
                        model.rows()));
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(() -> model.loaded().get()
                        ? new EmptyState(texts.of("conflict.empty"), texts.of("conflict.empty-hint"))
                        : Labels.hint(texts.of("conflict.loading")), model.loaded()));
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    @Override
    public void closed() {
        count.textProperty().unbind();
        table.placeholderProperty().unbind();
    }

    @Override
    public void mainAction() {
        ConflictRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    @Override
    public String help() {
        return texts.of("conflict.help");
    }
}
