package se.trepart.app.attendance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The month's reports (månadsrapporter): who has been told of what, the consultant's words, and sending. */
final class MonthReportView extends VBox {

    private static final int WORDS_ROWS = 2;

    private final MonthReportViewModel model;
    private final Texts texts;
    private final TableView<ReportRow> table;
    private final Label month = Labels.strong("");
    private final Label message = Labels.hint("");
    private final VBox one = new VBox();
    private final MainAction sendAll;
    private final ListChangeListener<ReportRow> rowsChanged = _ -> showRemaining();
    private Subscription bound = Subscription.EMPTY;
    private @Nullable ReportRow shown;

    MonthReportView(MonthReportViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("attendance.page.REPORT"), _ -> {});
        columns();
        table.setItems(model.rows());
        table.setPlaceholder(new EmptyState(texts.of("attendance.empty"), texts.of("attendance.empty-hint")));
        table.getSelectionModel().selectedItemProperty().subscribe(this::show);
        HBox bar = new HBox(AttendanceView.step(texts, Feather.CHEVRON_LEFT, "attendance.month-before", () -> model.month(-1)), month,
                AttendanceView.step(texts, Feather.CHEVRON_RIGHT, "attendance.month-after", () -> model.month(1)), message);
        bar.getStyleClass().add(Styles.ROW);
        sendAll = new MainAction(texts.of("attendance.send-all"), model::sendAll);
        one.getStyleClass().add(Styles.TIGHT);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getStyleClass().add(AttendanceStyles.WEEK);
        getChildren().addAll(bar, Labels.hint(texts.of("attendance.report-hint")), Labels.hint(letters()), table, one, sendAll);
    }

    void opened() {
        bound = Subscription.combine(model.month().subscribe(this::showMonth), model.message().subscribe(message::setText),
                () -> model.rows().removeListener(rowsChanged));
        // not as an invalidation: those come before the table itself knows its rows
        model.rows().addListener(rowsChanged);
        showRemaining();
        table.requestFocus();
    }

    void closed() {
        bound.unsubscribe();
        bound = Subscription.EMPTY;
    }

    void mainAction() {
        sendAll.fire();
    }

    private void columns() {
        List<TableColumn<ReportRow, ?>> columns = new ArrayList<>();
        columns.add(Tables.nameColumn(texts.of("attendance.who"), 15, ReportRow::who, ReportRow::order));
        columns.add(Tables.column(texts.of("attendance.planned"), 6, row -> AttendanceGrid.hours(row.sum(), row.sum().plannedMinutes())));
        columns.add(Tables.column(texts.of("attendance.attended"), 6, row -> AttendanceGrid.hours(row.sum(), row.sum().attendedMinutes())));
        AttendanceGrid.letters(texts).values().stream().filter(Presence::absent).forEach(presence -> {
            TableColumn<ReportRow, String> column = Tables.column(texts.name("attendance.letter", presence), 3,
                    row -> days(row.sum(), presence));
            columns.add(column);
        });
        columns.add(Tables.column(texts.of("attendance.weeks"), 8,
                row -> row.sum().weeks().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        columns.add(Tables.column(texts.of("attendance.report"), 15, ReportRow::status));
        table.getColumns().addAll(columns);
    }

    private String letters() {
        return AttendanceGrid.letters(texts)
                .entrySet()
                .stream()
                .filter(one -> one.getValue().absent())
                .map(one -> one.getKey() + '\u00A0' + texts.name("attendance.presence", one.getValue()).replace(' ', '\u00A0'))
                .collect(Collectors.joining("   "));
    }

    private void showMonth(YearMonth of) {
        month.setText(Formats.month(of));
    }

    private void showRemaining() {
        int remaining = model.remaining().size();
        sendAll.button().setText(remaining == 0 ? texts.of("attendance.send-all") : texts.count("attendance.send-all-of", remaining));
        sendAll.reasons(remaining == 0 ? List.of(new Reason(texts.of("attendance.all-sent"), () -> {})) : List.of());
        ReportRow before = shown;
        if (before != null) {
            model.rows()
                    .stream()
                    .filter(row -> row.memberId().equals(before.memberId()))
                    .findFirst()
                    .ifPresent(row -> table.getSelectionModel().select(row));
        }
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private void show(@Nullable ReportRow row) {
        if (row == null) {
            one.getChildren().clear();
            return;
        }
        ReportRow before = shown;
        shown = row;
        if (before != null && before.words() == row.words() && before.remains() == row.remains() && !one.getChildren().isEmpty()) {
            return;
        }
        TypedField words = TypedField.area(texts.of("attendance.words", row.who()), "", row.words(), WORDS_ROWS, model.desk());
        Button send = new Button(texts.of(row.sent() == null ? "attendance.send-one" : "attendance.send-again"));
        send.setDisable(!row.remains());
        send.setOnAction(_ -> model.send(row));
        HBox line = new HBox(words, send);
        line.getStyleClass().add(Styles.FORM_ROW);
        HBox.setHgrow(words, Priority.ALWAYS);
        send.setMinWidth(Button.USE_PREF_SIZE);
        one.getChildren().setAll(line);
    }

    private static String days(AttendanceSum sum, Presence presence) {
        return sum.days(presence) == 0 ? "" : Integer.toString(sum.days(presence));
    }
}
