package se.trepart.app.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.DayConverter;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** The page of own reminders (Bevakningar): a new one on top, the open ones under it. */
public final class RemindersView implements View {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final RemindersViewModel model;
    private final Texts texts;
    private final TextField what = new TextField();
    private final DatePicker due = new DatePicker();
    private final DatePicker later = new DatePicker();
    private final Field caseField;
    private final Field whatField;
    private final Field dueField;
    private final TableView<ReminderRow> table;
    private final Label message = Labels.hint("");
    private final VBox page;
    private Subscription bound = Subscription.EMPTY;

    public RemindersView(RemindersViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        caseField = new Field(texts.of("reminder.case"), new ChoiceField<>(texts.of("reminder.case"), model.cases(), model.chosen()));
        whatField = new Field(texts.of("reminder.what"), what);
        dueField = new Field(texts.of("reminder.due"), due);
        what.textProperty().bindBidirectional(model.what().textProperty());
        due.valueProperty().bindBidirectional(model.due());
        due.setConverter(new DayConverter());
        later.setConverter(new DayConverter());
        table = Tables.table(texts.of("reminder.open"), model::open);
        table.getColumns()
                .addAll(List.of(Tables.column(texts.of("reminder.due"), 13, ReminderRow::when),
                        Tables.column(texts.of("reminder.what"), 22, row -> row.reminder().what()),
                        Tables.column(texts.of("reminder.case"), 13, ReminderRow::who),
                        Tables.column(texts.of("reminder.whom"), 12, ReminderRow::whom)));
        table.setItems(model.rows());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                selected(model::done);
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("reminder.title")), message);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        Section list = new Section(texts.of("reminder.open"), table, actions());
        VBox.setVgrow(list, Priority.ALWAYS);
        page = new VBox(head, form(), list);
        page.getStyleClass().add(Styles.PAGE);
    }

    /** A new reminder is about this case; null leaves it to the user. */
    public RemindersView about(@Nullable UUID caseId) {
        model.ask(caseId);
        return this;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        message.textProperty().bind(model.message());
        caseField.faultProperty().bind(model.caseFault());
        whatField.faultProperty().bind(model.whatFault());
        dueField.faultProperty().bind(model.dueFault());
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(() -> model.loaded().get()
                        ? new EmptyState(texts.of("reminder.empty"), texts.of("reminder.empty-hint"))
                        : Labels.hint(texts.of("reminder.loading")), model.loaded()));
        bound = () -> {
            message.textProperty().unbind();
            caseField.faultProperty().unbind();
            whatField.faultProperty().unbind();
            dueField.faultProperty().unbind();
            table.placeholderProperty().unbind();
        };
        model.opened();
        what.requestFocus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
        model.closed();
    }

    @Override
    public void mainAction() {
        set();
    }

    @Override
    public String help() {
        return texts.of("reminder.help");
    }

    private Node form() {
        Field whom = new Field(texts.of("reminder.whom"), new ChoiceField<>(texts.of("reminder.whom"), model.people(), model.whom()));
        HBox first = new HBox(caseField, whatField);
        HBox.setHgrow(caseField, Priority.SOMETIMES);
        HBox.setHgrow(whatField, Priority.SOMETIMES);
        HBox quick = new HBox(quick("reminder.tomorrow", 1), quick("reminder.in-a-week", WEEK), quick("reminder.in-a-month", MONTH));
        quick.getStyleClass().addAll(Styles.ROW, Styles.BESIDE_FIELD);
        MainAction set = new MainAction(texts.of("reminder.set"), this::set);
        HBox.setHgrow(set, Priority.ALWAYS);
        HBox second = new HBox(dueField, quick, whom, set);
        first.getStyleClass().add(Styles.FORM_ROW);
        second.getStyleClass().add(Styles.FORM_ROW);
        VBox form = new VBox(first, second);
        form.getStyleClass().add(Styles.CARD);
        return form;
    }

    private Button quick(String key, int days) {
        Button button = new Button(texts.of(key));
        button.getStyleClass().add(Styles.QUIET_BUTTON);
        button.setOnAction(_ -> model.dueIn(days));
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    private Node actions() {
        Button done = new Button(texts.of("reminder.done"));
        done.setOnAction(_ -> selected(model::done));
        later.setAccessibleText(texts.of("reminder.new-day"));
        later.setPromptText(texts.of("reminder.new-day"));
        Button move = new Button(texts.of("reminder.move"));
        move.setOnAction(_ -> {
            LocalDate day = later.getValue();
            if (day != null) {
                selected(row -> model.move(row, day));
                later.setValue(null);
            }
        });
        Button open = new Button(texts.of("reminder.open-case"));
        open.setOnAction(_ -> selected(model::open));
        HBox row = new HBox(done, later, move, open);
        row.getStyleClass().add(Styles.ROW);
        row.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        return row;
    }

    private void selected(Consumer<ReminderRow> action) {
        ReminderRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row);
        }
    }

    private void set() {
        if (model.set()) {
            what.requestFocus();
        } else {
            List.of(caseField, whatField, dueField).forEach(Field::showFault);
        }
    }
}
