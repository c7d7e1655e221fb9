package se.trepart.app.result;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import se.trepart.app.control.Styles;
import se.trepart.app.result.ResultSheet.Behind;
import se.trepart.app.result.ResultSheet.Line;
import se.trepart.app.result.ResultSheet.Section;

import org.jspecify.annotations.Nullable;

/** A table of numbers, gone through cell by cell; Enter or a double click opens the list behind one (taltabell). */
final class FigureTable extends TableView<Line> {

    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");
    private static final double EM = 14;
    private static final double GROUP = 16;
    private static final double NUMBER = 5.7;
    /** the height of the headings, in rows */
    private static final double HEAD = 2.4;

    FigureTable(Section section, Consumer<Behind> open) {
        setAccessibleText(section.title());
        getStyleClass().addAll(Styles.LIST_TABLE, Styles.DENSE, "figure-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setCellSelectionEnabled(true);
        getColumns().add(column(section.groupHeading(), -1, GROUP));
        for (int i = 0; i < section.headings().size(); i++) {
            TableColumn<Line, String> column = column(section.headings().get(i), i, NUMBER);
            column.getStyleClass().add("number");
            getColumns().add(column);
        }
        getItems().setAll(section.lines());
        setRowFactory(_ -> new LineRow());
        focusedProperty().subscribe(focused -> {
            if (focused && getSelectionModel().getSelectedCells().isEmpty()) {
                // the arrows go on from the first number
                getSelectionModel().select(0, getColumns().get(1));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                openFocused(open);
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openFocused(open);
            }
        });
        prefHeightProperty().bind(fixedCellSizeProperty().multiply(section.lines().size() + HEAD));
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    private void openFocused(Consumer<Behind> open) {
        @Nullable
        TablePosition<?, ?> at = getFocusModel().getFocusedCell();
        if (at == null || at.getRow() < 0 || at.getColumn() < 1) {
            return;
        }
        Behind behind = getItems().get(at.getRow()).cells().get(at.getColumn() - 1).behind();
        if (behind != null) {
            open.accept(behind);
        }
    }

    private static TableColumn<Line, String> column(String heading, int number, double width) {
        TableColumn<Line, String> column = new TableColumn<>(heading);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(number < 0 ? cell.getValue().group() : cell.getValue().cells().get(number).text()));
        column.setPrefWidth(width * EM);
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    /** The total is told from the groups by a line above it and heavier type. */
    private static final class LineRow extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(TOTAL, line != null && line.total());
        }
    }
}
