package se.trepart.app.control;

import java.text.CollationKey;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

/** Tables of rows whose cells are ready as strings (tabeller). Enter or a double click opens the row. */
public final class Tables {

    private Tables() {}

    public static <R> TableView<R> table(String name, Consumer<? super R> open) {
        TableView<R> table = new TableView<>();
        table.setAccessibleText(name);
        table.getStyleClass().add(Styles.LIST_TABLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            R row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && row != null) {
                open.accept(row);
                event.consume();
            }
        });
        table.setRowFactory(_ -> {
            TableRow<R> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        return table;
    }

    /** @param width in em, the least that is good; all columns share what is over */
    public static <R> TableColumn<R, String> column(String heading, double width, Function<? super R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(heading);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width * 14);
        column.setReorderable(false);
        return column;
    }

    /** A column whose words go on under each other where they have no room beside. Its table has the rows as tall as they need. */
    public static <R> TableColumn<R, String> wrapped(String heading, double width, Function<? super R, String> text) {
        TableColumn<R, String> column = column(heading, width, text);
        column.setCellFactory(_ -> new WrappedCell<>(column));
        column.tableViewProperty().subscribe(table -> {
            if (table != null && !table.getStyleClass().contains(Styles.TALL_ROWS)) {
                table.getStyleClass().add(Styles.TALL_ROWS);
            }
        });
        return column;
    }

    /** A column of names, sorted in Swedish order by keys made beforehand. */
    public static <R> TableColumn<R, R> nameColumn(String heading, double width, Function<? super R, String> text,
            Function<? super R, CollationKey> order) {
        TableColumn<R, R> column = new TableColumn<>(heading);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new NameCell<>(text));
        column.setComparator((a, b) -> order.apply(a).compareTo(order.apply(b)));
        column.setPrefWidth(width * 14);
        column.setReorderable(false);
        return column;
    }

    private static final class WrappedCell<R> extends TableCell<R, String> {

        private final Text words = new Text();

        WrappedCell(TableColumn<R, String> column) {
            words.getStyleClass().add(Styles.CELL_WORDS);
            words.wrappingWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> Math.max(0, column.getWidth() - getPadding().getLeft() - getPadding().getRight() - 1),
                            column.widthProperty(), paddingProperty()));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            words.setText(item);
            // the text is for who listens, the words are drawn
            setText(item);
            setGraphic(item == null ? null : words);
        }
    }

    private static final class NameCell<R> extends TableCell<R, R> {

        private final Function<? super R, String> text;

        NameCell(Function<? super R, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null ? null : text.apply(row));
        }
    }
}
