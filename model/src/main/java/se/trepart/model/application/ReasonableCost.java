package se.trepart.model.application;

import java.util.Optional;

import se.trepart.model.Money;
import se.trepart.model.control.Settings;

/** What is pointed out about an applied cost (skälig kostnad). Nothing is cut by the machine: the caseworker decides. */
public final class ReasonableCost {

    private ReasonableCost() {}

    /** The rent applied for, all rows together. */
    public static Money rent(Declaration declaration) {
        return Money.sum(declaration.costs().stream().filter(cost -> cost.type() == CostType.RENT).map(AppliedCost::applied).toList());
    }

    /** By how much the rent is above the municipality's level for the household's size ⚙; empty when it is not. */
    public static Optional<Money> rentOverLevel(Declaration declaration, Settings settings) {
        int people = declaration.adults().size() + declaration.children().size();
        return Optional.of(rent(declaration).minus(settings.housingLevel(people))).filter(Money::positive);
    }
}
