package se.trepart.model;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One synchronised record of the domain (handling). State and date lie in the clear in the cache so that lists can be read
 * without opening every body: they never hold personal data.
 */
public interface Document {

    UUID id();

    /** The unit (enhet) whose staff may hold this document. */
    UUID unitId();

    /** The case this document belongs to; null for what belongs to the municipality. */
    @Nullable
    UUID caseId();

    DocumentType documentType();

    /** A code for lists, such as the status. */
    String documentState();

    /** The date by which lists choose and sort: the month applied for, the day written. */
    LocalDate documentDate();
}
