package se.trepart.app.reminder;

import se.trepart.model.followup.Reminder;

/**
 * An own reminder as the list shows it (rad bland bevakningarna).
 *
 * @param who the applicant of the case
 * @param when by when, in words
 * @param whom who is reminded, in words
 */
public record ReminderRow(Reminder reminder, String who, String when, boolean late, String whom) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ReminderRow[" + reminder.id() + "]";
    }
}
