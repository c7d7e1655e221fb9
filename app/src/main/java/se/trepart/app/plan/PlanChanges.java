package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Plan.Goal;
import se.trepart.model.plan.PlanVersion;

import org.jspecify.annotations.Nullable;

/** What differs between two kept versions of a plan, in words (ändringar mellan versioner). */
final class PlanChanges {

    private final Texts texts;

    PlanChanges(Texts texts) {
        this.texts = texts;
    }

    /** @param staff what a member of staff is called */
    List<String> between(PlanVersion before, PlanVersion after, Function<UUID, String> staff) {
        List<String> lines = new ArrayList<>();
        if (!before.plan().consultant().equals(after.plan().consultant())) {
            lines.add(texts.of("plan.diff.kept-by", staff.apply(before.plan().consultant()), staff.apply(after.plan().consultant())));
        }
        if (!before.plan().selfSupportGoal().equals(after.plan().selfSupportGoal())) {
            lines.add(texts.of("plan.diff.self-support", before.plan().selfSupportGoal(), after.plan().selfSupportGoal()));
        }
        if (!Objects.equals(before.plan().followUpOn(), after.plan().followUpOn())) {
            lines.add(texts.of("plan.diff.follow-up", day(before.plan().followUpOn()), day(after.plan().followUpOn())));
        }
        goals(before, after, lines);
        actions(before, after, lines);
        return lines;
    }

    private void goals(PlanVersion before, PlanVersion after, List<String> lines) {
        Map<UUID, Goal> old = new HashMap<>();
        before.plan().goals().forEach(goal -> old.put(goal.id(), goal));
        for (Goal goal : after.plan().goals()) {
            Goal was = old.remove(goal.id());
            if (was == null) {
                lines.add(texts.of("plan.diff.goal-new", goal.what()));
            } else if (was.reachedOn() == null && goal.reachedOn() != null) {
                lines.add(texts.of("plan.diff.goal-reached", goal.what(), day(goal.reachedOn())));
            } else if (!was.equals(goal)) {
                lines.add(texts.of("plan.diff.goal-changed", goal.what()));
            }
        }
        old.values().forEach(goal -> lines.add(texts.of("plan.diff.goal-gone", goal.what())));
    }

    private void actions(PlanVersion before, PlanVersion after, List<String> lines) {
        Map<UUID, Action> old = new HashMap<>();
        before.actions().forEach(action -> old.put(action.id(), action));
        for (Action action : after.actions()) {
            Action was = old.get(action.id());
            ActionTerms terms = action.terms();
            if (was == null) {
                lines.add(texts.of("plan.diff.action-new", ActionsPart.name(terms), day(terms.startsOn()), day(terms.endsOn())));
            } else if (was.ending() == null && action.ending() != null) {
                lines.add(texts.of("plan.diff.action-ended", ActionsPart.name(terms), day(action.ending().on())));
            } else if (!was.terms().endsOn().equals(terms.endsOn())) {
                lines.add(texts.of("plan.diff.action-end", ActionsPart.name(terms), day(was.terms().endsOn()), day(terms.endsOn())));
            } else if (!was.terms().equals(terms)) {
                lines.add(texts.of("plan.diff.action-changed", ActionsPart.name(terms)));
            }
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "–" : Formats.date(day);
    }
}
