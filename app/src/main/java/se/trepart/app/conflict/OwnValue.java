package se.trepart.app.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.MoneyText;
import se.trepart.app.text.Texts;
import se.trepart.model.Money;
import se.trepart.model.merge.Conflict.ConflictField;

import org.jspecify.annotations.Nullable;

/** A value of the user's own for one field of a conflict (eget värde): typed, or one of the codes that the field takes. */
final class OwnValue {

    private final ConflictField field;
    private final FieldShape shape;
    private final Texts texts;
    private final TypedText typed;
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Object> value = new ReadOnlyObjectWrapper<>();

    /** @param typed where what is written is kept as a draft */
    OwnValue(ConflictField field, FieldShape shape, TypedText typed, Texts texts) {
        this.field = field;
        this.shape = shape;
        this.typed = typed;
        this.texts = texts;
        typed.textProperty().subscribe(this::read);
    }

    ConflictField field() {
        return field;
    }

    /** What is written, when it is not chosen among {@link #codes()}. */
    StringProperty typed() {
        return typed.textProperty();
    }

    /** When what stands here was typed, if the page was left since; null when nothing was found. */
    @Nullable
    Instant restoredFrom() {
        return typed.restoredFromProperty().get();
    }

    /** What is wrong with what is written; empty when nothing is, or nothing is written. */
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /** The codes to choose among; empty when the value is written. */
    List<Choice<Object>> codes() {
        if (shape.type() == boolean.class) {
            return List.of(new Choice<>(texts.of("conflict.yes"), true), new Choice<>(texts.of("conflict.no"), false));
        }
        return shape.type().isEnum()
                ? Arrays.stream(shape.type().getEnumConstants())
                        .map(code -> new Choice<Object>(ConflictWords.code((Enum<?>) code, texts), code))
                        .toList()
                : List.of();
    }

    /** Null while nothing right is written. */
    ReadOnlyObjectProperty<@Nullable Object> value() {
        return value.getReadOnlyProperty();
    }

    void choose(@Nullable Object code) {
        value.set(code);
    }

    /** Whether longer text belongs here. */
    boolean prose() {
        return shape.type() == String.class;
    }

    /** Canonical JSON text; empty while nothing right is written. */
    Optional<String> json() {
        return Optional.ofNullable(value.get()).map(FieldShape::json);
    }

    private void read(String text) {
        String words = text.strip();
        if (words.isEmpty()) {
            value.set(null);
            fault.set("");
        } else if (shape.type() == Money.class) {
            value.set(MoneyText.read(words).orElse(null));
            fault.set(value.get() == null ? texts.of("conflict.bad.amount") : "");
        } else if (shape.type() == LocalDate.class) {
            value.set(day(words));
            fault.set(value.get() == null ? texts.of("conflict.bad.date") : "");
        } else if (shape.type() == int.class) {
            value.set(words.matches("\\d{1,6}") ? Integer.valueOf(words) : null);
            fault.set(value.get() == null ? texts.of("conflict.bad.number") : "");
        } else if (shape.type() == String.class) {
            value.set(words);
        }
    }

    private static @Nullable LocalDate day(String words) {
        try {
            return LocalDate.parse(words);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** What waits, for the one who only wants to change a word of it. */
    void startFrom(@Nullable String json) {
        Object start = json == null ? null : shape.value(json).orElse(null);
        if (start == null || !typed.text().isEmpty() || value.get() != null) {
            return;
        }
        switch (start) {
            // not as typed: it is nobody's draft before a word of it is changed
            case Money money -> typed.show(Formats.amount(money));
            case Boolean _ -> {
            }
            case Enum<?> _ -> {
            }
            default -> typed.show(start.toString());
        }
    }
}
