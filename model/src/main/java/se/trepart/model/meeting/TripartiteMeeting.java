package se.trepart.model.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.casefile.Household;
import se.trepart.model.meeting.MeetingNotes.Part;
import se.trepart.model.meeting.Participant.Answer;

import org.jspecify.annotations.Nullable;

/**
 * A meeting of the applicant, the caseworker and the consultant (trepartsmöte). R21, R25
 *
 * @param memberId the adult of the household whom it is about
 * @param seriesId common to meetings called together; null for one alone
 * @param purpose why they meet, as the invitation says it
 * @param moves earlier times, oldest first
 * @param cancelledReason null unless it was cancelled
 * @param finishedAt null until the notes are finished and locked
 * @param corrects the finished meeting whose notes this is a new version of; null for the first
 * @param correctionReason why the notes were changed; empty for the first
 * @param confirmation who has read the invitation to a protected person (R34), and as what; null when nobody has
 */
public record TripartiteMeeting(UUID id, UUID unitId, UUID caseId, UUID memberId, @Nullable UUID seriesId, MeetingTime time, String purpose,
        UUID calledBy, LocalDate calledOn, List<Participant> participants, List<Move> moves, MeetingNotes notes,
        @Nullable String cancelledReason, @Nullable Instant finishedAt, @Nullable UUID finishedBy, @Nullable UUID corrects,
        String correctionReason, @Nullable Confirmation confirmation) implements Document {

    /** A time that was changed. */
    public record Move(UUID id, MeetingTime from, String why, UUID by, LocalDate on) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Move[" + id + "]";
        }
    }

    /** R34: a second person has read the invitation to a protected person. It is worth nothing for another time or other words. */
    public record Confirmation(UUID by, MeetingTime time, String purpose) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Confirmation[" + by + "]";
        }
    }

    /** Where a meeting is. */
    public enum Status {
        /** kallat */
        CALLED,
        /** inställt */
        CANCELLED,
        /** hållet, anteckningarna klara */
        FINISHED
    }

    public TripartiteMeeting {
        participants = List.copyOf(participants);
        moves = List.copyOf(moves);
    }

    /** @throws IllegalArgumentException when one of the three is not called, or the purpose is not said */
    public static TripartiteMeeting call(UUID id, UUID unitId, UUID caseId, UUID memberId, @Nullable UUID seriesId, MeetingTime time,
            String purpose, List<Participant> participants, UUID by, LocalDate today) {
        for (Party party : Party.values()) {
            if (party.oneOfThree() && participants.stream().noneMatch(participant -> participant.party() == party)) {
                throw new IllegalArgumentException("all three are called");
            }
        }
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("an invitation says why");
        }
        return new TripartiteMeeting(id, unitId, caseId, memberId, seriesId, time, purpose, by, today, participants, List.of(),
                MeetingNotes.NONE, null, null, null, null, "", null);
    }

    public Status status() {
        if (finishedAt != null) {
            return Status.FINISHED;
        }
        return cancelledReason != null ? Status.CANCELLED : Status.CALLED;
    }

    public LocalDate on() {
        return time.startsAt().toLocalDate();
    }

    public Optional<Participant> participant(Party party) {
        return participants.stream().filter(participant -> participant.party() == party).findFirst();
    }

    /** @throws MeetingLocked when it is finished or cancelled */
    public TripartiteMeeting answer(UUID participantId, Answer answer, LocalDate on) {
        requireCalled();
        return answered(participantId, participant -> participant.answer(answer, on));
    }

    /**
     * Another time: everybody is asked anew, and who has read the invitation has not read this one.
     *
     * @throws MeetingLocked when it is finished or cancelled
     */
    public TripartiteMeeting move(UUID moveId, MeetingTime newTime, String why, UUID by, LocalDate today) {
        requireCalled();
        List<Move> all = new ArrayList<>(moves);
        all.add(new Move(moveId, time, why, by, today));
        return with(newTime, participants.stream().map(Participant::askedAgain).toList(), all, notes, null);
    }

    /**
     * R25: somebody called asks for another time, with a word why. Length and place stay.
     *
     * @throws IllegalArgumentException without a word why, or when it is the time that is
     * @throws MeetingLocked when it is finished or cancelled
     */
    public TripartiteMeeting askFor(UUID participantId, LocalDateTime startsAt, String why, UUID by, LocalDate on) {
        requireCalled();
        if (why.isBlank() || startsAt.equals(time.startsAt())) {
            throw new IllegalArgumentException("another time, and why");
        }
        OtherTime asked = new OtherTime(startsAt, why, by, on, null);
        return answered(participantId, participant -> participant.askFor(asked));
    }

    /**
     * Yes to the time somebody asked for: everybody else is asked anew.
     *
     * @throws IllegalArgumentException when the participant waits for no answer
     * @throws MeetingLocked when it is finished or cancelled
     */
    public TripartiteMeeting agreeToTime(UUID participantId, UUID moveId, UUID by, LocalDate today) {
        OtherTime asked = asked(participantId);
        MeetingTime newTime = new MeetingTime(asked.startsAt(), time.minutes(), time.place(), time.link());
        return move(moveId, newTime, asked.why(), by, today).answer(participantId, Answer.COMES, asked.on());
    }

    /**
     * No to the time somebody asked for: the time that is stands.
     *
     * @throws IllegalArgumentException without a reason, or when the participant waits for no answer
     * @throws MeetingLocked when it is finished or cancelled
     */
    public TripartiteMeeting refuseTime(UUID participantId, String reason) {
        requireCalled();
        OtherTime asked = asked(participantId);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a no says why");
        }
        return answered(participantId, participant -> participant.askFor(asked.refuse(reason)));
    }

    private OtherTime asked(UUID participantId) {
        return participants.stream()
                .filter(participant -> participant.id().equals(participantId))
                .findFirst()
                .flatMap(Participant::proposal)
                .orElseThrow(() -> new IllegalArgumentException("waits for no answer"));
    }

    private TripartiteMeeting answered(UUID participantId, UnaryOperator<Participant> how) {
        List<Participant> next = participants.stream()
                .map(participant -> participant.id().equals(participantId) ? how.apply(participant) : participant)
                .toList();
        return with(time, next, moves, notes, null);
    }

    /** Who chose the time that is: who called, or who last moved it. */
    public UUID timeSetBy() {
        return moves.isEmpty() ? calledBy : moves.getLast().by();
    }

    /**
     * R34: a second person has read the invitation.
     *
     * @throws IllegalArgumentException when it is the one who chose the time
     * @throws MeetingLocked when it is finished or cancelled
     */
    public TripartiteMeeting confirm(UUID by) {
        requireCalled();
        if (by.equals(timeSetBy())) {
            throw new IllegalArgumentException("another person confirms the invitation");
        }
        return new TripartiteMeeting(id, unitId, caseId, memberId, seriesId, time, purpose, calledBy, calledOn, participants, moves, notes,
                cancelledReason, finishedAt, finishedBy, corrects, correctionReason, new Confirmation(by, time, purpose));
    }

    /** R34: who has confirmed the invitation as it is now. */
    public Optional<UUID> confirmedBy() {
        return Optional.ofNullable(confirmation)
                .filter(read -> read.time().equals(time) && read.purpose().equals(purpose) && !read.by().equals(timeSetBy()))
                .map(Confirmation::by);
    }

    /** R34: whether a second person must confirm the invitation before it leaves the program. */
    public boolean confirmationMissing(Household household) {
        return household.isProtected() && confirmedBy().isEmpty();
    }

    /**
     * @throws IllegalArgumentException without a reason
     * @throws MeetingLocked when it is finished or cancelled already
     */
    public TripartiteMeeting cancel(String reason) {
        requireCalled();
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a meeting is cancelled with a reason");
        }
        return with(time, participants, moves, notes, reason);
    }

    /** What is typed is kept as typed. @throws MeetingLocked when it is finished or cancelled */
    public TripartiteMeeting write(MeetingNotes newNotes) {
        requireCalled();
        return with(time, participants, moves, newNotes, null);
    }

    /** R25: what is missing before it can be finished; a next meeting is later than this one. */
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>(notes.missing());
        if (nextIsTooEarly()) {
            missing.add(Part.NEXT);
        }
        return missing;
    }

    /** Whether the day that is set for the next meeting is not later than this one. */
    public boolean nextIsTooEarly() {
        LocalDate next = notes.nextOn();
        return next != null && !next.isAfter(on());
    }

    /** Whether this member of staff is one of those who meet. */
    public boolean concerns(UUID staffId) {
        return participants.stream().anyMatch(participant -> staffId.equals(participant.staffId()));
    }

    /**
     * R25: locks the notes; lines that nobody wrote anything on are left out.
     *
     * @throws MeetingIncomplete with everything that is missing
     * @throws MeetingLocked when it is finished or cancelled already
     */
    public TripartiteMeeting finish(UUID by, Instant at) {
        requireCalled();
        if (!missing().isEmpty()) {
            throw new MeetingIncomplete(missing());
        }
        return new TripartiteMeeting(id, unitId, caseId, memberId, seriesId, time, purpose, calledBy, calledOn, participants, moves,
                notes.withoutBlanks(), null, at, by, corrects, correctionReason, confirmation);
    }

    /**
     * R25: a new version of finished notes, to be written and finished in its turn; the old one stays as it was.
     *
     * @throws IllegalArgumentException without a reason
     * @throws MeetingLocked when this one is not finished
     */
    public TripartiteMeeting correct(UUID newId, String reason) {
        if (finishedAt == null) {
            throw new MeetingLocked();
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a new version says why");
        }
        return new TripartiteMeeting(newId, unitId, caseId, memberId, seriesId, time, purpose, calledBy, calledOn, participants, moves,
                notes, null, null, null, id, reason, null);
    }

    private TripartiteMeeting with(MeetingTime newTime, List<Participant> who, List<Move> moved, MeetingNotes newNotes,
            @Nullable String cancelled) {
        return new TripartiteMeeting(id, unitId, caseId, memberId, seriesId, newTime, purpose, calledBy, calledOn, who, moved, newNotes,
                cancelled, finishedAt, finishedBy, corrects, correctionReason, newTime.equals(time) ? confirmation : null);
    }

    private void requireCalled() {
        if (status() != Status.CALLED) {
            throw new MeetingLocked();
        }
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.TRIPARTITE_MEETING;
    }

    @Override
    public String documentState() {
        return status().name();
    }

    @Override
    public LocalDate documentDate() {
        return on();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "TripartiteMeeting[" + id + "]";
    }
}
