package se.trepart.model.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * One household's application for one calendar month, or for a single purpose (ansökan). R1, R2. The id is the one it came with.
 *
 * @param registeredBy the member of staff who registered it, null for an import by the machine
 * @param form the form as answered, unchanged
 */
public record Application(UUID id, UUID unitId, UUID caseId, ApplicationKind kind, Channel channel, Instant receivedAt,
        LocalDate registeredOn, @Nullable UUID registeredBy, YearMonth period, ApplicationStatus status, Declaration declaration,
        List<FormAnswer> answers, boolean attested, @Nullable Instant attestedAt, String form) implements Document {

    public Application {
        answers = List.copyOf(answers);
    }

    public Application with(ApplicationStatus next) {
        return new Application(id, unitId, caseId, kind, channel, receivedAt, registeredOn, registeredBy, period, next, declaration,
                answers, attested, attestedAt, form);
    }

    public Application with(Declaration next) {
        return new Application(id, unitId, caseId, kind, channel, receivedAt, registeredOn, registeredBy, period, status, next, answers,
                attested, attestedAt, form);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.APPLICATION;
    }

    @Override
    public String documentState() {
        return status.name();
    }

    @Override
    public LocalDate documentDate() {
        return period.atDay(1);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Application[" + id + "]";
    }
}
