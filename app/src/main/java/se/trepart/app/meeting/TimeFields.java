package se.trepart.app.meeting;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayConverter;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;

/** The fields of a {@link TimeForm} (tid och plats): day, hour, length, place and link, or the first two. */
final class TimeFields extends VBox {

    private final TimeForm form;
    private final DatePicker picker = new DatePicker();
    private final Field day;
    private final TypedField hour;
    private final TypedField place;

    TimeFields(TimeForm form, Desk desk, Runnable changed) {
        this(form, desk, changed, true);
    }

    /** Only the day and the hour: length and place stay as they are. */
    static TimeFields dayAndHour(TimeForm form, Desk desk, Runnable changed) {
        return new TimeFields(form, desk, changed, false);
    }

    private TimeFields(TimeForm form, Desk desk, Runnable changed, boolean whole) {
        this.form = form;
        Texts texts = desk.texts();
        picker.setConverter(new DayConverter());
        picker.valueProperty().bindBidirectional(form.day());
        day = new Field(texts.of("meeting.time.day"), picker);
        hour = TypedField.line(texts.of("meeting.time.hour"), "", form.time(), desk);
        hour.control().setPromptText("13:30");
        hour.control().getStyleClass().add(Styles.SHORT);
        Field length = new Field(texts.of("meeting.time.length"),
                new ChoiceField<>(texts.of("meeting.time.length"), FXCollections.observableArrayList(form.lengths()), form.minutes()));
        HBox when = new HBox(day, hour);
        when.getStyleClass().add(Styles.FORM_ROW);
        place = TypedField.line(texts.of("meeting.time.place"), "", form.place(), desk);
        TypedField link = TypedField.line(texts.of("meeting.time.link"), "", form.link(), desk);
        HBox where = new HBox(place, link);
        where.getStyleClass().add(Styles.FORM_ROW);
        List.of(place, link).forEach(field -> {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(1);
        });
        getStyleClass().add(Styles.ROWS);
        getChildren().add(when);
        if (whole) {
            when.getChildren().add(length);
            getChildren().add(where);
        }
        form.day().addListener((_, _, _) -> changed(changed));
        List.of(form.time(), form.place(), form.link()).forEach(text -> text.textProperty().addListener((_, _, _) -> changed(changed)));
        changed(() -> {});
    }

    void focusFirst() {
        picker.requestFocus();
    }

    void focusDay() {
        day.showFault();
        picker.requestFocus();
    }

    void focusHour() {
        hour.field().showFault();
        hour.control().requestFocus();
    }

    void focusPlace() {
        place.field().showFault();
        place.control().requestFocus();
    }

    private void changed(Runnable tell) {
        day.faultProperty().set(form.dayFault());
        hour.field().faultProperty().set(form.hourFault());
        place.field().faultProperty().set(form.placeFault());
        tell.run();
    }
}
