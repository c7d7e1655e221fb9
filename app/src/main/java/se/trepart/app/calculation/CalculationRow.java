package se.trepart.app.calculation;

import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.text.Formats;
import se.trepart.app.text.MoneyText;
import se.trepart.app.text.Texts;
import se.trepart.model.Money;
import se.trepart.model.norm.CalculationLine;

import org.jspecify.annotations.Nullable;

/**
 * One line of the calculation while it is worked on (rad): the system's amount, the caseworker's as typed, and the reason where they
 * differ (R14). An empty amount takes the system's.
 */
public final class CalculationRow {

    private final String key;
    private final Texts texts;
    private final CalculationEdit edit;
    private final Runnable changed;
    private final TypedText amount;
    private final TypedText reason;
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper differs = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper reasonMissing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<LineWords> words;
    private CalculationLine line;

    /**
     * @param key names the row on the page: the line's code, with a number where several have the same
     * @param changed called with each key stroke that changes what the row comes to
     */
    CalculationRow(String key, CalculationLine line, LineWords words, OpenCase openCase, CalculationEdit edit, Runnable changed) {
        this.key = key;
        this.line = line;
        this.edit = edit;
        this.changed = changed;
        this.words = new ReadOnlyObjectWrapper<>(words);
        texts = openCase.desk().texts();
        String field = "calculation/" + edit.calculationId() + "/" + line.id() + "/";
        amount = openCase.typed(field + "amount", this::writeAmount);
        reason = openCase.typed(field + "reason", this::writeReason);
        show(line, words);
        amount.textProperty().addListener((_, _, _) -> typed());
        reason.textProperty().addListener((_, _, _) -> typed());
        typed();
    }

    void show(CalculationLine now, LineWords nowWords) {
        line = now;
        words.set(nowWords);
        amount.show(now.caseworkerAmount() == null ? "" : Formats.amount(now.caseworkerAmount()));
        reason.show(now.reason());
        look();
    }

    public String key() {
        return key;
    }

    public UUID id() {
        return line.id();
    }

    /** What stands beside the amounts, in words. */
    public ReadOnlyObjectProperty<LineWords> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public LineWords words() {
        return words.get();
    }

    /** The caseworker's amount as typed; empty takes the system's. */
    public TypedText amount() {
        return amount;
    }

    public TypedText reason() {
        return reason;
    }

    /** What is wrong with the amount, in words; empty when nothing is. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** The amount, as typed, is another than the system's: a reason is asked for. */
    public ReadOnlyBooleanProperty differsProperty() {
        return differs.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty reasonMissingProperty() {
        return reasonMissing.getReadOnlyProperty();
    }

    /** The line as it would be with what is typed; an amount that cannot be read counts as not typed. */
    public CalculationLine live() {
        if (!faultOf(amount.text()).isEmpty()) {
            return line.with(line.caseworkerAmount(), reason.text());
        }
        return line.with(typedAmount(amount.text()), reason.text());
    }

    /** The caseworker's own line, not the norm's and not the application's. */
    public boolean added() {
        return line.added();
    }

    /** Takes away a line that the caseworker added. */
    public void remove() {
        if (line.added()) {
            edit.changeLine(line, calculation -> calculation.takeBack(line.id()));
        }
    }

    public void leave() {
        amount.leave();
        reason.leave();
    }

    private void typed() {
        look();
        changed.run();
    }

    private void look() {
        CalculationLine now = live();
        fault.set(faultOf(amount.text()));
        differs.set(now.changed() || line.added());
        reasonMissing.set(now.reasonMissing());
    }

    private void writeAmount(String typed) {
        if (!faultOf(typed).isEmpty()) {
            return;
        }
        Money written = typedAmount(typed);
        amount.textProperty().set(written == null ? "" : Formats.amount(written));
        UUID id = line.id();
        if (written == null) {
            edit.changeLine(line, calculation -> calculation.takeBack(id));
        } else {
            String why = reason.text();
            edit.changeLine(line, calculation -> calculation.change(id, written, why));
        }
    }

    private void writeReason(String typed) {
        Money now = line.caseworkerAmount();
        Money mine = now == null ? live().caseworkerAmount() : now;
        if (mine != null) {
            UUID id = line.id();
            edit.changeLine(line, calculation -> calculation.change(id, mine, typed));
        }
    }

    /** Null takes the system's amount; so does typing the same amount. */
    private @Nullable Money typedAmount(String typed) {
        Money read = MoneyText.read(typed).orElse(null);
        return read == null || !line.added() && read.equals(line.systemAmount()) ? null : read;
    }

    private String faultOf(String typed) {
        if (typed.isBlank()) {
            return line.added() ? texts.of("calculation.fault.empty") : "";
        }
        return MoneyText.read(typed)
                .map(read -> read.negative() ? texts.of("calculation.fault.negative") : "")
                .orElseGet(() -> texts.of("calculation.fault.unreadable"));
    }
}
