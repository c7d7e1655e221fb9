package se.trepart.model.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * The plan as it was agreed, printed and signed, or handed over to another consultant (version av genomförandeplanen); never changed.
 *
 * @param number 1 for the first
 * @param why what is new; for the first that it is
 */
public record PlanVersion(UUID id, UUID unitId, UUID caseId, int number, Instant madeAt, UUID by, String why, Plan plan,
        List<Action> actions) implements Document {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    public PlanVersion {
        actions = List.copyOf(actions);
    }

    /**
     * Keeps the plan as it is now.
     *
     * @param before the plan's versions so far
     * @throws IllegalArgumentException without a word on what is new
     */
    public static PlanVersion keep(UUID id, Plan plan, List<Action> actions, List<PlanVersion> before, String why, UUID by, Instant at) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("a version says what is new");
        }
        int number = (int) before.stream().filter(version -> version.plan.id().equals(plan.id())).count() + 1;
        List<Action> own = actions.stream().filter(action -> action.planId().equals(plan.id())).toList();
        return new PlanVersion(id, plan.unitId(), plan.caseId(), number, at, by, why, plan, own);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.PLAN_VERSION;
    }

    @Override
    public String documentState() {
        return "KEPT";
    }

    @Override
    public LocalDate documentDate() {
        return madeAt.atZone(SWEDEN).toLocalDate();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "PlanVersion[" + id + "]";
    }
}
