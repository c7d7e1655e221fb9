package se.trepart.app.plan;

import java.util.List;

/**
 * The plan as it stands on paper (planen på papper), every value ready.
 *
 * @param version "Version 2" or "Utkast"
 * @param followUp empty when no day is set
 */
public record PlanSheet(String name, String goal, List<Goal> goals, List<Action> actions, String followUp, String consultant,
        String version) {

    /** @param by empty when no day is set */
    public record Goal(String what, String how, String by) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Goal";
        }
    }

    /** One action that has not ended. */
    public record Action(String name, String from, String to, int hours, String responsible, String goal, List<String> steps) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Action";
        }
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "PlanSheet";
    }
}
