package se.trepart.app.result;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.result.ResultsViewModel.People;
import se.trepart.app.text.Texts;

import org.kordamp.ikonli.feather.Feather;

/** Those whom a number counts (listan bakom ett tal). */
final class PeopleView extends VBox {

    private final TableView<PeopleRow> table;

    PeopleView(People people, ResultsViewModel model, Texts texts) {
        table = Tables.table(people.title(), model::open);
        table.getColumns()
                .addAll(List.of(Tables.nameColumn(texts.of("result.people.who"), 14, PeopleRow::who, PeopleRow::order),
                        Tables.column(texts.of("result.people.kind"), 14, PeopleRow::kind),
                        Tables.column(texts.of("result.people.place"), 12, PeopleRow::place),
                        Tables.column(texts.of("result.people.from"), 8, PeopleRow::from),
                        Tables.column(texts.of("result.people.to"), 8, PeopleRow::to),
                        Tables.column(texts.of("result.people.outcome"), 12, PeopleRow::outcome)));
        table.setItems(FXCollections.observableList(people.rows()));
        table.setPlaceholder(new EmptyState(texts.of("result.people.empty"), texts.of("result.people.empty-hint")));
        VBox.setVgrow(table, Priority.ALWAYS);
        Button back = new Button(texts.of("result.people.back"), Icons.of(Feather.ARROW_LEFT));
        back.setOnAction(_ -> model.leavePeople());
        HBox head = new HBox(back, Labels.title(people.title()), Labels.muted(texts.count("result.people.count", people.rows().size())));
        head.getStyleClass().add(Styles.PAGE_HEAD);
        getStyleClass().add(Styles.PAGE);
        getChildren().addAll(head, table);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.leavePeople();
                event.consume();
            }
        });
    }

    void takeFocus() {
        table.getSelectionModel().selectFirst();
        table.requestFocus();
    }
}
