package se.trepart.model.investigation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

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
