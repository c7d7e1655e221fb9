package se.trepart.app.reminder;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.DayConverter;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.followup.DayItem;

import org.jspecify.annotations.Nullable;

/** Under the list of Min dag: what can be done with the selected line, the question until when and why, and what is put off (uppskjutet). */
public final class PutOffView extends VBox {

    private final PutOffViewModel model;
    private final Texts texts;
    private final Runnable back;
    private final DatePicker until = new DatePicker();
    private final TextField reason = new TextField();
    private final Field untilField;
    private final Field reasonField;
    private final HBox actions;
    private final Button putOff;
    private final Button done;
    private final HBox form;
    private final VBox rows = new VBox();
    private final TitledPane list;
    private final ListChangeListener<SnoozedRow> changed = _ -> showSnoozed();

    /** @param back gives the focus to the list */
    public PutOffView(PutOffViewModel model, Texts texts, Runnable back) {
        this.model = model;
        this.texts = texts;
        this.back = back;
        putOff = button("reminder.put-off", model::ask);
        done = button("reminder.done", model::done);
        actions = new HBox(putOff, button("reminder.remind-me", model::remind), done);
        actions.getStyleClass().add(Styles.ROW);
        until.setConverter(new DayConverter());
        untilField = new Field(texts.of("reminder.until"), until);
        reasonField = new Field(texts.of("reminder.reason"), reason);
        HBox.setHgrow(reasonField, Priority.ALWAYS);
        HBox buttons = new HBox(button("reminder.put-off-do", this::putOff), button("reminder.leave", this::leave));
        buttons.getStyleClass().addAll(Styles.ROW, Styles.BESIDE_FIELD);
        form = new HBox(untilField, reasonField, buttons);
        form.getStyleClass().addAll(Styles.FORM_ROW, Styles.CARD);
        rows.getStyleClass().add(Styles.TIGHT);
        list = new TitledPane("", rows);
        list.setExpanded(false);
        list.setAnimated(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        until.valueProperty().bindBidirectional(model.until());
        reason.textProperty().bindBidirectional(model.reason());
        getStyleClass().add(Styles.SECTION);
    }

    public Subscription opened() {
        untilField.faultProperty().bind(model.untilFault());
        reasonField.faultProperty().bind(model.reasonFault());
        model.snoozed().addListener(changed);
        Subscription subscription = Subscription.combine(model.asking().subscribe(this::show), model.selected().subscribe(this::selected));
        return Subscription.combine(subscription, () -> {
            untilField.faultProperty().unbind();
            reasonField.faultProperty().unbind();
            model.snoozed().removeListener(changed);
        });
    }

    /** A key in the list: U puts the line off, P reminds of its case, K is done with an own reminder. Returns whether it was one of them. */
    public boolean key(KeyCode code) {
        if (model.selected().get() == null) {
            return false;
        }
        switch (code) {
            case U -> model.ask();
            case P -> model.remind();
            case K -> model.done();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void selected(@Nullable DayItem item) {
        putOff.setDisable(item == null);
        done.setVisible(model.own());
        done.setManaged(model.own());
    }

    private void show(@Nullable DayItem asked) {
        getChildren().setAll(asked == null ? actions : form);
        if (!model.snoozed().isEmpty()) {
            getChildren().add(list);
        }
        showSnoozed();
        if (asked != null) {
            until.requestFocus();
        }
    }

    private void showSnoozed() {
        int count = model.snoozed().size();
        list.setText(texts.count("reminder.snoozed", count));
        rows.getChildren().setAll(model.snoozed().stream().map(this::line).toList());
        if (count == 0) {
            getChildren().remove(list);
        } else if (!getChildren().contains(list)) {
            getChildren().add(list);
        }
    }

    private HBox line(SnoozedRow row) {
        Label words = Labels.text(row.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button take = button("reminder.take-back", () -> model.takeBack(row));
        take.setAccessibleText(texts.of("reminder.take-back") + ": " + row.words());
        HBox line = new HBox(words, take);
        line.getStyleClass().add(Styles.ROW);
        return line;
    }

    private void putOff() {
        if (model.putOff()) {
            back.run();
        } else {
            untilField.showFault();
            reasonField.showFault();
        }
    }

    private void leave() {
        model.leave();
        back.run();
    }

    private void pressed(KeyEvent event) {
        if (model.asking().get() == null) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == reason) {
            putOff();
            event.consume();
        }
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.of(key));
        button.getStyleClass().add(Styles.QUIET_BUTTON);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
