package se.trepart.app.today;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import se.trepart.model.followup.PlanWork;
import se.trepart.model.followup.Reminder;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.meeting.TripartiteMeeting;

/**
 * What lines about the planning need beside themselves (det raderna gäller).
 *
 * @param reminders own reminders by id
 * @param meetings the meeting that a line is about, by its own id and by that of everything agreed there
 */
record Planned(Map<UUID, Reminder> reminders, Map<UUID, UUID> meetings) {

    static final Planned NOTHING = new Planned(Map.of(), Map.of());

    static Planned of(PlanWork work) {
        Map<UUID, Reminder> reminders = new HashMap<>();
        work.reminders().forEach(reminder -> reminders.put(reminder.id(), reminder));
        Map<UUID, UUID> meetings = new HashMap<>();
        work.meetings().forEach(meeting -> meetings.put(meeting.id(), meeting.id()));
        for (TripartiteMeeting held : Meetings.held(work.meetings())) {
            held.notes().agreements().forEach(agreement -> meetings.put(agreement.id(), held.id()));
        }
        return new Planned(reminders, meetings);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Planned[…]";
    }
}
