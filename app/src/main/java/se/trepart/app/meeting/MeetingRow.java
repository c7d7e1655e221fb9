package se.trepart.app.meeting;

import java.time.LocalDateTime;
import java.util.UUID;

/** A meeting as the list shows it (mötesrad), every cell ready. */
public record MeetingRow(UUID meetingId, LocalDateTime startsAt, String when, String who, String where, String answers, String status) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "MeetingRow[" + meetingId + "]";
    }
}
