package se.trepart.model.norm;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;

/**
 * The facts that a calculation rests on (beräkningsunderlag): one household in one month.
 *
 * @param applicationId the application calculated for; the lines' ids follow from it
 * @param sharedHomeSize how many live in the home when the adult shares it without being a couple, otherwise 0 (R9)
 * @param earnedBefore what each child has earned by own work earlier in the calendar year, by the child's id; none means nothing (R11)
 */
public record CalculationBasis(UUID applicationId, YearMonth period, List<Adult> adults, List<Child> children, int sharedHomeSize,
        List<AppliedCost> costs, List<Income> incomes, Map<UUID, Money> earnedBefore) {

    public CalculationBasis {
        adults = List.copyOf(adults);
        children = List.copyOf(children);
        costs = List.copyOf(costs);
        incomes = List.copyOf(incomes);
        earnedBefore = Map.copyOf(earnedBefore);
    }

    /** As declared, before anybody has looked at it. */
    public static CalculationBasis declared(UUID applicationId, YearMonth period, Declaration declaration) {
        return new CalculationBasis(applicationId, period, declaration.adults(), declaration.children(), declaration.sharedHomeSize(),
                declaration.costs(), declaration.incomes(), Map.of());
    }

    /** The people as the case now has them, the costs and incomes as the application now has them. */
    public static CalculationBasis of(Application application, Household household, Map<UUID, Money> earnedBefore) {
        return new CalculationBasis(application.id(), application.period(), household.adults(), household.children(),
                household.sharedHomeSize(), application.declaration().costs(), application.declaration().incomes(), earnedBefore);
    }

    /** What each member has earned by own work earlier in the application's calendar year, by what the household has declared (R11). */
    public static Map<UUID, Money> earnedBefore(Application application, Collection<Application> all) {
        Map<UUID, Money> earned = new HashMap<>();
        for (Application other : all) {
            boolean earlier = other.period().isBefore(application.period()) && other.period().getYear() == application.period().getYear();
            if (earlier && other.kind() != ApplicationKind.SUPPLEMENTARY) {
                other.declaration()
                        .incomes()
                        .stream()
                        .filter(income -> income.type() == IncomeType.SALARY)
                        .forEach(income -> earned.merge(income.memberId(), income.amount(), Money::plus));
            }
        }
        return earned;
    }

    public boolean couple() {
        return adults.size() > 1;
    }

    /** Adults and children; a child who lives here part of the time counts as one. */
    public int people() {
        return adults.size() + children.size();
    }
}
