package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.control.PlanningSettings;

import org.jspecify.annotations.Nullable;

/**
 * The plan that the consultant and the person make together (genomförandeplan); its actions are documents of their own.
 *
 * @param memberId the adult of the household
 * @param consultant who keeps it
 * @param referralId the referral it began with; null when there was none
 * @param selfSupportGoal where the person is going, in the person's words
 * @param followUpOn the next follow-up; null is pointed out
 * @param followUps what has been followed up, oldest first (R27)
 * @param closedOn null while it runs
 */
public record Plan(UUID id, UUID unitId, UUID caseId, UUID memberId, UUID consultant, @Nullable UUID referralId, String selfSupportGoal,
        List<Goal> goals, LocalDate madeOn, @Nullable LocalDate followUpOn, List<FollowUp> followUps,
        @Nullable LocalDate closedOn) implements Document {

    /**
     * A step towards the goal (delmål).
     *
     * @param by null where no day is set
     */
    public record Goal(UUID id, String what, String how, @Nullable LocalDate by, @Nullable LocalDate reachedOn) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Goal[" + id + "]";
        }
    }

    /** One follow-up of the plan (uppföljning). */
    public record FollowUp(UUID id, LocalDate on, UUID by, String words) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "FollowUp[" + id + "]";
        }
    }

    public Plan {
        goals = List.copyOf(goals);
        followUps = List.copyOf(followUps);
    }

    public boolean running() {
        return closedOn == null;
    }

    /** R27: the last day for the next follow-up: the municipality's months after the last one, or after the plan was made. */
    public LocalDate followUpBy(PlanningSettings settings) {
        return lastFollowedUp().plusMonths(settings.followUpMonths());
    }

    public LocalDate lastFollowedUp() {
        return followUps.stream().map(FollowUp::on).max(Comparator.naturalOrder()).orElse(madeOn);
    }

    /** What the person and the consultant have agreed. */
    public Plan write(String selfSupportGoal, List<Goal> goals, @Nullable LocalDate followUpOn) {
        return new Plan(id, unitId, caseId, memberId, consultant, referralId, selfSupportGoal, goals, madeOn, followUpOn, followUps,
                closedOn);
    }

    /** R27: notes a follow-up and when the next one is. @throws IllegalArgumentException when the next one is not later */
    public Plan followedUp(FollowUp how, LocalDate nextOn) {
        if (!nextOn.isAfter(how.on())) {
            throw new IllegalArgumentException("the next follow-up is later");
        }
        List<FollowUp> all = new ArrayList<>(followUps);
        all.add(how);
        return new Plan(id, unitId, caseId, memberId, consultant, referralId, selfSupportGoal, goals, madeOn, nextOn, all, closedOn);
    }

    /**
     * Goes to another consultant; why is told by the version that is kept with it.
     *
     * @throws IllegalArgumentException when it is closed, or the other keeps it already
     */
    public Plan handOver(UUID other) {
        if (!running() || consultant.equals(other)) {
            throw new IllegalArgumentException("a running plan goes to another consultant");
        }
        return new Plan(id, unitId, caseId, memberId, other, referralId, selfSupportGoal, goals, madeOn, followUpOn, followUps, closedOn);
    }

    /**
     * R23: a plan is closed when each of its actions has ended.
     *
     * @throws ActionNotOpen when one has not
     */
    public Plan close(List<Action> actions, LocalDate today) {
        if (actions.stream().anyMatch(action -> action.planId().equals(id) && action.ending() == null)) {
            throw new ActionNotOpen();
        }
        return new Plan(id, unitId, caseId, memberId, consultant, referralId, selfSupportGoal, goals, madeOn, null, followUps, today);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.PLAN;
    }

    @Override
    public String documentState() {
        return running() ? "RUNNING" : "CLOSED";
    }

    @Override
    public LocalDate documentDate() {
        return madeOn;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Plan[" + id + "]";
    }
}
