package se.trepart.app.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Plan.FollowUp;
import se.trepart.model.plan.Presence;

/** A plan with an action of every standing on 22 November 2026. */
final class TimelineSamples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID STAFF = id(9);
    static final Plan PLAN = new Plan(id(1), id(2), id(3), id(4), STAFF, null, "", List.of(), LocalDate.of(2026, 5, 4),
            LocalDate.of(2027, 1, 11), List.of(new FollowUp(id(5), LocalDate.of(2026, 8, 17), STAFF, "")), null);

    private TimelineSamples() {}

    private static UUID id(int n) {
        return new UUID(7, n);
    }

    private static Action action(int n, String kind, String place, LocalDate from, LocalDate to) {
        return Action.begin(id(n), PLAN, null, new ActionTerms(kind, place, STAFF, from, to, 25, ""), List.of());
    }

    static Action ended() {
        Action action = action(10, "mapping", "Jobbcentrum", LocalDate.of(2026, 5, 11), LocalDate.of(2026, 6, 12));
        return action.end(new ActionEnding(LocalDate.of(2026, 6, 5), Outcome.CONTINUES, "a", "b", "c", "d", "e", "f", null, null, STAFF));
    }

    static Action extended() {
        Action action = action(11, "internship", "Skolköket i Björkhaga", LocalDate.of(2026, 8, 24), LocalDate.of(2026, 11, 20));
        return action.change(id(12), action.terms().until(LocalDate.of(2027, 1, 29)), "Mer tid", STAFF, Role.CONSULTANT,
                LocalDate.of(2026, 11, 10), ShippedPlanningSettings.of(Unit.MUNICIPALITY));
    }

    static Action due() {
        return action(13, "language-practice", "Lärcentrum", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 20));
    }

    static Action planned() {
        return action(14, "job-search", "Jobbcentrum, matchning mot restaurang och storkök", LocalDate.of(2027, 2, 1),
                LocalDate.of(2027, 4, 30));
    }

    static Attendance away() {
        Instant at = Instant.parse("2026-11-13T16:00:00Z");
        return Attendance.of(extended(), LocalDate.of(2026, 11, 12))
                .mark(LocalDate.of(2026, 11, 11), Presence.PRESENT, 300, 300, "", STAFF, at)
                .mark(LocalDate.of(2026, 11, 12), Presence.INVALID, 300, 0, "", STAFF, at);
    }

    static TimelineRows rows() {
        return TimelineRows.of(PLAN, List.of(planned(), due(), extended(), ended()), List.of(away()), TODAY);
    }
}
