package se.trepart.model.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
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

    /** R21: whoever handles the case calls the meetings, moves them and cancels them; the consultant answers and writes. */
    public static boolean mayCall(Role role) {
        return CaseAccess.changesCases(role);
    }

    /** Those that no newer version has taken the place of, without versions that were given up. */
    public static List<TripartiteMeeting> current(Collection<TripartiteMeeting> meetings) {
        Set<UUID> corrected = meetings.stream()
                .filter(meeting -> meeting.status() == Status.FINISHED)
                .map(TripartiteMeeting::corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return meetings.stream()
                .filter(meeting -> !corrected.contains(meeting.id())
                        && (meeting.corrects() == null || meeting.status() != Status.CANCELLED))
                .toList();
    }

    /** The finished versions of a meeting's notes, the first one first. */
    public static List<TripartiteMeeting> versions(Collection<TripartiteMeeting> meetings, TripartiteMeeting meeting) {
        Set<UUID> family = new HashSet<>(Set.of(meeting.id()));
        Optional.ofNullable(meeting.corrects()).ifPresent(family::add);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (TripartiteMeeting other : meetings) {
                UUID before = other.corrects();
                if (before != null && family.contains(other.id()) != family.contains(before)) {
                    family.addAll(List.of(other.id(), before));
                    grew = true;
                }
            }
        }
        return meetings.stream()
                .filter(other -> family.contains(other.id()) && other.finishedAt() != null)
                .sorted(Comparator.comparing(TripartiteMeeting::finishedAt))
                .toList();
    }

    /** Finished ones that no newer version has taken the place of, the latest first. */
    public static List<TripartiteMeeting> held(Collection<TripartiteMeeting> meetings) {
        return current(meetings).stream()
                .filter(meeting -> meeting.status() == Status.FINISHED)
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

    /** The next one that is called; a new version of finished notes is none. */
    public static Optional<TripartiteMeeting> next(Collection<TripartiteMeeting> meetings, UUID memberId, LocalDate today) {
        return meetings.stream()
                .filter(meeting -> meeting.memberId().equals(memberId) && meeting.status() == Status.CALLED && meeting.corrects() == null
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
