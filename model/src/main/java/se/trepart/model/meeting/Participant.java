package se.trepart.model.meeting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody called to a meeting (deltagare).
 *
 * @param staffId null for who is no member of staff
 * @param name as the invitation has it
 * @param answeredOn null until there is an answer
 * @param otherTime the time asked for instead; null when none was named
 */
public record Participant(UUID id, Party party, @Nullable UUID staffId, String name, Answer answer, @Nullable LocalDate answeredOn,
        @Nullable OtherTime otherTime) {

    /** What was answered. */
    public enum Answer {
        /** inget svar ännu */
        NONE,
        /** kommer */
        COMES,
        /** kan inte */
        CANNOT,
        /** vill ha en annan tid */
        OTHER_TIME
    }

    public static Participant called(UUID id, Party party, @Nullable UUID staffId, String name) {
        return new Participant(id, party, staffId, name, Answer.NONE, null, null);
    }

    /** Another answer takes the place of a time that was asked for. */
    public Participant answer(Answer answer, LocalDate on) {
        return new Participant(id, party, staffId, name, answer, on, answer == Answer.OTHER_TIME ? otherTime : null);
    }

    Participant askFor(OtherTime time) {
        return new Participant(id, party, staffId, name, Answer.OTHER_TIME, time.on(), time);
    }

    /** The time asked for that nobody has said yes or no to. */
    public Optional<OtherTime> proposal() {
        return Optional.ofNullable(otherTime).filter(time -> time.refused() == null);
    }

    /** A new time asks everybody anew. */
    Participant askedAgain() {
        return new Participant(id, party, staffId, name, Answer.NONE, null, null);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Participant[" + id + ", " + party + "]";
    }
}
