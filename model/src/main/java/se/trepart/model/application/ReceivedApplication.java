package se.trepart.model.application;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What came in, read and found in order but not yet registered (inkommen ansökan).
 *
 * @param id the e-service's own id: the same id twice is the same application
 * @param form the form as it came, unchanged; empty for one written down by hand
 * @param attested false = the applicant must still confirm
 */
public record ReceivedApplication(UUID id, ApplicationKind kind, Channel channel, Instant receivedAt, YearMonth period,
        Declaration declaration, List<FormAnswer> answers, boolean attested, @Nullable Instant attestedAt, String form) {

    public ReceivedApplication {
        answers = List.copyOf(answers);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ReceivedApplication[" + id + "]";
    }
}
