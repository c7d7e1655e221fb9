package se.trepart.model.investigation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.CheckItem.CheckState;

/** Starts investigations (inleder utredning, SoL 14 kap. 2 §). What is done in one are verbs of {@link Investigation}. */
public final class Investigations {

    private Investigations() {}

    /**
     * An open investigation with a check for every step that concerns the household. A step that recurs (R7) comes with every new
     * application, and otherwise when it is due.
     *
     * @param longTerm whether aid has become long-term (R6)
     * @param dueSteps keys of the recurring steps that are due
     * @param ids gives a new id each time
     */
    public static Investigation start(Application application, Household household, ChecklistTemplate template, boolean longTerm,
            Set<String> dueSteps, LocalDate on, Supplier<UUID> ids) {
        boolean withChildren = !household.children().isEmpty();
        boolean first = application.kind() == ApplicationKind.NEW;
        List<CheckItem> items = template.steps()
                .stream()
                .filter(step -> applies(step, withChildren, longTerm) && (!step.recurs() || first || dueSteps.contains(step.key())))
                .map(step -> new CheckItem(ids.get(), step.key(), CheckState.MISSING, "", "", "", "", null, null))
                .toList();
        List<ChildAssessment> children = household.children()
                .stream()
                .map(child -> new ChildAssessment(ids.get(), child.id(), "", "", ""))
                .toList();
        return new Investigation(ids.get(), application.unitId(), application.caseId(), application.id(), template.id(), on, items,
                children, longTerm && withChildren ? LongTermReview.EMPTY : null, null, null);
    }

    private static boolean applies(ChecklistStep step, boolean withChildren, boolean longTerm) {
        return switch (step.appliesTo()) {
            case ALL -> true;
            case WITH_CHILDREN -> withChildren;
            case LONG_TERM -> longTerm;
        };
    }
}
