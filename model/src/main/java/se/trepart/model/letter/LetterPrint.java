package se.trepart.model.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * That a letter was put on paper, or that it was tried (utskrift av brev). Written once, never changed.
 *
 * @param letterId the letter, or the {@link SentPaper}
 * @param printer as the system calls it
 * @param pages the pages that came out, from 1
 * @param failed the pages that did not
 */
public record LetterPrint(UUID id, UUID unitId, UUID caseId, UUID letterId, Instant at, LocalDate on, UUID by, String printer,
        List<Integer> pages, List<Integer> failed) implements Document {

    public LetterPrint {
        pages = List.copyOf(pages);
        failed = List.copyOf(failed);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.LETTER_PRINT;
    }

    @Override
    public String documentState() {
        return failed.isEmpty() ? "PRINTED" : "FAILED";
    }

    @Override
    public LocalDate documentDate() {
        return on;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterPrint[" + id + "]";
    }
}
