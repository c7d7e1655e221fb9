package se.trepart.model.investigation;

import java.util.UUID;

/**
 * The best interests of one child (bedömning av barnets bästa, SoL 3 kap. 1 §, R5).
 *
 * @param considered how the child was considered
 * @param best what is best for the child and why
 * @param effect how it affected the decision
 */
public record ChildAssessment(UUID id, UUID childId, String considered, String best, String effect) {

    public boolean complete() {
        return !considered.isBlank() && !best.isBlank() && !effect.isBlank();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ChildAssessment[" + id + "]";
    }
}
