package se.trepart.app.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.local.cache.Intent;
import se.trepart.model.plan.SelfSupport;

/** Changes what is known of one adult's way to self-support; begins it when nothing is known yet. */
public record SelfSupportEdit(OpenCase openCase, UUID memberId) {

    public static Optional<SelfSupport> of(CaseDocuments documents, UUID memberId) {
        return documents.of(SelfSupport.class).stream().filter(support -> support.memberId().equals(memberId)).findFirst();
    }

    public void change(UnaryOperator<SelfSupport> change) {
        change(change, () -> {});
    }

    /** @param then when it is on disk and shown */
    public void change(UnaryOperator<SelfSupport> change, Runnable then) {
        openCase.edit(documents -> {
            Optional<SelfSupport> before = of(documents, memberId);
            SelfSupport after = change.apply(before.orElseGet(() -> begun(documents)));
            return before.map(old -> old.equals(after) ? new Intent(List.of()) : Intent.change(old, after))
                    .orElseGet(() -> Intent.create(after));
        }, then);
    }

    private SelfSupport begun(CaseDocuments documents) {
        return SelfSupport.begin(SelfSupport.idOf(memberId), documents.unitId(), documents.id(), memberId, openCase.desk().today());
    }
}
