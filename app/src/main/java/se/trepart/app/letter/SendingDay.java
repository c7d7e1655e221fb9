package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.text.Texts;
import se.trepart.model.letter.Letter;

import org.jspecify.annotations.Nullable;

/** The day a letter is sent (dag för expediering): today until somebody chooses another. The last day to appeal follows from it (R19). */
final class SendingDay {

    private final Supplier<LocalDate> today;
    private final ObjectProperty<@Nullable LocalDate> on;
    private LocalDate proposed;

    SendingDay(Supplier<LocalDate> today) {
        this.today = today;
        proposed = today.get();
        on = new SimpleObjectProperty<>(proposed);
    }

    /** Null while nothing that can be read is typed. */
    ObjectProperty<@Nullable LocalDate> on() {
        return on;
    }

    /** The program may have been open overnight. */
    void proposeToday() {
        if (proposed.equals(on.get())) {
            proposed = today.get();
            on.set(proposed);
        }
    }

    /** Why the letter cannot be marked as sent on that day, in words. */
    Optional<String> hindrance(Optional<Letter> letter, Texts texts) {
        LocalDate day = on.get();
        return day == null
                ? Optional.of(texts.of("letter.hindrance.date"))
                : letter.flatMap(one -> one.fault(day, today.get())).map(fault -> texts.name("letter.hindrance.date", fault));
    }
}
