package se.trepart.app.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.text.Texts;

import atlantafx.base.controls.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The search in the middle of the window, over whatever is shown (sökruta). Esc closes it and gives the focus back. */
final class SearchView extends StackPane {

    private static final int ROWS_SHOWN = 12;

    private final SearchViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final ListView<SearchRow> list = new ListView<>();
    private @Nullable Node before;

    SearchView(SearchViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("search-layer");
        setVisible(false);
        setAlignment(Pos.TOP_CENTER);
        field.setLeft(Icons.of(Feather.SEARCH));
        field.setPromptText(texts.of("shell.search-prompt"));
        field.setAccessibleText(texts.of("shell.search-prompt"));
        field.textProperty().bindBidirectional(model.text());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInField);
        list.setItems(model.rows());
        list.setAccessibleText(texts.of("shell.search-hits"));
        list.setCellFactory(_ -> new RowCell(texts));
        list.setPlaceholder(Labels.hint(texts.of("shell.search-nothing")));
        list.setOnMouseClicked(_ -> openSelected());
        list.setFocusTraversable(false);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> (Math.clamp(model.rows().size(), 2, ROWS_SHOWN) * 2.57 + 0.3) * field.getFont().getSize(), model.rows(),
                        field.fontProperty()));
        VBox box = new VBox(field, list);
        box.getStyleClass().add("search-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        // not as an invalidation: those come before the list itself knows its rows
        model.rows().addListener((ListChangeListener<SearchRow>) _ -> selectFirst());
    }

    void open() {
        before = getScene().getFocusOwner();
        model.start();
        setVisible(true);
        selectFirst();
        field.requestFocus();
    }

    private void selectFirst() {
        if (model.rows().isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(0);
        }
    }

    private void close() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void openSelected() {
        SearchRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            setVisible(false);
            row.open().run();
        }
    }

    private void keyInField(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            openSelected();
        } else if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS_SHOWN / 2));
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS_SHOWN / 2));
        } else {
            return;
        }
        event.consume();
    }

    private static final class RowCell extends ListCell<SearchRow> {

        private final Texts texts;
        private final Label name = new Label();
        private final Label detail = Labels.muted("");
        private final Label kind = Labels.muted("");
        private final HBox line;

        RowCell(Texts texts) {
            this.texts = texts;
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(name, detail, space, kind);
            line.getStyleClass().add("search-row");
        }

        @Override
        protected void updateItem(@Nullable SearchRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null ? null : line);
            if (row != null) {
                name.setText(row.name());
                detail.setText(row.detail());
                kind.setText(texts.name("shell.search-kind", row.kind()));
                setAccessibleText(row.name() + ", " + row.detail());
            }
        }
    }
}
