package se.trepart.app.attendance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import se.trepart.app.attendance.AttendanceGridViewModel.Cursor;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The grid on the screen (närvarorutnät): a letter marks, a digit tells the hours, the arrows move; nothing needs the mouse. */
final class AttendanceGrid extends TableView<AttendanceRow> {

    private static final Map<Presence, Feather> SHAPES = new EnumMap<>(
            Map.of(Presence.PRESENT, Feather.CHECK, Presence.SICK_WITHOUT_CERTIFICATE, Feather.THERMOMETER, Presence.SICK_WITH_CERTIFICATE,
                    Feather.FILE_TEXT, Presence.CHILD, Feather.USERS, Presence.AUTHORITY, Feather.BRIEFCASE, Presence.OTHER_VALID,
                    Feather.CIRCLE, Presence.INVALID, Feather.X_OCTAGON));

    private final AttendanceGridViewModel model;
    private final Texts texts;
    private final Runnable edit;
    private final Map<String, Presence> letters;
    private final List<TableColumn<AttendanceRow, DayMark>> days = new ArrayList<>();
    private final ListChangeListener<AttendanceRow> rowsChanged = _ -> select(model().cursor().get());
    private Subscription bound = Subscription.EMPTY;
    private boolean following;

    /**
     * @param rowHeading what the rows are: people, or weeks
     * @param edit goes to the note and the hours
     */
    AttendanceGrid(AttendanceGridViewModel model, Texts texts, String rowHeading, Runnable edit) {
        this.model = model;
        this.texts = texts;
        this.edit = edit;
        letters = letters(texts);
        setAccessibleText(texts.of("attendance.grid"));
        getStyleClass().addAll(Styles.LIST_TABLE, AttendanceStyles.GRID);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getSelectionModel().setCellSelectionEnabled(true);
        getColumns().add(column(rowHeading, 14.5, AttendanceRow::heading));
        getColumns().add(column(texts.of("attendance.action"), 10.5, AttendanceRow::detail));
        for (int i = 0; i < AttendanceRow.WEEK; i++) {
            days.add(dayColumn(i));
        }
        getColumns().addAll(days);
        getColumns().add(sumColumn(texts.of("attendance.planned"), row -> row.sum().map(sum -> hours(sum, sum.plannedMinutes()))));
        getColumns().add(sumColumn(texts.of("attendance.attended"), row -> row.sum().map(sum -> hours(sum, sum.attendedMinutes()))));
        getColumns().forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        setItems(model.rows());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getFocusModel().focusedCellProperty().addListener((_, _, at) -> clicked(at));
    }

    /** What stands over each day, from Monday. */
    void heads(IntFunction<String> head) {
        for (int i = 0; i < days.size(); i++) {
            days.get(i).setText(head.apply(i));
        }
    }

    void opened() {
        bound = Subscription.combine(model.cursor().subscribe(this::select), model.days().subscribe(count -> {
            for (int i = 0; i < days.size(); i++) {
                days.get(i).setVisible(i < count.intValue());
            }
            select(model.cursor().get());
        }), () -> model.rows().removeListener(rowsChanged));
        // not as an invalidation: those come before the table itself knows its rows
        model.rows().addListener(rowsChanged);
    }

    void closed() {
        bound.unsubscribe();
    }

    private AttendanceGridViewModel model() {
        return model;
    }

    /** The letter of each kind, as the legend has them. */
    static Map<String, Presence> letters(Texts texts) {
        Map<String, Presence> letters = new LinkedHashMap<>();
        for (Presence presence : List.of(Presence.PRESENT, Presence.SICK_WITHOUT_CERTIFICATE, Presence.SICK_WITH_CERTIFICATE,
                Presence.CHILD, Presence.AUTHORITY, Presence.OTHER_VALID, Presence.INVALID)) {
            letters.put(texts.name("attendance.letter", presence), presence);
        }
        return letters;
    }

