package se.trepart.app.meeting;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

/** The list of meetings (Möten). */
public final class MeetingsView implements View {

    private final MeetingsViewModel model;
    private final Texts texts;
    private final TableView<MeetingRow> table;
    private final VBox page;

    public MeetingsView(MeetingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("meeting.title"), model::open);
        table.getColumns()
                .addAll(List.of(Tables.column(texts.of("meeting.list.when"), 12, MeetingRow::when),
                        Tables.column(texts.of("meeting.list.who"), 13, MeetingRow::who),
                        Tables.column(texts.of("meeting.list.where"), 13, MeetingRow::where),
                        Tables.column(texts.of("meeting.list.answered"), 13, MeetingRow::answers),
                        Tables.column(texts.of("meeting.list.status"), 11, MeetingRow::status)));
        // by time is the only order that helps
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setItems(model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("meeting.title")), space);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        if (model.mayCall()) {
            Button call = new Button(texts.of("meeting.call.start"));
            call.getStyleClass().add(Styles.ACCENT);
            call.setOnAction(_ -> model.call());
            head.getChildren().add(call);
        }
        HBox filters = new HBox(new ChoiceField<>(texts.of("meeting.list.part"), model.parts(), model.part()));
        if (model.scopes().size() > 1) {
            filters.getChildren().add(new ChoiceField<>(texts.of("meeting.list.whose"), model.scopes(), model.mineOnly()));
        }
        filters.getStyleClass().add(Styles.FILTERS);
        page = new VBox(head, filters, table);
        page.getStyleClass().add(Styles.PAGE);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(() -> model.loaded().get()
                        ? new EmptyState(texts.of(model.toCome() ? "meeting.empty.TO_COME" : "meeting.empty.PAST"),
                                texts.of("meeting.empty-hint"))
                        : Labels.hint(texts.of("meeting.loading")), model.loaded(), model.part()));
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    @Override
    public void closed() {
        table.placeholderProperty().unbind();
    }

    @Override
    public void mainAction() {
        MeetingRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    @Override
    public String help() {
        return texts.of("meeting.help");
    }
}
