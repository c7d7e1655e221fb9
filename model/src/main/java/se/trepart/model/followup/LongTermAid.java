package se.trepart.model.followup;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;

/**
 * How long a household has had aid (långvarigt bistånd). R6.
 *
 * @param months months with aid granted within the twelve that end with the period
 * @param limit months that make it long-term
 */
public record LongTermAid(int months, int limit) {

    private static final int WITHIN = 12;

    /** Counts the months of made decisions that granted anything; a decision that was corrected counts no more. */
    public static LongTermAid of(Collection<Decision> decisions, YearMonth period, Settings settings) {
        return new LongTermAid(monthsWithAid(decisions, period), settings.longTermMonths());
    }

    /** Months with aid granted within the twelve that end with the period. */
    public static int monthsWithAid(Collection<Decision> decisions, YearMonth period) {
        return (int) months(decisions).filter(month -> !month.isAfter(period) && month.isAfter(period.minusMonths(WITHIN)))
                .distinct()
                .count();
    }

    /** Months in a row with aid granted that end with the month, or with the one before while the month itself is not decided. */
    public static int monthsInARow(Collection<Decision> decisions, YearMonth month) {
        Set<YearMonth> granted = months(decisions).collect(Collectors.toSet());
        YearMonth last = granted.contains(month) ? month : month.minusMonths(1);
        int count = 0;
        while (granted.contains(last.minusMonths(count))) {
            count++;
        }
        return count;
    }

    private static Stream<YearMonth> months(Collection<Decision> decisions) {
        Set<UUID> corrected = decisions.stream().filter(Decision::made).map(Decision::corrects).collect(Collectors.toSet());
        return decisions.stream()
                .filter(decision -> decision.made() && decision.kind() == DecisionKind.AID && !corrected.contains(decision.id())
                        && decision.granted().positive())
                .map(Decision::period);
    }

    public boolean longTerm() {
        return months >= limit;
    }
}
