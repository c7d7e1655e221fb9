package se.trepart.app.casefile;

import java.util.ArrayDeque;
import java.util.Deque;

/** What the user did in an open case and can take back with Ctrl+Z outside a text field (ångra). The last fifty, newest first. */
public final class Undo {

    private static final int REMEMBERED = 50;

    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** @param takeBack makes it as it was before */
    public void did(Runnable takeBack) {
        steps.push(takeBack);
        if (steps.size() > REMEMBERED) {
            steps.removeLast();
        }
    }

    /** Whether there was something to take back. */
    public boolean takeBack() {
        Runnable last = steps.poll();
        if (last == null) {
            return false;
        }
        last.run();
        return true;
    }
}