    /** A week that nobody has marked has no hours, which is not the same as none. */
    static String hours(AttendanceSum sum, int minutes) {
        return sum.daysMarked() == 0 ? "–" : Hours.text(minutes);
    }

    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown() && handled(event.getCode(), event.isShiftDown())) {
            event.consume();
        }
    }

    private boolean handled(KeyCode code, boolean shift) {
        switch (code) {
            case UP -> model.move(-1, 0);
            case DOWN -> model.move(1, 0);
            case LEFT -> model.move(0, -1);
            case RIGHT -> model.move(0, 1);
            case HOME -> model.move(0, -AttendanceRow.WEEK);
            case END -> model.move(0, AttendanceRow.WEEK);
            case DELETE, BACK_SPACE -> model.unmark();
            case ENTER -> edit.run();
            case A -> {
                if (shift) {
                    model.markAll();
                } else {
                    model.markColumn();
                }
            }
            default -> {
                return letter(code, shift);
            }
        }
        return true;
    }

    private boolean letter(KeyCode code, boolean shift) {
        if (code.isDigitKey() && !shift) {
            model.attended(Integer.parseInt(code.getChar()) * 60);
            return true;
        }
        Optional<Presence> presence = Optional.ofNullable(letters.get(code.getName()));
        presence.ifPresent(shift ? model::markRow : model::mark);
        return presence.isPresent();
    }

    private void select(Cursor cursor) {
        if (cursor.row() >= getItems().size()) {
            return;
        }
        following = true;
        getSelectionModel().clearAndSelect(cursor.row(), days.get(cursor.day()));
        getFocusModel().focus(cursor.row(), days.get(cursor.day()));
        following = false;
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(cursor.row());
        }
    }

    /** Only where the mouse was: what the keys do comes from the cursor. */
    private void clicked(@Nullable TablePosition<?, ?> at) {
        int day = at == null ? -1 : days.indexOf(at.getTableColumn());
        if (!following && at != null && at.getRow() >= 0 && day >= 0) {
            model.go(at.getRow(), day);
        }
    }

    private static TableColumn<AttendanceRow, String> column(String heading, double width, Function<AttendanceRow, String> text) {
        TableColumn<AttendanceRow, String> column = new TableColumn<>(heading);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width * 14);
        return column;
    }

    private static TableColumn<AttendanceRow, String> sumColumn(String heading, Function<AttendanceRow, ObservableValue<String>> text) {
        TableColumn<AttendanceRow, String> column = new TableColumn<>(heading);
        column.setCellValueFactory(cell -> text.apply(cell.getValue()));
        column.getStyleClass().add(Styles.FIGURE);
        column.setPrefWidth(4.2 * 14);
        return column;
    }

    private TableColumn<AttendanceRow, DayMark> dayColumn(int day) {
        TableColumn<AttendanceRow, DayMark> column = new TableColumn<>();
        column.setCellValueFactory(cell -> cell.getValue().day(day));
        column.setCellFactory(_ -> new DayCell());
        column.setPrefWidth(7.9 * 14);
        return column;
    }

    /** A shape, the letter and a word; a note and what is not yet saved are told too. */
    private final class DayCell extends TableCell<AttendanceRow, DayMark> {

        private final FontIcon shape = new FontIcon();
        private final Label letter = new Label();
        private final Label words = new Label();
        private final FontIcon note = new FontIcon(Feather.MESSAGE_SQUARE);
        private final HBox line = new HBox(shape, letter, words, note);

        DayCell() {
            getStyleClass().add(AttendanceStyles.DAY);
            letter.getStyleClass().add(AttendanceStyles.LETTER);
            line.getStyleClass().add(Styles.ROW);
            note.managedProperty().bind(note.visibleProperty());
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable DayMark day, boolean empty) {
            super.updateItem(day, empty);
            AttendanceRow row = getTableRow() == null ? null : getTableRow().getItem();
            Presence presence = day == null ? null : day.presence();
            pseudoClassStateChanged(AttendanceStyles.CLOSED, day != null && !day.open());
            pseudoClassStateChanged(AttendanceStyles.ABSENT, presence != null && presence.absent());
            pseudoClassStateChanged(AttendanceStyles.INVALID, presence == Presence.INVALID);
            pseudoClassStateChanged(AttendanceStyles.UNSAVED, day != null && !day.saved());
            setAccessibleText(day == null || row == null ? null : model.spoken(row, day));
            setGraphic(day == null || presence == null ? unmarked(day) : line);
            if (day != null && presence != null) {
                shape.setIconCode(SHAPES.get(presence));
                letter.setText(texts.name("attendance.letter", presence));
                words.setText(presence == Presence.PRESENT
                        ? texts.of("attendance.hours", Hours.text(day.attendedMinutes()))
                        : texts.name("attendance.word", presence));
                note.setVisible(!day.note().isEmpty());
            }
        }

        private @Nullable Label unmarked(@Nullable DayMark day) {
            return day == null || day.open() ? null : Labels.muted("–");
        }
    }
}
