package se.trepart.app.today;

import java.util.UUID;

import se.trepart.model.followup.DayItem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that needs the user today, in words (rad i Min dag).
 *
 * @param who empty when it is about no case
 * @param when since when, or by when
 * @param why the rule in words
 * @param open leads to the place where it is done
 * @param item what it was made of; null when it is about no case
 * @param responsible whose it is in the list of a unit; null when nobody has the case, and in one's own list
 */
public record TodayRow(Group group, String what, String who, String when, String why, boolean late, Runnable open, @Nullable DayItem item,
        @Nullable UUID responsible) {

    /** How urgent it is, the most urgent first. */
    public enum Group {
        LATE,
        SOON,
        LATER
    }
}
