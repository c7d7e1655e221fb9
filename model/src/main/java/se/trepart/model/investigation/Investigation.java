package se.trepart.model.investigation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Role;
import se.trepart.model.access.RoleNotAllowed;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.CheckItem.CheckState;

import org.jspecify.annotations.Nullable;

/**
 * The investigation of one application (utredning).
 *
 * @param templateId the version of the checklist that is answered
 * @param longTerm null while aid is not long-term (R6)
 * @param finishedOn null while open
 */
public record Investigation(UUID id, UUID unitId, UUID caseId, UUID applicationId, UUID templateId, LocalDate startedOn,
        List<CheckItem> items, List<ChildAssessment> children, @Nullable LongTermReview longTerm, @Nullable LocalDate finishedOn,
        @Nullable UUID finishedBy) implements Document {

    public Investigation {
        items = List.copyOf(items);
        children = List.copyOf(children);
    }

    public boolean finished() {
        return finishedOn != null;
    }

    public Optional<CheckItem> item(String stepKey) {
        return items.stream().filter(item -> item.stepKey().equals(stepKey)).findFirst();
    }

    public Optional<ChildAssessment> child(UUID childId) {
        return children.stream().filter(child -> child.childId().equals(childId)).findFirst();
    }

    /** R8: the authorities that have not answered. */
    public List<CheckItem> unanswered() {
        return items.stream().filter(item -> item.authorityAnswer().equals(Optional.of(AuthorityAnswer.NO_ANSWER))).toList();
    }

    /**
     * Writes down what was found. The step is done when it has a result and, where one is needed, an assessment (R5).
     *
     * @throws InvestigationFinished when the investigation is not open
     */
    public Investigation answer(ChecklistStep step, String result, String assessment, String effect, UUID by, LocalDate on) {
        boolean done = !result.isBlank() && (!step.assessmentNeeded() || !assessment.isBlank());
        return with(step, done ? CheckState.DONE : CheckState.MISSING, result, assessment, effect, "", by, on);
    }

    /**
     * Says that a step does not concern this application; what was written in it stays.
     *
     * @throws IllegalArgumentException when the reason is blank
     * @throws RoleNotAllowed when the role may not skip the step
     * @throws InvestigationFinished when the investigation is not open
     */
    public Investigation notRelevant(ChecklistStep step, String reason, UUID by, Role role, LocalDate on) {
        if (!role.covers(step.mayBeSkippedBy())) {
            throw new RoleNotAllowed(role, step.mayBeSkippedBy());
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a step needs a reason not to be relevant");
        }
        CheckItem old = required(step);
        return with(step, CheckState.NOT_RELEVANT, old.result(), old.assessment(), old.effect(), reason, by, on);
    }

    /** @throws InvestigationFinished when the investigation is not open */
    public Investigation assessChild(ChildAssessment assessment) {
        refuseWhenFinished();
        Map<UUID, ChildAssessment> next = new LinkedHashMap<>();
        children.forEach(child -> next.put(child.childId(), child));
        next.put(assessment.childId(), assessment);
        return with(items, List.copyOf(next.values()), longTerm);
    }

    /**
     * What was raised with the parents because aid is long-term (R6).
     *
     * @throws InvestigationFinished when the investigation is not open
     */
    public Investigation review(LongTermReview review) {
        refuseWhenFinished();
        return with(items, children, review);
    }

    /**
     * Ends the investigation (R5).
     *
     * @throws InvestigationIncomplete with everything that is missing
     */
    public Investigation finish(ChecklistTemplate template, Household household, UUID by, LocalDate on) {
        List<Missing> missing = Missing.in(this, template, household);
        if (!missing.isEmpty()) {
            throw new InvestigationIncomplete(missing);
        }
        return new Investigation(id, unitId, caseId, applicationId, templateId, startedOn, items, children, longTerm, on, by);
    }

    /**
     * Opens a finished investigation again, such as after a return.
     *
     * @throws InvestigationFinished when the application has already ended in a decision (R17)
     */
    public Investigation reopen(Application application) {
        if (application.status().ended()) {
            throw new InvestigationFinished();
        }
        return with(items, children, longTerm);
    }

    private Investigation with(ChecklistStep step, CheckState state, String result, String assessment, String effect, String reason,
            UUID by, LocalDate on) {
        refuseWhenFinished();
        CheckItem old = required(step);
        CheckItem next = new CheckItem(old.id(), old.stepKey(), state, result, assessment, effect, reason, by, on);
        return with(items.stream().map(item -> item.id().equals(old.id()) ? next : item).toList(), children, longTerm);
    }

    private Investigation with(List<CheckItem> items, List<ChildAssessment> children, @Nullable LongTermReview longTerm) {
        return new Investigation(id, unitId, caseId, applicationId, templateId, startedOn, items, children, longTerm, null, null);
    }

    private CheckItem required(ChecklistStep step) {
        return item(step.key()).orElseThrow(() -> new IllegalArgumentException("no step " + step.key() + " in this investigation"));
    }

    private void refuseWhenFinished() {
        if (finished()) {
            throw new InvestigationFinished();
        }
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.INVESTIGATION;
    }

    @Override
    public String documentState() {
        return finished() ? "FINISHED" : "OPEN";
    }

    @Override
    public LocalDate documentDate() {
        return startedOn;
    }
}
