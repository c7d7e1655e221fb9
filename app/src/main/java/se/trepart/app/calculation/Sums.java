package se.trepart.app.calculation;

import java.util.List;

import se.trepart.model.Money;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;

/** What the calculation comes to at this moment, with what is being typed (summor). */
public record Sums(Money norm, Money costs, Money income, Money result) {

    public static final Sums NOTHING = new Sums(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    static Sums of(Calculation calculation) {
        return new Sums(calculation.norm(), calculation.costs(), calculation.income(), calculation.result());
    }

    /** The sums as they would be with these lines. */
    static Sums with(Calculation calculation, List<CalculationLine> lines) {
        return of(new Calculation(calculation.id(), calculation.unitId(), calculation.caseId(), calculation.applicationId(),
                calculation.period(), calculation.madeOn(), calculation.madeBy(), lines, calculation.locked()));
    }

    /** What is lacking, or what there is too much of. */
    public Money difference() {
        return result.negative() ? result.negated() : result;
    }
}
