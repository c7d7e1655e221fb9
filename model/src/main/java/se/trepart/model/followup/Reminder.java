package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * Something to do by a date, set by hand (egen bevakning). What follows from rules is computed and never stored.
 *
 * @param forStaff who is to do it; null for whoever is responsible for the case that day, so that it moves with the case
 * @param doneOn null until it is done
 */
public record Reminder(UUID id, UUID unitId, UUID caseId, Side side, String what, LocalDate dueOn, @Nullable UUID forStaff, UUID by,
        LocalDate madeOn, @Nullable LocalDate doneOn) implements Document {

    /** @throws IllegalArgumentException when it does not say what */
    public static Reminder set(UUID id, UUID unitId, UUID caseId, Side side, String what, LocalDate dueOn, @Nullable UUID forStaff, UUID by,
            LocalDate today) {
        if (what.isBlank()) {
            throw new IllegalArgumentException("a reminder says what");
        }
        return new Reminder(id, unitId, caseId, side, what, dueOn, forStaff, by, today, null);
    }

    public Reminder done(LocalDate on) {
        return new Reminder(id, unitId, caseId, side, what, dueOn, forStaff, by, madeOn, on);
    }

    public Reminder moved(LocalDate newDueOn) {
        return new Reminder(id, unitId, caseId, side, what, newDueOn, forStaff, by, madeOn, doneOn);
    }

    /** For another person from now on; one that goes with the case goes on doing so. */
    public Reminder handOver(UUID other) {
        return forStaff == null ? this : new Reminder(id, unitId, caseId, side, what, dueOn, other, by, madeOn, doneOn);
    }

    public boolean open() {
        return doneOn == null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.REMINDER;
    }

    @Override
    public String documentState() {
        return open() ? "OPEN" : "DONE";
    }

    @Override
    public LocalDate documentDate() {
        return dueOn;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Reminder[" + id + "]";
    }
}
