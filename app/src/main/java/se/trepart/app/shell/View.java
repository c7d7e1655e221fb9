package se.trepart.app.shell;

import javafx.scene.Node;

import se.trepart.app.keyboard.Shortcut;

/** What fills a place (vy). Nodes are made in the constructor; bindings in {@link #opened()}, dropped in {@link #closed()}. */
public interface View {

    Node node();

    /** Shown from now on. */
    void opened();

    /** No longer shown; may be opened again. */
    void closed();

    /** Fills the window: no lists and no search, since somebody from outside looks at the screen too. */
    default boolean alone() {
        return false;
    }

    /** Ctrl+Enter. */
    default void mainAction() {}

    /** A key that means something in this place only. Answers whether it did something. */
    default boolean press(Shortcut shortcut) {
        return false;
    }

    /** Ctrl+Z outside a text field. */
    default void undo() {}

    /** F1: what this place is for and how it is used, in plain Swedish. */
    default String help() {
        return "";
    }
}
