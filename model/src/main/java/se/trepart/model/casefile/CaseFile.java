package se.trepart.model.casefile;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * A household's running case (ärende). Its id is the case id of every document in it.
 *
 * @param number as people say it: 2026-00417
 * @param responsible the member of staff in charge; null until the case is distributed
 * @param closingReason a choice of the closing catalogue, null while the case is open (R4)
 */
public record CaseFile(UUID id, UUID unitId, String number, @Nullable UUID responsible, Phase phase, LocalDate openedOn,
        LocalDate phaseSince, @Nullable LocalDate closedOn, @Nullable String closingReason) implements Document {

    @Override
    public UUID caseId() {
        return id;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.CASE_FILE;
    }

    @Override
    public String documentState() {
        return phase.name();
    }

    @Override
    public LocalDate documentDate() {
        return openedOn;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "CaseFile[" + id + "]";
    }
}
