package se.trepart.model.merge;

import se.trepart.model.Document;
import se.trepart.model.decision.Decision;
import se.trepart.model.letter.Letter;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;
import se.trepart.model.norm.Calculation;

/**
 * What is not changed any more (låst). R17: a decision that is made and the calculation it rests on; R25: a finished meeting; R36: a letter
 * that is sent.
 */
public final class Locking {

    private Locking() {}

    public static boolean locked(Document document) {
        return switch (document) {
            case Decision decision -> decision.made();
            case Calculation calculation -> calculation.locked();
            case Letter letter -> letter.sending() != null;
            case TripartiteMeeting meeting -> meeting.status() == Status.FINISHED;
            default -> false;
        };
    }
}
