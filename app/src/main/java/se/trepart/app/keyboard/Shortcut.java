package se.trepart.app.keyboard;

import javafx.scene.input.KeyCombination;

/** A key that does something everywhere in the program (kortkommando). */
public enum Shortcut {
    SEARCH("Shortcut+K"),
    PLACE_1("Shortcut+DIGIT1"),
    PLACE_2("Shortcut+DIGIT2"),
    PLACE_3("Shortcut+DIGIT3"),
    NEXT_CASE("Ctrl+TAB"),
    PREVIOUS_CASE("Ctrl+Shift+TAB"),
    CLOSE_CASE("Shortcut+W"),
    BACK("Alt+LEFT"),
    FORWARD("Alt+RIGHT"),
    NEXT_PANE("F6"),
    MAIN_ACTION("Shortcut+ENTER"),
    UNDO("Shortcut+Z"),
    HELP("F1"),
    ALL_SHORTCUTS("Shortcut+SLASH");

    private final KeyCombination keys;

    Shortcut(String keys) {
        this.keys = KeyCombination.valueOf(keys);
    }

    public KeyCombination keys() {
        return keys;
    }
}
