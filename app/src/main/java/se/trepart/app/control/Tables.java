package se.trepart.app.control;

import java.text.CollationKey;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

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
