package se.trepart.app.keyboard;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import se.trepart.app.text.Texts;

/** What each {@link Shortcut} does in one window (kortkommandon). The only place that listens for them. */
public final class Shortcuts {

    private final Map<Shortcut, BooleanSupplier> actions = new EnumMap<>(Shortcut.class);

    public void on(Shortcut shortcut, Runnable action) {
        onIf(shortcut, () -> {
            action.run();
            return true;
        });
    }

    /** @param action answers whether it did something; if not, the key goes on to the field that has the focus */
    public void onIf(Shortcut shortcut, BooleanSupplier action) {
        actions.put(shortcut, action);
    }

    /** Those that do something in this window, each as its keys and what it does. */
    public Map<String, String> described(Texts texts) {
        Map<String, String> lines = new LinkedHashMap<>();
        actions.keySet().forEach(s -> lines.put(s.keys().getDisplayText(), texts.name("keyboard.name", s)));
        return lines;
    }

    public void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        for (Map.Entry<Shortcut, BooleanSupplier> entry : actions.entrySet()) {
            if (matches(entry.getKey(), event)) {
                if (entry.getValue().getAsBoolean()) {
                    event.consume();
                }
                return;
            }
        }
    }

    private static boolean matches(Shortcut shortcut, KeyEvent event) {
        // on a Swedish keyboard the slash is Shift+7
        return shortcut.keys().match(event)
                || shortcut == Shortcut.ALL_SHORTCUTS && event.isShortcutDown() && event.isShiftDown() && event.getCode() == KeyCode.DIGIT7;
    }
}
