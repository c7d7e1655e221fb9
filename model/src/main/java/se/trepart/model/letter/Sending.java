package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.UUID;

/** That a letter was sent (expedierat): how, when and by whom. */
public record Sending(Way way, LocalDate on, UUID by) {

    /** How a letter reaches its reader. */
    public enum Way {
        POST,
        DIGITAL_MAILBOX,
        HANDED_OVER,
        E_SERVICE
    }
}
