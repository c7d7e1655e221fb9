package se.trepart.model.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * Somebody opened a case that is not theirs, or took its file out for somebody (loggpost), with the reason they gave (R31). Written once, by
 * the workstation that did, and read by those who follow up the log only.
 *
 * @param reason the user's own words
 * @param what the name of the kind of document that was opened, or {@link #DISCLOSURE}
 */
public record ReadEvent(UUID id, UUID unitId, UUID caseId, UUID staffId, Instant at, String reason, String what) implements Document {

    /** What stands as {@link #what} when the whole file was taken out for somebody (utlämnande). */
    public static final String DISCLOSURE = "DISCLOSURE";

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Override
    public DocumentType documentType() {
        return DocumentType.READ_EVENT;
    }

    @Override
    public String documentState() {
        return what;
    }

    @Override
    public LocalDate documentDate() {
        return LocalDate.ofInstant(at, SWEDEN);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ReadEvent[" + id + "]";
    }
}
