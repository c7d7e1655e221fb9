package se.trepart.model.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Another time that somebody who is called has asked for (förslag på ny tid). A yes moves the meeting.
 *
 * @param why a word on why the time that is does not do
 * @param by who noted it: the consultant, or whoever took the applicant's answer
 * @param refused why it is no; null until it is answered
 */
public record OtherTime(LocalDateTime startsAt, String why, UUID by, LocalDate on, @Nullable String refused) {

    OtherTime refuse(String reason) {
        return new OtherTime(startsAt, why, by, on, reason);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "OtherTime[" + startsAt + "]";
    }
}
