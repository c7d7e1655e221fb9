package se.trepart.model.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * A dated note in the case (journalanteckning). Never changed; a correction is a new note that names the old.
 *
 * @param eventOn the day of what the note is about
 * @param corrects the note that this one corrects, null for an ordinary note
 */
public record JournalNote(UUID id, UUID unitId, UUID caseId, Instant writtenAt, LocalDate eventOn, UUID author, NoteKind kind, String text,
        @Nullable UUID corrects) implements Document {

    /** What a note is about. */
    public enum NoteKind {
        /** besök */
        VISIT,
        /** telefonsamtal */
        PHONE,
        /** brev eller e-post */
        MAIL,
        /** från annan myndighet */
        AUTHORITY,
        /** övrigt */
        OTHER
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.JOURNAL_NOTE;
    }

    @Override
    public String documentState() {
        return kind.name();
    }

    @Override
    public LocalDate documentDate() {
        return eventOn;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "JournalNote[" + id + "]";
    }
}
