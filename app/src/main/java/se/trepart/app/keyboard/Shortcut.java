package se.trepart.app.keyboard;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** A key that does something everywhere in the program (kortkommando). */
public enum Shortcut {
    SEARCH(KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    PLACE_1(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN),
    PLACE_2(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN),
    PLACE_3(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN),
    PLACE_4(KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN),
    PLACE_5(KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN),
    PLACE_6(KeyCode.DIGIT6, KeyCombination.SHORTCUT_DOWN),
    PLACE_7(KeyCode.DIGIT7, KeyCombination.SHORTCUT_DOWN),
    NEXT_CASE(KeyCode.TAB, KeyCombination.CONTROL_DOWN),
    PREVIOUS_CASE(KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
    CLOSE_CASE(KeyCode.W, KeyCombination.SHORTCUT_DOWN),
    BACK(KeyCode.LEFT, KeyCombination.ALT_DOWN),
    FORWARD(KeyCode.RIGHT, KeyCombination.ALT_DOWN),
    NEXT_PANE(KeyCode.F6),
    MAIN_ACTION(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
    NEXT_REMARK(KeyCode.F8),
    PREVIOUS_REMARK(KeyCode.F8, KeyCombination.SHIFT_DOWN),
    TAKE_SUGGESTION(KeyCode.ENTER, KeyCombination.ALT_DOWN),
    KEEP_REMARK(KeyCode.ENTER, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN),
    READING_VIEW(KeyCode.F9),
    UNDO(KeyCode.Z, KeyCombination.SHORTCUT_DOWN),
    LOCK(KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    HELP(KeyCode.F1),
    ALL_SHORTCUTS(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN);

    private final KeyCombination keys;

    Shortcut(KeyCode key, KeyCombination.Modifier... modifiers) {
        this.keys = new KeyCodeCombination(key, modifiers);
    }

    public KeyCombination keys() {
        return keys;
    }
}
