package se.trepart.model.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.model.meeting.TripartiteMeeting.Status;

/** What can be said of all meetings of a person (en persons möten). R25 */
public final class Meetings {

    private Meetings() {}

    /** The times of a series: the first and so many more, so many weeks apart, at the same hour. */
    public static List<MeetingTime> series(MeetingTime first, int weeksApart, int times) {
        if (weeksApart < 1 || times < 1) {
            throw new IllegalArgumentException("a series has weeks between and times");
        }
        List<MeetingTime> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            LocalDateTime at = first.startsAt().plusWeeks((long) i * weeksApart);
            all.add(new MeetingTime(at, first.minutes(), first.place(), first.link()));
        }
        return all;
    }

    /** Finished ones that no newer version has taken the place of, the latest first. */
    public static List<TripartiteMeeting> held(Collection<TripartiteMeeting> meetings) {
        Set<UUID> corrected = meetings.stream()
                .filter(meeting -> meeting.status() == Status.FINISHED)
                .map(TripartiteMeeting::corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return meetings.stream()
                .filter(meeting -> meeting.status() == Status.FINISHED && !corrected.contains(meeting.id()))
                .sorted(Comparator.comparing((TripartiteMeeting meeting) -> meeting.time().startsAt()).reversed())
                .toList();
    }

    /** The one before this meeting: what was agreed then is where this one begins. */
    public static Optional<TripartiteMeeting> before(Collection<TripartiteMeeting> meetings, TripartiteMeeting meeting) {
        return held(meetings).stream()
                .filter(earlier -> earlier.memberId().equals(meeting.memberId()) && !earlier.id().equals(meeting.id())
                        && !earlier.id().equals(meeting.corrects()) && earlier.time().startsAt().isBefore(meeting.time().startsAt()))
                .findFirst();
    }

    /** The next one that is called. */
    public static Optional<TripartiteMeeting> next(Collection<TripartiteMeeting> meetings, UUID memberId, LocalDate today) {
        return meetings.stream()
                .filter(meeting -> meeting.memberId().equals(memberId) && meeting.status() == Status.CALLED
                        && !meeting.on().isBefore(today))
                .min(Comparator.comparing(meeting -> meeting.time().startsAt()));
    }

    /** R21: the caseworker calls the first meeting; empty when one was called after the referral was sent. */
    public static boolean firstIsMissing(Collection<TripartiteMeeting> meetings, UUID memberId, LocalDate referralSentOn) {
        return meetings.stream()
                .noneMatch(meeting -> meeting.memberId().equals(memberId) && meeting.status() != Status.CANCELLED
                        && !meeting.on().isBefore(referralSentOn));
    }
}
