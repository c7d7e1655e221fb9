package se.trepart.model.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of a decision between the one who prepares and the one who decides (R16).
 *
 * @param words the reason for a return; may be empty otherwise
 */
public record HandOver(UUID id, Step step, UUID by, Instant at, String words) {

    /** What happened. */
    public enum Step {
        /** skickat till beslutsfattare */
        SENT,
        /** återtaget av den som förberedde */
        TAKEN_BACK,
        /** återsänt med skäl */
        RETURNED,
        /** beslutat */
        MADE
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "HandOver[" + id + "]";
    }
}
