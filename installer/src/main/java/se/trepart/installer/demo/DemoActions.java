package se.trepart.installer.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Action.ActionStep;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** The actions of one plan of the demo office, from the first day to where each stands today (R23, R28). */
final class DemoActions {

    private static final PlanningSettings SETTINGS = ShippedPlanningSettings.of(Unit.MUNICIPALITY);
    private static final int WEEKS_BETWEEN = 11;

    private final DemoAttendance attendance = new DemoAttendance();

    List<Action> live(DemoWay way, Referral referral, Plan plan, List<DemoSpell> spells) {
        List<Action> actions = new ArrayList<>();
        for (DemoSpell spell : spells) {
            // what the referral asked for is the caseworker's to change
            UUID asked = actions.isEmpty() ? referral.id() : null;
            Action begun = begin(way, plan, asked, spell);
            actions.add(now(way, begun, spell));
        }
        actions.forEach(way.demo()::put);
        attendance.mark(way, actions, spells);
        return actions;
    }

    private static Action begin(DemoWay way, Plan plan, @Nullable UUID referralId, DemoSpell spell) {
        int hours = switch (spell.kind()) {
            case "mapping", "health", "civic" -> 8;
            case "internship", "municipal-employment" -> 30;
            default -> 20;
        };
        ActionTerms terms = new ActionTerms(spell.kind(), way.one(DemoPlanWords.places(spell.kind())), way.consultant().id(),
                spell.startsOn(), spell.firstEnd(), hours, way.one(DemoPlanWords.PART_GOALS));
        List<ActionStep> steps = new ArrayList<>();
        LocalDate done = spell.startsOn().plusDays(4);
        for (String what : DemoPlanWords.steps(spell.kind())) {
            steps.add(new ActionStep(way.id(), what, done.isBefore(way.today()) ? way.working(done) : null));
            done = done.plusWeeks(4);
        }
        return Action.begin(way.id(), plan, referralId, terms, steps);
    }

    private static Action now(DemoWay way, Action action, DemoSpell spell) {
        LocalDate today = way.today();
        Outcome outcome = spell.fate().outcome;
        if (outcome != null) {
            return action.end(ending(way, spell, outcome));
        }
        return switch (spell.fate()) {
            case EXTENDED -> {
                // asked of the caseworker when the referral wanted it, and answered
                Action asked = action.change(way.id(), action.terms().until(spell.endsOn()), "Det går framåt och mer tid behövs.",
                        way.consultant().id(), Role.CONSULTANT, way.working(today.minusWeeks(3)), SETTINGS);
                yield asked.proposal().isEmpty()
                        ? asked
                        : asked.answer(true, "", way.caseworker().id(), Role.CASEWORKER, way.working(today.minusDays(18)));
            }
            case PROPOSED -> action.change(way.id(), action.terms().until(spell.endsOn().plusWeeks(3)),
                    "Handledaren vill ge mer ansvar och behöver tre veckor till.", way.consultant().id(), Role.CONSULTANT,
                    way.working(today.minusDays(2)), SETTINGS);
            case ASKS_TEAM_LEAD -> action.change(way.id(), action.terms().until(spell.endsOn().plusWeeks(12)),
                    "Anställningen kan övergå i ett vanligt arbete till sommaren.", way.consultant().id(), Role.CONSULTANT,
                    way.working(today.minusDays(3)), SETTINGS);
            default -> action;
        };
    }

    private static ActionEnding ending(DemoWay way, DemoSpell spell, Outcome outcome) {
        LocalDate on = spell.endsOn();
        String gave = switch (outcome) {
            case EMPLOYMENT, SUPPORTED_EMPLOYMENT -> "Ett arbete med lön.";
            case STUDIES -> "En plats på Vuxenskolan.";
            case OTHER_AUTHORITY -> "Sjukersättning är beviljad.";
            case MOVED -> "Flyttade till en annan kommun innan insatsen var klar.";
            case CONTINUES -> "Vet nu vad som passar och vad som inte gör det.";
            case OTHER -> "Det gick inte att fullfölja nu.";
        };
        String next = switch (outcome) {
            case EMPLOYMENT, SUPPORTED_EMPLOYMENT -> "Planen avslutas när första lönen har kommit.";
            case CONTINUES -> "Nästa insats i planen.";
            case STUDIES -> "Ansöker om studiemedel.";
            default -> "Planen avslutas.";
        };
        // two jobs in five lasted too short to count
        boolean short_ = outcome.work() && way.number() % 5 == 4;
        return new ActionEnding(on, outcome, "Deltog så som vi hade planerat.", gave,
                way.one(List.of("Det var bra att komma ut.", "Jag lärde mig mycket.", "Lite för korta dagar för mig.")),
                "Bra att närvaron gick att följa.", "Växte med uppgifterna och kom i tid.", next, outcome.work() ? on.plusDays(3) : null,
                short_ ? on.plusDays(17) : null, way.consultant().id());
    }

    /** R27: follows the plan up as it should be, keeps its versions, and closes it when all has ended. Puts it among the case's documents. */
    Plan keep(DemoWay way, Plan plan, List<Action> actions) {
        LocalDate today = way.today();
        List<PlanVersion> versions = new ArrayList<>();
        versions.add(PlanVersion.keep(way.id(), plan, actions.subList(0, 1), versions, "Den första planen", way.consultant().id(),
                way.at(plan.madeOn(), 11)));
        boolean ended = actions.stream().allMatch(action -> action.ending() != null);
        LocalDate last = ended ? Objects.requireNonNull(actions.getLast().ending()).on() : today;
        Plan kept = plan;
        // one in nine is late, as it happens
        LocalDate until = way.number() % 9 == 4 ? last.minusWeeks(WEEKS_BETWEEN + 3) : last;
        for (LocalDate on = plan.madeOn().plusWeeks(WEEKS_BETWEEN); on.isBefore(until); on = on.plusWeeks(WEEKS_BETWEEN)) {
            kept = kept.followedUp(
                    new Plan.FollowUp(way.id(), way.working(on), way.consultant().id(), "Vi gick igenom målen. Planen håller."),
                    on.plusWeeks(WEEKS_BETWEEN));
        }
        if (way.number() % 13 == 7) {
            kept = kept.write(kept.selfSupportGoal(), kept.goals(), null);
        }
        if (ended) {
            kept = kept.close(actions, way.working(last.plusDays(7)));
        }
        if (actions.size() > 1) {
            LocalDate on = way.working(actions.getLast().terms().startsOn().minusDays(4));
            versions.add(PlanVersion.keep(way.id(), kept, actions, versions, "En ny insats", way.consultant().id(), way.at(on, 10)));
        }
        way.demo().put(kept);
        versions.forEach(way.demo()::put);
        return kept;
    }
}
