package se.trepart.model.meeting;

import java.util.List;

import se.trepart.model.meeting.MeetingNotes.Part;

/** R25: a meeting is not finished while something is missing. */
public final class MeetingIncomplete extends IllegalStateException {

    private final List<Part> missing;

    public MeetingIncomplete(List<Part> missing) {
        super("missing: " + missing);
        this.missing = List.copyOf(missing);
    }

    public List<Part> missing() {
        return missing;
    }
}
