package se.trepart.model.meeting;

/** R25: what is finished is changed by a new version with a reason only, and what is cancelled not at all. */
public final class MeetingLocked extends IllegalStateException {

    public MeetingLocked() {
        super("the meeting is finished or cancelled");
    }
}
