package se.trepart.model.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * That a letter reached its reader, when, and how that is known (delgivning). Written once, never changed: a later one takes the place of
 * an earlier. R19
 *
 * @param on the day the reader got it
 */
public record LetterDelivered(UUID id, UUID unitId, UUID caseId, UUID letterId, How how, LocalDate on, UUID by,
        Instant at) implements Document {

    private static final int SIMPLIFIED_DAYS = 14;

    /** How it is known. */
    public enum How {
        /** delgivningskvitto eller mottagningsbevis */
        RECEIPT,
        /** överlämnat */
        HANDED_OVER,
        /** förenklad delgivning (delgivningslagen 22–26 §§) */
        SIMPLIFIED,
        /** läsaren har själv berättat */
        TOLD
    }

    /** What is wrong with a day. */
    public enum Fault {
        /** före den dag brevet skickades */
        BEFORE_SENDING,
        /** en dag som inte har kommit */
        IN_FUTURE
    }

    /**
     * Notes that a sent letter has reached its reader.
     *
     * @param on ignored where the day follows from how it was delivered, see {@link #day}
     * @throws IllegalArgumentException when the letter is not sent or the day cannot be
     */
    public static LetterDelivered note(UUID id, Letter letter, How how, LocalDate on, UUID by, Instant at, LocalDate today) {
        Sending sending = letter.sending();
        if (sending == null || fault(sending, how, on, today).isPresent()) {
            throw new IllegalArgumentException("a sent letter, and a day on which it can have come");
        }
        return new LetterDelivered(id, letter.unitId(), letter.caseId(), letter.id(), how, day(sending, how).orElse(on), by, at);
    }

    /** The day that follows from how it was delivered: two weeks after the sending (delgivningslagen 26 §); empty where a person must tell. */
    public static Optional<LocalDate> day(Sending sending, How how) {
        return how == How.SIMPLIFIED ? Optional.of(sending.on().plusDays(SIMPLIFIED_DAYS)) : Optional.empty();
    }

    /** What is wrong with the day; empty when nothing is. */
    public static Optional<Fault> fault(Sending sending, How how, LocalDate on, LocalDate today) {
        if (day(sending, how).isPresent()) {
            return Optional.empty();
        }
        if (on.isBefore(sending.on())) {
            return Optional.of(Fault.BEFORE_SENDING);
        }
        return on.isAfter(today) ? Optional.of(Fault.IN_FUTURE) : Optional.empty();
    }

    /** What holds of a letter now: the last that was noted. */
    static Optional<LetterDelivered> last(Letter letter, Collection<LetterDelivered> all) {
        return all.stream()
                .filter(delivered -> delivered.letterId().equals(letter.id()))
                .max(Comparator.comparing(LetterDelivered::at).thenComparing(LetterDelivered::id));
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.LETTER_DELIVERED;
    }

    @Override
    public String documentState() {
        return how.name();
    }

    @Override
    public LocalDate documentDate() {
        return on;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterDelivered[" + id + "]";
    }
}
