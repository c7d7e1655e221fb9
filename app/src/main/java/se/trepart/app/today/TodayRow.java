package se.trepart.app.today;

/**
 * One thing that needs the user today, in words (rad i Min dag).
 *
 * @param who empty when it is about no case
 * @param when since when, or by when
 * @param why the rule in words
 * @param open leads to the place where it is done
 */
public record TodayRow(Group group, String what, String who, String when, String why, boolean late, Runnable open) {

    /** How urgent it is, the most urgent first. */
    public enum Group {
        LATE,
        SOON,
        LATER
    }
}
