package se.trepart.app.investigation;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.OpenCase;
import se.trepart.local.cache.Intent;
import se.trepart.model.investigation.Investigation;

/** Changes one investigation of an open case; one that is finished in the meantime stays as it is. */
record InvestigationEdit(OpenCase openCase, UUID investigationId) {

    void change(UnaryOperator<Investigation> change) {
        openCase.edit(documents -> documents.of(Investigation.class)
                .stream()
                .filter(i -> i.id().equals(investigationId) && !i.finished())
                .findFirst()
                .map(before -> Intent.change(before, change.apply(before)))
                .orElse(new Intent(List.of())));
    }
}
