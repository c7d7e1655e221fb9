package se.trepart.model.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.control.Settings;

import org.jspecify.annotations.Nullable;

/**
 * What is missing in an application, by when it must come and what happens otherwise (begäran om komplettering, FL 20 §).
 *
 * @param consequence what happens when nothing comes, as the letter says it
 */
public record CompletionRequest(UUID id, UUID unitId, UUID caseId, UUID applicationId, List<MissingPaper> missing, LocalDate sentOn,
        UUID sentBy, LocalDate dueOn, String consequence) implements Document {

    /** One thing that is missing. */
    public record MissingPaper(UUID id, String what, @Nullable LocalDate receivedOn) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "MissingPaper[" + id + "]";
        }
    }

    public CompletionRequest {
        missing = List.copyOf(missing);
    }

    /**
     * Asks for what is missing. The letter must say what happens otherwise (FL 20 §).
     *
     * @param ids gives the request's own id and one for each thing
     * @throws IllegalArgumentException when nothing is missing or the consequence is not told
     */
    public static CompletionRequest request(Application application, List<String> missing, String consequence, LocalDate today, UUID sentBy,
            Settings settings, Supplier<UUID> ids) {
        if (missing.isEmpty() || consequence.isBlank()) {
            throw new IllegalArgumentException("a request says what is missing and what happens otherwise");
        }
        return new CompletionRequest(ids.get(), application.unitId(), application.caseId(), application.id(),
                missing.stream().map(what -> new MissingPaper(ids.get(), what, null)).toList(), today, sentBy,
                today.plusDays(settings.completionDays()), consequence);
    }

    /** Notes that one thing has come. @throws IllegalArgumentException when it was not asked for */
    public CompletionRequest receive(UUID paperId, LocalDate receivedOn) {
        if (missing.stream().noneMatch(paper -> paper.id().equals(paperId))) {
            throw new IllegalArgumentException("not asked for");
        }
        return new CompletionRequest(id, unitId, caseId, applicationId,
                missing.stream()
                        .map(paper -> paper.id().equals(paperId) ? new MissingPaper(paperId, paper.what(), receivedOn) : paper)
                        .toList(),
                sentOn, sentBy, dueOn, consequence);
    }

    /** Gives more time. @throws IllegalArgumentException when the new day is not later */
    public CompletionRequest extend(LocalDate newDueOn) {
        if (!newDueOn.isAfter(dueOn)) {
            throw new IllegalArgumentException("the new day must be later");
        }
        return new CompletionRequest(id, unitId, caseId, applicationId, missing, sentOn, sentBy, newDueOn, consequence);
    }

    /** What has not come. */
    public List<MissingPaper> stillMissing() {
        return missing.stream().filter(paper -> paper.receivedOn() == null).toList();
    }

    /** The application's state after a request: it waits, and is received again when everything has come. An ended one stays as it is. */
    public Application applied(Application application) {
        if (application.status() == ApplicationStatus.WAITING && complete()) {
            return application.with(ApplicationStatus.RECEIVED);
        }
        boolean early = application.status() == ApplicationStatus.RECEIVED || application.status() == ApplicationStatus.INVESTIGATED;
        return early && !complete() ? application.with(ApplicationStatus.WAITING) : application;
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

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "CompletionRequest[" + id + "]";
    }
}
