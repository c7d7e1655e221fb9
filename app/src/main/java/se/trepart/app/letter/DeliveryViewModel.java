package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDelivered;
import se.trepart.model.letter.LetterDelivered.How;
import se.trepart.model.letter.Sending;

import org.jspecify.annotations.Nullable;

/** Notes when the reader of one sent letter got it, and how that is known (delgivning). R19 */
final class DeliveryViewModel {

    private final OpenCase openCase;
    private final Letter letter;
    private final Sending sending;
    private final Texts texts;
    private final ObservableList<Choice<How>> hows;
    private final ObjectProperty<Choice<How>> how;
    private final ObjectProperty<@Nullable LocalDate> on = new SimpleObjectProperty<>();

    DeliveryViewModel(OpenCase openCase, Letter letter, Sending sending) {
        this.openCase = openCase;
        this.letter = letter;
        this.sending = sending;
        texts = openCase.desk().texts();
        hows = FXCollections.observableArrayList(Stream.concat(Stream.of(new Choice<How>(texts.of("letter.delivery.choose"), null)),
                Stream.of(How.values()).map(one -> new Choice<>(texts.name("letter.delivery.how", one), one))).toList());
        how = new SimpleObjectProperty<>(hows.getFirst());
        how.addListener((_, before, chosen) -> {
            if (day(before.value()).isPresent()) {
                // a day that nobody has said is not left as if somebody had
                on.set(null);
            }
            day(chosen.value()).ifPresent(on::set);
        });
    }

    /** Nothing is chosen beforehand. */
    List<Choice<How>> hows() {
        return hows;
    }

    ObjectProperty<Choice<How>> how() {
        return how;
    }

    /** The day the reader got it; null until somebody says. */
    ObjectProperty<@Nullable LocalDate> on() {
        return on;
    }

    /** Whether the day follows from how it was delivered, and is not asked for. */
    boolean dayFollows() {
        return day(how.get().value()).isPresent();
    }

    /** What is wrong with the day, in words; empty when nothing is. */
    String fault() {
        How known = how.get().value();
        LocalDate day = on.get();
        return known == null || day == null
                ? ""
                : LetterDelivered.fault(sending, known, day, openCase.desk().today())
                        .map(fault -> texts.name("letter.delivery.fault", fault))
                        .orElse("");
    }

    boolean ready() {
        return how.get().value() != null && on.get() != null && fault().isEmpty();
    }

    /** Notera: what was noted before stays, and this takes its place. */
    void note() {
        How known = how.get().value();
        LocalDate day = on.get();
        if (known != null && day != null && ready()) {
            LetterDelivered delivered = LetterDelivered.note(openCase.desk().newId().get(), letter, known, day,
                    openCase.desk().staff().id(), openCase.desk().clock().instant(), openCase.desk().today());
            openCase.edit(_ -> Intent.create(delivered));
        }
    }

    private Optional<LocalDate> day(@Nullable How known) {
        return known == null ? Optional.empty() : LetterDelivered.day(sending, known);
    }
}
