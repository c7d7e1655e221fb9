package se.trepart.app.investigation;

import java.util.List;
import java.util.Optional;

import se.trepart.model.followup.LongTermAid;
import se.trepart.model.followup.RecurringCheck;
import se.trepart.model.investigation.AuthorityAnswer;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.investigation.Missing;

import org.jspecify.annotations.Nullable;

/**
 * What the investigation's place shows at one moment (utredningens sida).
 *
 * @param investigation null until started
 * @param template the checklist that is answered, or would be; null when the municipality has none
 * @param longTerm null when nothing has to be raised with the parents (R6)
 * @param aid null without an application
 * @param missing what stands in the way of finishing (R5)
 * @param recurring when the recurring checks are due (R7), the most urgent first
 */
public record InvestigationPage(State state, @Nullable Investigation investigation, @Nullable ChecklistTemplate template,
        List<CheckViewModel> checks, List<ChildViewModel> children, @Nullable LongTermViewModel longTerm, @Nullable LongTermAid aid,
        List<Missing> missing, List<RecurringCheck> recurring) {

    static final InvestigationPage NOTHING = new InvestigationPage(State.NO_APPLICATION, null, null, List.of(), List.of(), null, null,
            List.of(), List.of());

    /** How far the investigation has come. */
    public enum State {
        NO_APPLICATION,
        NO_CHECKLIST,
        NOT_STARTED,
        OPEN,
        FINISHED
    }

    static InvestigationPage notStarted(@Nullable ChecklistTemplate template, LongTermAid aid) {
        return new InvestigationPage(template == null ? State.NO_CHECKLIST : State.NOT_STARTED, null, template, List.of(), List.of(), null,
                aid, List.of(), List.of());
    }

    /** Checks, children and the long-term review, each one thing to do. */
    public int total() {
        return checks.size() + children.size() + (longTerm == null ? 0 : 1);
    }

    /** How many of them miss nothing. */
    public int done() {
        long checksDone = checks.stream().filter(check -> missingIn(check).isEmpty()).count();
        long childrenDone = children.stream().filter(child -> child.completeProperty().get()).count();
        boolean reviewDone = longTerm != null && missing.stream().noneMatch(Missing.ReviewTheme.class::isInstance);
        return (int) (checksDone + childrenDone) + (reviewDone ? 1 : 0);
    }

    /** R8: the authorities that have not answered, though that is assessed. */
    public List<CheckViewModel> unanswered() {
        return checks.stream()
                .filter(check -> check.item().authorityAnswer().equals(Optional.of(AuthorityAnswer.NO_ANSWER)))
                .filter(check -> missingIn(check).isEmpty())
                .toList();
    }

    /** What is missing in a check; empty when nothing is. */
    public Optional<Missing> missingIn(CheckViewModel check) {
        String key = check.step().key();
        return missing.stream().filter(m -> switch (m) {
            case Missing.Result result -> result.stepKey().equals(key);
            case Missing.Assessment assessment -> assessment.stepKey().equals(key);
            case Missing.Answer answer -> answer.stepKey().equals(key);
            case Missing.ChildText _,Missing.ReviewTheme _ -> false;
        }).findFirst();
    }
}
