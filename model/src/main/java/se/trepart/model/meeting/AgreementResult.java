package se.trepart.model.meeting;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * What became of something agreed (vad det blev av en överenskommelse). The notes themselves are locked by then; the id follows from the
 * agreement, so that there is one.
 *
 * @param words may be empty
 */
public record AgreementResult(UUID id, UUID unitId, UUID caseId, UUID meetingId, UUID agreementId, boolean done, String words, UUID by,
        LocalDate on) implements Document {

    public static AgreementResult of(TripartiteMeeting meeting, Agreement agreement, boolean done, String words, UUID by, LocalDate today) {
        UUID id = UUID.nameUUIDFromBytes(("agreement/" + agreement.id()).getBytes(StandardCharsets.UTF_8));
        return new AgreementResult(id, meeting.unitId(), meeting.caseId(), meeting.id(), agreement.id(), done, words, by, today);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.AGREEMENT_RESULT;
    }

    @Override
    public String documentState() {
        return done ? "DONE" : "NOT_DONE";
    }

    @Override
    public LocalDate documentDate() {
        return on;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "AgreementResult[" + id + "]";
    }
}
