package se.trepart.model.meeting;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When and where a meeting is (tid och plats).
 *
 * @param minutes how long
 * @param place the room or address; empty for a meeting by link only
 * @param link for a meeting at a distance; empty when there is none
 */
public record MeetingTime(LocalDateTime startsAt, int minutes, String place, String link) {

    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** @throws IllegalArgumentException without a length, or with neither place nor link */
    public MeetingTime {
        if (minutes <= 0 || place.isBlank() && link.isBlank()) {
            throw new IllegalArgumentException("a meeting has a length and a place or a link");
        }
    }

    public ZonedDateTime begins() {
        return startsAt.atZone(SWEDEN);
    }

    public ZonedDateTime ends() {
        return begins().plusMinutes(minutes);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "MeetingTime[" + startsAt + "]";
    }
}
