package se.trepart.model.followup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;

import se.trepart.model.casefile.Household;
import se.trepart.model.control.PlanningSettings.ActivityRequirement;
import se.trepart.model.decision.Decision;
import se.trepart.model.plan.Action;

/**
 * What the activity requirement comes to for one adult on a day (aktivitetskrav). Facts only: who is exempt is for the caseworker to judge.
 *
 * @param monthsInARow with aid, up to and with the last one decided
 * @param reached whether the months are as many as the requirement says and it has begun to be in force
 * @param mostHours the most that may be asked for a week
 * @param plannedHours of the actions under way that day, a week
 */
public record ActivityDuty(int monthsInARow, boolean reached, int mostHours, int plannedHours) {

    /** @param decisions and actions of the case */
    public static ActivityDuty of(UUID memberId, Household household, Collection<Decision> decisions, Collection<Action> actions,
            ActivityRequirement requirement, LocalDate today) {
        int months = LongTermAid.monthsInARow(decisions, YearMonth.from(today));
        boolean young = household.children().stream().anyMatch(child -> child.person().number().ageOn(today) < requirement.childUnder());
        int planned = actions.stream()
                .filter(action -> action.memberId().equals(memberId) && action.status(today) != Action.Status.PLANNED
                        && action.ending() == null)
                .mapToInt(action -> action.terms().hoursAWeek())
                .sum();
        return new ActivityDuty(months, months >= requirement.monthsInARow() && !today.isBefore(requirement.firstMonth()),
                requirement.hours(young), planned);
    }
}
