package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

import se.trepart.app.control.Field;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** A day to choose or write (dagfält). What is no day changes nothing and is told under the field. */
public final class DayField extends StackPane {

    private final DatePicker picker = new DatePicker();
    private final Field field;
    private boolean showing;

    /** @param chosen called with each new day, and with null when it is taken away */
    public DayField(String label, String help, Texts texts, Consumer<@Nullable LocalDate> chosen) {
        field = new Field(label, picker, help);
        picker.setConverter(new Told(texts));
        picker.valueProperty().addListener((_, _, day) -> {
            if (!showing) {
                chosen.accept(day);
            }
        });
        getChildren().add(field);
        setMaxWidth(Region.USE_PREF_SIZE);
    }

    /** The day as the document has it. */
    public void show(@Nullable LocalDate day) {
        showing = true;
        picker.setValue(day);
        showing = false;
    }

    /** What is wrong with the day, in words; empty when nothing is. */
    public void fault(String words) {
        field.faultProperty().set(words);
        if (!words.isEmpty()) {
            field.showFault();
        }
    }

    public DayField locked(boolean locked) {
        picker.setDisable(locked);
        return this;
    }

    public DatePicker picker() {
        return picker;
    }

    private final class Told extends StringConverter<@Nullable LocalDate> {

        private final DayConverter days = new DayConverter();
        private final Texts texts;

        Told(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(@Nullable LocalDate day) {
            return days.toString(day);
        }

        @Override
        public @Nullable LocalDate fromString(String written) {
            LocalDate day = days.fromString(written);
            boolean unreadable = day == null && !written.isBlank();
            fault(unreadable ? texts.of("casefile.day-unreadable", written.strip()) : "");
            return unreadable ? picker.getValue() : day;
        }
    }
}
