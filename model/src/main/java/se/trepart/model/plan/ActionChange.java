package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.access.Role;

import org.jspecify.annotations.Nullable;

/**
 * A change of an action, made or proposed (ändring eller förslag till ändring).
 *
 * @param terms what the action is after it
 * @param asks whose answer it needs before it is made
 * @param answer null until somebody has answered; nobody needs to when nobody is asked
 */
public record ActionChange(UUID id, ActionTerms before, ActionTerms terms, String reason, UUID by, LocalDate on, Asks asks,
        @Nullable Answer answer) {

    /** Whose answer a change needs. */
    public enum Asks {
        /** the one who runs the action decides it */
        NOBODY,
        /** the referral asked for this action */
        CASEWORKER,
        /** extended beyond what the municipality allows without asking */
        TEAM_LEAD
    }

    /**
     * An answer to a proposal.
     *
     * @param reason needed for a no
     */
    public record Answer(boolean accepted, String reason, UUID by, LocalDate on) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Answer[" + accepted + "]";
        }
    }

    public boolean waits() {
        return asks != Asks.NOBODY && answer == null;
    }

    /** The least role that may answer it. */
    public Role answeredBy() {
        return asks == Asks.TEAM_LEAD ? Role.TEAM_LEAD : Role.CASEWORKER;
    }

    /** Whether it has come to be. */
    public boolean made() {
        return asks == Asks.NOBODY || answer != null && answer.accepted();
    }

    /** Whether the end is later after it (förlängning). */
    public boolean extension() {
        return terms.endsOn().isAfter(before.endsOn());
    }

    ActionChange with(Answer answer) {
        return new ActionChange(id, before, terms, reason, by, on, asks, answer);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ActionChange[" + id + "]";
    }
}
