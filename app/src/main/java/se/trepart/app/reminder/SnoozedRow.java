package se.trepart.app.reminder;

import se.trepart.model.followup.Snooze;

/**
 * A line of the day that is put off, as Min dag shows it (uppskjuten rad).
 *
 * @param words who and what, until when and why
 */
public record SnoozedRow(Snooze snooze, String words) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "SnoozedRow[" + snooze.id() + "]";
    }
}
