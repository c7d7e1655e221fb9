package se.trepart.app.decision;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.OpenCase;
import se.trepart.local.cache.Intent;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionStatus;

/** Changes one decision of an open case while it is prepared; one that was sent or made in the meantime stays as it is (R17). */
record DecisionEdit(OpenCase openCase, UUID decisionId) {

    void change(UnaryOperator<Decision> change) {
        openCase.edit(documents -> documents.of(Decision.class)
                .stream()
                .filter(d -> d.id().equals(decisionId) && !d.made() && d.status() != DecisionStatus.SENT)
                .findFirst()
                .map(before -> Intent.change(before, change.apply(before)))
                .orElse(new Intent(List.of())));
    }

    /** As {@link #change}, and Ctrl+Z takes it back. */
    void change(UnaryOperator<Decision> change, UnaryOperator<Decision> back) {
        change(change);
        openCase.undo().did(() -> change(back));
    }
}
