package se.trepart.model.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * Two people's changes that cannot be brought together by machine (konflikt). The document keeps theirs; a person resolves.
 *
 * @param aboutType the kind of the document in question; its name, so that a newer kind is kept by an older client
 * @param baseVersion the version that mine was made against
 * @param theirVersion the version that had come before mine arrived
 * @param refused why a whole operation could not be applied, such as DELETED or LOCKED; empty for an ordinary clash of fields
 * @param resolvedBy null while open
 */
public record Conflict(UUID id, UUID unitId, @Nullable UUID caseId, String aboutType, UUID aboutId, UUID opId, long baseVersion,
        long theirVersion, UUID theirAuthor, UUID myAuthor, Instant mineAt, List<ConflictField> fields, String refused,
        @Nullable UUID resolvedBy, @Nullable Instant resolvedAt) implements Document {

    /**
     * One field both changed: base, theirs, mine, as canonical JSON text, null where absent.
     *
     * @param chosen what was resolved to, null while open
     */
    public record ConflictField(UUID id, String path, @Nullable String base, @Nullable String theirs, @Nullable String mine,
            @Nullable String chosen, String reason) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "ConflictField[" + id + "]";
        }
    }

    public Conflict {
        fields = List.copyOf(fields);
    }

    public boolean open() {
        return resolvedBy == null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.CONFLICT;
    }

    @Override
    public String documentState() {
        return open() ? "OPEN" : "RESOLVED";
    }

    @Override
    public LocalDate documentDate() {
        return LocalDate.EPOCH;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Conflict[" + id + "]";
    }
}
