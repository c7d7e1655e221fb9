package se.trepart.model.meeting;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one party is to do until next time (överenskommelse). R25
 *
 * @param by null where no day is set
 */
public record Agreement(UUID id, Party party, String what, @Nullable LocalDate by) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Agreement[" + id + ", " + party + "]";
    }
}
