package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Role;
import se.trepart.model.access.RoleNotAllowed;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.plan.ActionChange.Answer;
import se.trepart.model.plan.ActionChange.Asks;

import org.jspecify.annotations.Nullable;

/**
 * One time-limited action of a plan (insats). R23
 *
 * @param memberId the adult of the household
 * @param referralId the referral that asked for this action; null when it is the consultant's own choice
 * @param steps what is done in it, in order
 * @param changes what was changed or proposed, oldest first
 * @param ending null until it has ended
 */
public record Action(UUID id, UUID unitId, UUID caseId, UUID memberId, UUID planId, @Nullable UUID referralId, ActionTerms terms,
        List<ActionStep> steps, List<ActionChange> changes, @Nullable ActionEnding ending) implements Document {

    /** Where an action is on a day. */
    public enum Status {
        /** planerad */
        PLANNED,
        /** pågår */
        ONGOING,
        /** pågår efter förlängning */
        EXTENDED,
        /** ska följas upp: the last day has come */
        DUE_FOR_FOLLOW_UP,
        /** avslutad */
        ENDED
    }

    /** One thing to do within the action (delmoment). */
    public record ActionStep(UUID id, String what, @Nullable LocalDate doneOn) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "ActionStep[" + id + "]";
        }
    }

    public Action {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
    }

    /** R23: never without a last day, which the terms see to. */
    public static Action begin(UUID id, Plan plan, @Nullable UUID referralId, ActionTerms terms, List<ActionStep> steps) {
        return new Action(id, plan.unitId(), plan.caseId(), plan.memberId(), plan.id(), referralId, terms, steps, List.of(), null);
    }

    public Status status(LocalDate today) {
        if (ending != null) {
            return Status.ENDED;
        }
        if (today.isBefore(terms.startsOn())) {
            return Status.PLANNED;
        }
        if (!today.isBefore(terms.endsOn())) {
            return Status.DUE_FOR_FOLLOW_UP;
        }
        return extended() ? Status.EXTENDED : Status.ONGOING;
    }

    /**
     * Whether somebody can be there that day, for marking attendance. One whose last day has come and that nobody has ended goes on until
     * today: people come while the three make up their minds (R23).
     */
    public boolean takesPartOn(LocalDate day, LocalDate today) {
        LocalDate last = ending != null ? ending.on() : terms.endsOn().isBefore(today) ? today : terms.endsOn();
        return !day.isBefore(terms.startsOn()) && !day.isAfter(last);
    }

    public boolean extended() {
        return changes.stream().anyMatch(change -> change.made() && change.extension());
    }

    /** The proposal that waits for an answer. */
    public Optional<ActionChange> proposal() {
        return changes.stream().filter(ActionChange::waits).findFirst();
    }

    /** Whether the last day is within so many days, or past. */
    public boolean endsWithin(int days, LocalDate today) {
        return ending == null && !terms.endsOn().isAfter(today.plusDays(days));
    }

    /**
     * Whose answer other terms need: a team lead's for an extension beyond the municipality's months in all, the caseworker's for what
     * the referral asked for unless it is the caseworker who changes it.
     */
    public Asks asks(ActionTerms next, Role role, PlanningSettings settings) {
        boolean later = next.endsOn().isAfter(terms.endsOn());
        LocalDate allowed = next.startsOn().plusMonths(settings.extensionMonths());
        if (later && next.endsOn().isAfter(allowed) && !role.covers(Role.TEAM_LEAD)) {
            return Asks.TEAM_LEAD;
        }
        return referralId != null && role.plansOnly() ? Asks.CASEWORKER : Asks.NOBODY;
    }

    /**
     * Changes the terms, or proposes to.
     *
     * @throws IllegalArgumentException without a reason, or when nothing is changed
     * @throws ActionNotOpen when it has ended, or another proposal waits for an answer
     */
    public Action change(UUID changeId, ActionTerms next, String reason, UUID by, Role role, LocalDate today, PlanningSettings settings) {
        requireOpen();
        if (reason.isBlank() || next.equals(terms)) {
            throw new IllegalArgumentException("a change has a reason and changes something");
        }
        ActionChange change = new ActionChange(changeId, terms, next, reason, by, today, asks(next, role, settings), null);
        List<ActionChange> all = new ArrayList<>(changes);
        all.add(change);
        return new Action(id, unitId, caseId, memberId, planId, referralId, change.made() ? next : terms, steps, all, ending);
    }

    /**
     * Answers the proposal that waits.
     *
     * @throws IllegalArgumentException for a no without a reason
     * @throws RoleNotAllowed when it is for another role to answer
     * @throws ActionNotOpen when no proposal waits
     */
    public Action answer(boolean accepted, String reason, UUID by, Role role, LocalDate today) {
        ActionChange waiting = proposal().orElseThrow(ActionNotOpen::new);
        if (!accepted && reason.isBlank()) {
            throw new IllegalArgumentException("a no has a reason");
        }
        Role needed = waiting.answeredBy();
        if (!role.covers(needed)) {
            throw new RoleNotAllowed(role, needed);
        }
        ActionChange answered = waiting.with(new Answer(accepted, reason, by, today));
        List<ActionChange> all = changes.stream().map(change -> change.id().equals(waiting.id()) ? answered : change).toList();
        return new Action(id, unitId, caseId, memberId, planId, referralId, accepted ? waiting.terms() : terms, steps, all, ending);
    }

    /** @throws ActionNotOpen when it has ended */
    public Action with(List<ActionStep> newSteps) {
        requireNotEnded();
        return new Action(id, unitId, caseId, memberId, planId, referralId, terms, newSteps, changes, ending);
    }

    /**
     * Ends it with what the three say of it (R23).
     *
     * @throws EvaluationIncomplete with everything that is missing
     * @throws ActionNotOpen when it has ended already, or a proposal waits for an answer
     */
    public Action end(ActionEnding how) {
        requireOpen();
        if (!how.missing().isEmpty()) {
            throw new EvaluationIncomplete(how.missing());
        }
        return new Action(id, unitId, caseId, memberId, planId, referralId, terms, steps, changes, how);
    }

    /**
     * Notes the last day of the work that it led to (R28).
     *
     * @param workTo null when the work goes on after all
     * @throws ActionNotOpen when it has not ended in work
     * @throws IllegalArgumentException when the work ended before it began
     */
    public Action workEnded(@Nullable LocalDate workTo) {
        if (ending == null || !ending.outcome().work()) {
            throw new ActionNotOpen();
        }
        if (workTo != null && ending.workFrom() != null && workTo.isBefore(ending.workFrom())) {
            throw new IllegalArgumentException("work ends on the day it begins or later");
        }
        ActionEnding how = new ActionEnding(ending.on(), ending.outcome(), ending.done(), ending.gave(), ending.applicantSays(),
                ending.caseworkerSays(), ending.consultantSays(), ending.nextStep(), ending.workFrom(), workTo, ending.by());
        return new Action(id, unitId, caseId, memberId, planId, referralId, terms, steps, changes, how);
    }

    private void requireOpen() {
        requireNotEnded();
        if (proposal().isPresent()) {
            throw new ActionNotOpen();
        }
    }

    private void requireNotEnded() {
        if (ending != null) {
            throw new ActionNotOpen();
        }
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.ACTION;
    }

    /** Of the document itself: how it stands today is {@link #status}. */
    @Override
    public String documentState() {
        return ending != null ? "ENDED" : proposal().isPresent() ? "PROPOSED" : "OPEN";
    }

    @Override
    public LocalDate documentDate() {
        return terms.endsOn();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Action[" + id + "]";
    }
}
