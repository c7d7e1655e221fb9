package se.trepart.app.meeting;

import se.trepart.app.shell.Desk;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.meeting.TripartiteMeeting;

/** The ways from a meeting (vägar från mötet). */
final class MeetingLinks {

    private MeetingLinks() {}

    /** Whether the user works in the case itself. */
    static boolean leadToCase(Desk desk) {
        return desk.staff().roles().stream().anyMatch(CaseAccess::seesMoney);
    }

    /** To the planning of the case. */
    static void openPerson(Desk desk, TripartiteMeeting meeting) {
        if (leadToCase(desk)) {
            desk.navigator().openCase(meeting.caseId(), CasePlace.PLANNING, meeting.id().toString());
        }
    }
}
