package se.trepart.model.followup;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * A computed reminder that somebody has put off, and why (uppskjuten bevakning). It is about one item, which it names by kind and document,
 * and hides it on one side of the case: what the consultant puts off is still told to the caseworker, and the other way round. The id
 * follows from these, so that the next one takes its place.
 *
 * @param until the day it is shown again
 */
public record Snooze(UUID id, UUID unitId, UUID caseId, Side side, DayItem.Kind kind, UUID aboutId, LocalDate until, String reason, UUID by,
        LocalDate on) implements Document {

    /** @throws IllegalArgumentException without a reason, or until a day that is not to come */
    public static Snooze of(DayItem item, UUID unitId, Side side, LocalDate until, String reason, UUID by, LocalDate today) {
        if (reason.isBlank() || !until.isAfter(today)) {
            throw new IllegalArgumentException("a reminder is put off to a later day, with a reason");
        }
        UUID id = UUID.nameUUIDFromBytes(("snooze/" + side + "/" + item.kind() + "/" + item.aboutId()).getBytes(StandardCharsets.UTF_8));
        return new Snooze(id, unitId, item.caseId(), side, item.kind(), item.aboutId(), until, reason, by, today);
    }

    /** Whether the item is hidden today from those who work on this side of the case. */
    public boolean hides(DayItem item, Side reader, LocalDate today) {
        return kind == item.kind() && aboutId.equals(item.aboutId()) && side == reader && lasts(today);
    }

    public boolean lasts(LocalDate today) {
        return today.isBefore(until);
    }

    /** The item is shown again from today. */
    public Snooze takeBack(LocalDate today) {
        return new Snooze(id, unitId, caseId, side, kind, aboutId, today, reason, by, on);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.SNOOZE;
    }

    @Override
    public String documentState() {
        return kind.name();
    }

    @Override
    public LocalDate documentDate() {
        return until;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Snooze[" + id + "]";
    }
}
