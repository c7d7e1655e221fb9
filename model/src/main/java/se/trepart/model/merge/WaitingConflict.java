package se.trepart.model.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.access.Staff;

/** An open conflict and why somebody should look at it (öppen konflikt). */
public record WaitingConflict(Conflict conflict, Urgency urgency) {

    /** How urgent it is, the most urgent first. */
    public enum Urgency {
        /** a decision in the household waits for it */
        STOPS_DECISION,
        /** somebody lost access before the work was sent: only a team lead can bring it in */
        ACCESS_LOST,
        /** one's own change, or one's own case */
        OWN,
        /** a colleague's */
        UNIT
    }

    /**
     * The open conflicts that this person may settle, the most urgent first, among equals the one that has waited longest.
     *
     * @param ownCases cases that the person is responsible for
     * @param deciding cases with a decision that is prepared and not made
     */
    public static List<WaitingConflict> of(List<Conflict> conflicts, Staff me, Set<UUID> ownCases, Set<UUID> deciding) {
        return conflicts.stream()
                .filter(conflict -> conflict.open() && Settling.allowed(me, conflict))
                .map(conflict -> new WaitingConflict(conflict, urgency(conflict, me, ownCases, deciding)))
                .sorted(Comparator.comparing((WaitingConflict waiting) -> waiting.urgency)
                        .thenComparing(waiting -> waiting.conflict.mineAt()))
                .toList();
    }

    private static Urgency urgency(Conflict conflict, Staff me, Set<UUID> ownCases, Set<UUID> deciding) {
        UUID caseId = conflict.caseId();
        if (caseId != null && deciding.contains(caseId)) {
            return Urgency.STOPS_DECISION;
        }
        if (conflict.refused().equals(Conflict.ACCESS_WITHDRAWN)) {
            return Urgency.ACCESS_LOST;
        }
        boolean own = me.id().equals(conflict.myAuthor()) || me.id().equals(conflict.theirAuthor())
                || caseId != null && ownCases.contains(caseId);
        return own ? Urgency.OWN : Urgency.UNIT;
    }
}
