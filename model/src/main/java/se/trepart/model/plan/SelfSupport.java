package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * One adult's way to self-support (egen försörjning): the goal, what stands in the way, and the early planning meeting (R20).
 *
 * @param memberId the adult of the household
 * @param goal in the adult's and the caseworker's words
 * @param obstacles oldest first; the last one without an end is in force
 * @param earlyMeetingOn the early planning meeting; null until it is booked
 * @param noEarlyMeeting why none is to be booked; null while one is, or nobody has said
 * @param exemption from the activity requirement, as noted last; null without any
 */
public record SelfSupport(UUID id, UUID unitId, UUID caseId, UUID memberId, String goal, List<ObstaclePeriod> obstacles,
        @Nullable LocalDate earlyMeetingOn, LocalDate since, @Nullable NoEarlyMeeting noEarlyMeeting,
        @Nullable Exemption exemption) implements Document {

    /**
     * What stands in the way of self-support for a time (försörjningshinder).
     *
     * @param key of the catalogue, see {@link Obstacle}
     * @param to the last day; null while it stands in the way
     */
    public record ObstaclePeriod(UUID id, String key, LocalDate from, @Nullable LocalDate to) {

        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "ObstaclePeriod[" + id + "]";
        }
    }

    /** Why no early planning meeting is to be booked (skäl till att inget samtal bokas). R20 */
    public record NoEarlyMeeting(String reason, UUID by, LocalDate on) {

        /** @throws IllegalArgumentException without a reason */
        public static NoEarlyMeeting because(String reason, UUID by, LocalDate on) {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("no meeting has a reason");
            }
            return new NoEarlyMeeting(reason, by, on);
        }

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "NoEarlyMeeting[" + on + "]";
        }
    }

    public SelfSupport {
        obstacles = List.copyOf(obstacles);
    }

    /** Begins for an adult, with nothing known yet. */
    public static SelfSupport begin(UUID id, UUID unitId, UUID caseId, UUID memberId, LocalDate today) {
        return new SelfSupport(id, unitId, caseId, memberId, "", List.of(), null, today, null, null);
    }

    /** Two who begin it for the same adult without knowing of each other begin the same document. */
    public static UUID idOf(UUID memberId) {
        return Attendance.idOf("self-support/" + memberId);
    }

    /** What stands in the way on the day, as chosen last. */
    public Optional<ObstaclePeriod> obstacle(LocalDate day) {
        return obstacles.stream().filter(period -> period.on(day)).max(Comparator.comparing(ObstaclePeriod::from));
    }

    /**
     * Another obstacle from the day on; the one before ends the day before.
     *
     * @throws IllegalArgumentException when one has begun on a later day
     */
    public SelfSupport obstacle(UUID periodId, Obstacle obstacle, LocalDate from) {
        if (obstacles.stream().anyMatch(period -> period.from().isAfter(from))) {
            throw new IllegalArgumentException("an obstacle has begun later than that");
        }
        List<ObstaclePeriod> next = new ArrayList<>();
        for (ObstaclePeriod period : obstacles) {
            if (period.to() != null) {
                next.add(period);
            } else if (period.from().isBefore(from)) {
                next.add(new ObstaclePeriod(period.id(), period.key(), period.from(), from.minusDays(1)));
            }
        }
        next.add(new ObstaclePeriod(periodId, obstacle.key(), from, null));
        return new SelfSupport(id, unitId, caseId, memberId, goal, next, earlyMeetingOn, since, noEarlyMeeting, exemption);
    }

    public SelfSupport goal(String words) {
        return new SelfSupport(id, unitId, caseId, memberId, words, obstacles, earlyMeetingOn, since, noEarlyMeeting, exemption);
    }

    /** R20: the early planning meeting, booked from the application; null when it is not booked after all. */
    public SelfSupport bookEarlyMeeting(@Nullable LocalDate on) {
        return new SelfSupport(id, unitId, caseId, memberId, goal, obstacles, on, since, on == null ? noEarlyMeeting : null, exemption);
    }

    /** R20: none is to be booked; null when one is to be after all. */
    public SelfSupport withoutEarlyMeeting(@Nullable NoEarlyMeeting why) {
        return new SelfSupport(id, unitId, caseId, memberId, goal, obstacles, why == null ? earlyMeetingOn : null, since, why, exemption);
    }

    /** R20: whether the early planning meeting is booked, or somebody has said why none is to be. */
    public boolean earlyMeetingSettled() {
        return earlyMeetingOn != null || noEarlyMeeting != null;
    }

    /** The exemption that the caseworker has noted; null when there is none after all. */
    public SelfSupport exempt(@Nullable Exemption noted) {
        return new SelfSupport(id, unitId, caseId, memberId, goal, obstacles, earlyMeetingOn, since, noEarlyMeeting, noted);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.SELF_SUPPORT;
    }

    @Override
    public String documentState() {
        return earlyMeetingOn == null ? "NOT_BOOKED" : "BOOKED";
    }

    @Override
    public LocalDate documentDate() {
        return since;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "SelfSupport[" + id + "]";
    }
}
