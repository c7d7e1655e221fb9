package se.trepart.model.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * What is missing in an application, by when it must come and what happens otherwise (begäran om komplettering, FL 20 §).
 *
 * @param consequence what happens when nothing comes, as the letter says it
 */
public record CompletionRequest(UUID id, UUID unitId, UUID caseId, UUID applicationId, List<MissingPaper> missing, LocalDate sentOn,
        UUID sentBy, LocalDate dueOn, String consequence) implements Document {

    /** One thing that is missing. */
    public record MissingPaper(UUID id, String what, @Nullable LocalDate receivedOn) {}

    public CompletionRequest {
        missing = List.copyOf(missing);
    }

    public boolean complete() {
        return missing.stream().allMatch(paper -> paper.receivedOn() != null);
    }

    public boolean overdue(LocalDate today) {
        return !complete() && today.isAfter(dueOn);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.COMPLETION_REQUEST;
    }

    @Override
    public String documentState() {
        return complete() ? "COMPLETE" : "OPEN";
    }

    @Override
    public LocalDate documentDate() {
        return dueOn;
    }
}
