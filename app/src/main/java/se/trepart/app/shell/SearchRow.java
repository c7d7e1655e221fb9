package se.trepart.app.shell;

/**
 * Something the search leads to (träff): a case, a place or a command.
 *
 * @param detail quieter, after the name: the case's number, the keys of a command
 */
public record SearchRow(Kind kind, String name, String detail, Runnable open) {

    /** What kind of thing it is. */
    public enum Kind {
        CASE,
        RECENT,
        PLACE,
        COMMAND
    }
}
