package se.trepart.app.shell;

import java.util.List;

/** What else the person menu offers (kontorsmeny); the demo office changes person and opens a second workstation here. */
@FunctionalInterface
public interface OfficeMenu {

    /** Nothing more than the program's own. */
    OfficeMenu NONE = List::of;

    List<Entry> entries();

    /**
     * @param chosen shown as the one that is on now
     * @param separated a line stands above it
     */
    record Entry(String text, boolean chosen, boolean separated, Runnable action) {}
}
