package se.trepart.app.calculation;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.text.LineNames;
import se.trepart.app.text.MoneyText;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.model.Money;
import se.trepart.model.application.CostType;
import se.trepart.model.application.IncomeType;
import se.trepart.model.casefile.Household;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.LineKind;

/** A cost or an income that the caseworker is adding (egen rad). */
public final class AddedLine {

    private final LineKind kind;
    private final OpenCase openCase;
    private final CalculationEdit edit;
    private final List<Choice<String>> codes;
    private final List<Choice<UUID>> members;
    private final ObjectProperty<Choice<String>> code;
    private final ObjectProperty<Choice<UUID>> member;
    private final TypedText amount;
    private final TypedText reason;

    AddedLine(LineKind kind, OpenCase openCase, CalculationEdit edit, Household household) {
        this.kind = kind;
        this.openCase = openCase;
        this.edit = edit;
        LineNames names = new LineNames(openCase.desk().texts());
        List<Choice<String>> found = kind == LineKind.COST
                ? Arrays.stream(CostType.values()).map(t -> new Choice<>(names.of(t), t.name())).toList()
                : Arrays.stream(IncomeType.values()).map(t -> new Choice<>(names.of(t), t.name())).toList();
        codes = SwedishOrder.sorted(found, Choice::label);
        members = household.adults().stream().map(a -> new Choice<>(a.person().firstName(), a.id())).toList();
        code = new SimpleObjectProperty<>(codes.getFirst());
        member = new SimpleObjectProperty<>(members.getFirst());
        String field = "calculation/" + edit.calculationId() + "/new-" + kind.name() + "/";
        amount = openCase.typed(field + "amount", _ -> {});
        reason = openCase.typed(field + "reason", _ -> {});
        amount.show("");
        reason.show("");
    }

    public LineKind kind() {
        return kind;
    }

    public List<Choice<String>> codes() {
        return codes;
    }

    public ObjectProperty<Choice<String>> code() {
        return code;
    }

    /** Whose income it is; not used for a cost. */
    public List<Choice<UUID>> members() {
        return members;
    }

    public ObjectProperty<Choice<UUID>> member() {
        return member;
    }

    public TypedText amount() {
        return amount;
    }

    public TypedText reason() {
        return reason;
    }

    /** What is wrong with the amount, in words; empty when nothing is. */
    public String amountFault() {
        Texts texts = openCase.desk().texts();
        return MoneyText.read(amount.text())
                .map(read -> read.negative() ? texts.of("calculation.fault.negative") : "")
                .orElseGet(() -> texts.of("calculation.fault.unreadable"));
    }

    public String reasonFault() {
        return reason.text().isBlank() ? openCase.desk().texts().of("calculation.fault.origin") : "";
    }

    /** Puts the line into the calculation. Whether it could be. */
    public boolean add() {
        String chosen = code.get().value();
        Money written = MoneyText.read(amount.text()).orElse(Money.ZERO);
        if (chosen == null || !amountFault().isEmpty() || !reasonFault().isEmpty()) {
            return false;
        }
        UUID id = CalculationLine.addedId(openCase.desk().newId().get());
        UUID whose = kind == LineKind.INCOME ? member.get().value() : null;
        String why = reason.text();
        edit.change(calculation -> calculation.add(id, kind, whose, chosen, written, why));
        openCase.undo().did(() -> edit.change(calculation -> calculation.takeBack(id)));
        amount.textProperty().set("");
        reason.textProperty().set("");
        return true;
    }
}
