package se.trepart.model.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.followup.Side;

import org.jspecify.annotations.Nullable;

/**
 * Two people's changes that cannot be brought together by machine (konflikt). The document keeps theirs; a person resolves.
 *
 * @param aboutType the kind of the document in question; its name, so that a newer kind is kept by an older client
 * @param aboutSide which side of the case the document lies on; null for a kind that is not of a side
 * @param baseVersion the version that mine was made against
 * @param theirVersion the version that had come before mine arrived
 * @param theirAt when that version was taken in, by the central store's clock; null when it is not known
 * @param mineAt when mine was made, by its workstation's clock
 * @param refused why a whole operation could not be applied, such as DELETED or LOCKED; empty for an ordinary clash of fields
 * @param resolvedBy null while open
 */
public record Conflict(UUID id, UUID unitId, @Nullable UUID caseId, String aboutType, UUID aboutId, @Nullable Side aboutSide, UUID opId,
        long baseVersion, long theirVersion, UUID theirAuthor, @Nullable Instant theirAt, UUID myAuthor, Instant mineAt,
        List<ConflictField> fields, String refused, @Nullable UUID resolvedBy, @Nullable Instant resolvedAt) implements Document {

    /** {@link #refused}: the document was taken away before the change came */
    public static final String DELETED = "DELETED";
    /** {@link #refused}: R17, the document was locked before the change came */
    public static final String LOCKED = "LOCKED";
    /** {@link #refused}: both changes together would have made no valid document */
    public static final String INVALID = "INVALID";
    /** {@link #refused}: the author lost access to the unit before the change came */
    public static final String ACCESS_WITHDRAWN = "ACCESS_WITHDRAWN";

    /**
     * One field both changed: base, theirs, mine, as canonical JSON text, null where absent.
     *
     * @param chosen what was resolved to, null while open
     */
    public record ConflictField(UUID id, String path, @Nullable String base, @Nullable String theirs, @Nullable String mine,
            @Nullable String chosen, String reason) {

        ConflictField settled(@Nullable String value, String why) {
            return new ConflictField(id, path, base, theirs, mine, value, why);
        }

        private boolean asksTheSame(ConflictField other) {
            return id.equals(other.id) && Objects.equals(theirs, other.theirs) && Objects.equals(mine, other.mine);
        }

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

    /** What is to be chosen, each as one. */
    public List<ConflictChoice> choices() {
        return ConflictChoice.of(this);
    }

    /**
     * What a settled conflict leaves to be asked about: fields that came into it, or that more was written about, after the person had looked,
     * and what is chosen as one with them. An answer has a reason.
     *
     * @param seen the conflict as the person saw it
     */
    public List<ConflictField> unanswered(Conflict seen) {
        return choices().stream()
                .filter(choice -> choice.fields()
                        .stream()
                        .anyMatch(field -> field.chosen() == null && field.reason().isEmpty()
                                || seen.fields().stream().noneMatch(field::asksTheSame)))
                .flatMap(choice -> choice.fields().stream())
                .toList();
    }

    /**
     * This conflict with what a copy of it has chosen, and why; nothing else of the copy counts. Empty when the copy answers what is not asked
     * here, as when the store has been restored since.
     */
    public Optional<Conflict> answeredAs(Conflict copy) {
        Map<UUID, ConflictField> answers = new HashMap<>();
        copy.fields.forEach(field -> answers.put(field.id, field));
        List<ConflictField> answered = fields.stream().map(field -> {
            ConflictField answer = answers.remove(field.id);
            return answer == null ? field : field.settled(answer.chosen, Objects.requireNonNullElse(answer.reason, ""));
        }).toList();
        return answers.isEmpty() ? Optional.of(settled(answered, copy.resolvedBy, copy.resolvedAt)) : Optional.empty();
    }

    Conflict settled(List<ConflictField> settled, @Nullable UUID by, @Nullable Instant at) {
        return new Conflict(id, unitId, caseId, aboutType, aboutId, aboutSide, opId, baseVersion, theirVersion, theirAuthor, theirAt,
                myAuthor, mineAt, settled, refused, by, at);
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
