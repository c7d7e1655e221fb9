package se.trepart.app.applications;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.MoneyText;
import se.trepart.app.text.Texts;
import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * A cost or an income as it is written down (rad med belopp), beside what it was last month.
 *
 * @param <T> the kinds to choose from
 */
public final class AmountLine<T> {

    private final UUID id;
    private final Texts texts;
    private final @Nullable Money before;
    private final ObjectProperty<Choice<T>> kind;
    private final ObjectProperty<Choice<UUID>> whose;
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty specification = new SimpleStringProperty("");

    /** @param before last month's amount, null when there was none */
    AmountLine(UUID id, Choice<T> kind, Choice<UUID> whose, @Nullable Money before, String specification, Texts texts) {
        this.id = id;
        this.texts = texts;
        this.before = before;
        this.kind = new SimpleObjectProperty<>(kind);
        this.whose = new SimpleObjectProperty<>(whose);
        this.specification.set(specification);
        if (before != null) {
            amount.set(Formats.amount(before));
        }
    }

    public UUID id() {
        return id;
    }

    public ObjectProperty<Choice<T>> kind() {
        return kind;
    }

    /** Whose income it is; not used for a cost. */
    public ObjectProperty<Choice<UUID>> whose() {
        return whose;
    }

    public StringProperty amount() {
        return amount;
    }

    public StringProperty specification() {
        return specification;
    }

    /** Last month's amount as written; "–" when there was none. */
    public String lastMonth() {
        return before == null ? "–" : Formats.money(before);
    }

    /** Whether this differs from last month. */
    public boolean changed() {
        return !money().equals(Optional.ofNullable(before));
    }

    /** What is wrong, in words; empty when nothing is. */
    public String fault() {
        return money().filter(m -> !m.negative()).isPresent() ? "" : texts.of("applications.bad-amount-field");
    }

    Optional<Money> money() {
        return MoneyText.read(amount.get());
    }
}
