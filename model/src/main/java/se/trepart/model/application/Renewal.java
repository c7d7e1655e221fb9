package se.trepart.model.application;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Next month's application, filled in from the last one for a person to go through (förifylld återansökan). R2 */
public final class Renewal {

    /** What comes back every month; a medicine or a dentist's bill does not. */
    private static final Set<CostType> EVERY_MONTH = EnumSet.of(CostType.RENT, CostType.ELECTRICITY, CostType.HOME_INSURANCE,
            CostType.INTERNET, CostType.UNEMPLOYMENT_FUND, CostType.UNION_FEE, CostType.TRAVEL_APPROVED, CostType.MUNICIPAL_FEES);

    private Renewal() {}

    /**
     * People, home, plans and what comes back every month. Incomes keep their amount but not their day: they have not come yet. Jobs
     * applied for and costs of a single time are left out.
     */
    public static Declaration prefilled(Declaration last, YearMonth lastMonth, YearMonth next, Supplier<UUID> ids) {
        return new Declaration(last.maritalStatus(), last.adults(), last.children(), last.sharedHomeSize(), last.housing(),
                last.costs()
                        .stream()
                        .filter(cost -> EVERY_MONTH.contains(cost.type()))
                        .map(cost -> new AppliedCost(ids.get(), cost.type(), cost.applied(), cost.specification(),
                                cost.recipientOrPeriod().replace(lastMonth.toString(), next.toString())))
                        .toList(),
                last.incomes()
                        .stream()
                        .filter(income -> income.type() != IncomeType.SWISH_DEPOSITS)
                        .map(income -> new Income(ids.get(), income.type(), income.amount(), null, income.memberId(), income.source()))
                        .toList(),
                last.plannings().stream().map(p -> new Planning(ids.get(), p.memberId(), p.kind(), p.description())).toList(), List.of(),
                last.others().stream().map(other -> new OtherDeclaration(ids.get(), other.kind(), other.text())).toList());
    }
}
