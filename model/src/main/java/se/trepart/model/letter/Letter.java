package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * A letter (brev) about one matter (R36).
 *
 * @param aboutId the decision or completion request it tells of
 * @param recipientId the household member it goes to
 * @param why the reasons in plain words; filled from the decision, may be edited until the letter is sent
 * @param whatNow what the reader does next; may be edited until sent
 * @param confirmedBy the second person, for protected identity (R34); null otherwise
 * @param sending null until sent
 * @param pdfSha256 checksum of the PDF as sent; empty until sent
 */
public record Letter(UUID id, UUID unitId, UUID caseId, UUID aboutId, LetterKind kind, LocalDate writtenOn, UUID writtenBy,
        UUID recipientId, String templateVersion, String why, String whatNow, @Nullable UUID confirmedBy, @Nullable Sending sending,
        String pdfSha256) implements Document {

    @Override
    public DocumentType documentType() {
        return DocumentType.LETTER;
    }

    @Override
    public String documentState() {
        return sending == null ? "DRAFT" : "SENT";
    }

    @Override
    public LocalDate documentDate() {
        return writtenOn;
    }
}
