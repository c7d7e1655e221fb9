package se.trepart.model.followup;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * A computed reminder that somebody has put off, and why (uppskjuten bevakning). It is about one item, which it names by kind and document;
 * the id follows from them, so that the next one takes its place.
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
        UUID id = UUID.nameUUIDFromBytes(("snooze/" + item.kind() + "/" + item.aboutId()).getBytes(StandardCharsets.UTF_8));
        return new Snooze(id, unitId, item.caseId(), side, item.kind(), item.aboutId(), until, reason, by, today);
    }

    public boolean hides(DayItem item, LocalDate today) {
        return kind == item.kind() && aboutId.equals(item.aboutId()) && today.isBefore(until);
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
