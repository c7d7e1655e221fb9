package se.trepart.model.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.Money;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.LineKind;

/** The items of a decision as the calculation gives them: one for the month's support, one for each applied cost. */
final class Items {

    private Items() {}

    /** Facts only: amounts, and the reason of the support where the calculation itself is the reason. */
    static List<DecisionItem> of(DecisionBasis basis, Calculation calculation, Supplier<UUID> ids) {
        List<DecisionItem> items = new ArrayList<>();
        items.add(support(basis, calculation, ids.get()));
        for (AppliedCost cost : basis.application().declaration().costs()) {
            Money accepted = accepted(calculation, cost.id());
            if (!cost.applied().positive() && !accepted.positive()) {
                continue;
            }
            items.add(new DecisionItem(ids.get(), cost.id(), cost.type().name(), matter(cost, accepted, basis), cost.applied(), accepted,
                    "", ""));
        }
        return items;
    }

    private static DecisionItem support(DecisionBasis basis, Calculation calculation, UUID id) {
        Money refused = Money.ZERO;
        for (AppliedCost cost : basis.application().declaration().costs()) {
            refused = refused.plus(cost.applied().minus(accepted(calculation, cost.id())).max(Money.ZERO));
        }
        Money granted = calculation.lacking();
        Money applied = calculation.result().negated().plus(refused).max(Money.ZERO);
        return new DecisionItem(id, null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, applied, granted, reason(applied, granted), "");
    }

    private static String reason(Money applied, Money granted) {
        if (!granted.positive()) {
            return DecisionReason.INCOME_OVER_NORM;
        }
        return granted.compareTo(applied) < 0 ? DecisionReason.COSTS_NOT_ALL : "";
    }

    /** The items after the calculation was changed or made anew: amounts from it, reasons and matters that a person chose stay. */
    static List<DecisionItem> follow(List<DecisionItem> old, DecisionBasis basis, Calculation calculation, Supplier<UUID> ids) {
        return of(basis, calculation, ids).stream()
                .map(fresh -> old.stream().filter(item -> sameThing(item, fresh)).findFirst().map(item -> keep(item, fresh)).orElse(fresh))
                .toList();
    }

    private static DecisionItem keep(DecisionItem old, DecisionItem fresh) {
        boolean ofFacts = old.reasonCode().isEmpty() || old.reasonCode().equals(DecisionReason.INCOME_OVER_NORM)
                || old.reasonCode().equals(DecisionReason.COSTS_NOT_ALL);
        String reason = fresh.forSupport() && ofFacts ? fresh.reasonCode() : fresh.outcome() == Outcome.GRANTED ? "" : old.reasonCode();
        return new DecisionItem(old.id(), fresh.sourceId(), fresh.code(), old.matter().ofItsOwn() ? old.matter() : fresh.matter(),
                fresh.applied(), fresh.granted(), reason, old.ownWords());
    }

    private static boolean sameThing(DecisionItem one, DecisionItem other) {
        return one.code().equals(other.code()) && Objects.equals(one.sourceId(), other.sourceId());
    }

    /** Whether an item says another amount than the calculation; a reduction, an emergency and aid beyond the right are no sums of it. */
    static boolean differs(DecisionItem item, Calculation calculation) {
        if (item.matter().ofItsOwn()) {
            return false;
        }
        Money calculated = Optional.ofNullable(item.sourceId())
                .map(source -> accepted(calculation, source))
                .orElseGet(calculation::lacking);
        return !item.granted().equals(calculated);
    }

    private static DecisionMatter matter(AppliedCost cost, Money accepted, DecisionBasis basis) {
        if (cost.type() == CostType.RENT && accepted.compareTo(basis.housingLevel()) > 0) {
            return DecisionMatter.HOUSING_OVER_LEVEL;
        }
        return cost.type().byRight() ? DecisionMatter.SUPPORT : DecisionMatter.OTHER_LIVING_COSTS;
    }

    private static Money accepted(Calculation calculation, UUID costId) {
        return Money.sum(calculation.lines()
                .stream()
                .filter(line -> line.kind() == LineKind.COST && costId.equals(line.sourceId()))
                .map(CalculationLine::amount)
                .toList());
    }
}
