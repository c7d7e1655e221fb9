package se.trepart.app.shell;

import javafx.scene.Node;
import javafx.scene.Parent;

/** Finds what can take the focus (fokus). */
public final class Focus {

    private Focus() {}

    /** Gives the focus to the first control inside that takes it; false when there is none. */
    public static boolean first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent && parent.getChildrenUnmodifiable().stream().anyMatch(Focus::first);
    }
}
