package se.trepart.app.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/**
 * Covers the window and its dialogs when nobody has touched them for a while (lås). What stood in them is kept as it was, out of sight and out
 * of reach of every key, until the person is back.
 */
public final class Lock implements AutoCloseable {

    /** the clock may be set back: more than this is taken for time that has passed unseen */
    private static final Duration BACKWARDS = Duration.ofMinutes(1);
    private static final javafx.util.Duration LOOK = javafx.util.Duration.seconds(5);

    private final Stage stage;
    private final Clock clock;
    private final Duration idle;
    private final String title;
    private final Supplier<Parent> cover;
    private final Map<Stage, Covered> covered = new LinkedHashMap<>();
    private final Set<Window> watched = new HashSet<>();
    private final EventHandler<InputEvent> touched = _ -> touched();
    private final ListChangeListener<Window> windows = _ -> watchWindows();
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private Instant last;

    /** What stood in a window. */
    private record Covered(Scene scene, @Nullable String title) {}

    /**
     * @param title what a covered window is called: never a case
     * @param cover makes what covers a window
     */
    public Lock(Stage stage, Clock clock, Duration idle, String title, Supplier<Parent> cover) {
        this.stage = stage;
        this.clock = clock;
        this.idle = idle;
        this.title = title;
        this.cover = cover;
        last = clock.instant();
        watchWindows();
        Window.getWindows().addListener(windows);
        looking.setCycleCount(Animation.INDEFINITE);
        looking.play();
    }

    public boolean locked() {
        return !covered.isEmpty();
    }

    /** Covers the window now. */
    public void lock() {
        if (locked()) {
            return;
        }
        for (Window window : List.copyOf(Window.getWindows())) {
            if (ours(window) && window instanceof PopupWindow popup) {
                popup.hide();
            }
        }
        for (Window window : List.copyOf(Window.getWindows())) {
            if (ours(window) && window instanceof Stage one && one.getScene() != null) {
                cover(one);
            }
        }
    }

    private void cover(Stage window) {
        Scene before = window.getScene();
        covered.put(window, new Covered(before, window.getTitle()));
        Scene scene = new Scene(cover.get(), before.getWidth(), before.getHeight());
        scene.getStylesheets().setAll(before.getStylesheets());
        window.setScene(scene);
        window.setTitle(title);
    }

    /** Shows everything as it was. */
    public void unlock() {
        covered.forEach((window, before) -> {
            window.setScene(before.scene);
            window.setTitle(before.title);
        });
        covered.clear();
        touched();
    }

    /** Locks when nobody has touched the window for long enough. */
    void look() {
        Instant now = clock.instant();
        if (!locked() && (!now.isBefore(last.plus(idle)) || now.isBefore(last.minus(BACKWARDS)))) {
            lock();
        }
    }

    @Override
    public void close() {
        looking.stop();
        Window.getWindows().removeListener(windows);
        watched.forEach(window -> window.removeEventFilter(InputEvent.ANY, touched));
        watched.clear();
        covered.clear();
    }

    private void touched() {
        last = clock.instant();
    }

    private void watchWindows() {
        for (Window window : new ArrayList<>(Window.getWindows())) {
            if (ours(window) && watched.add(window)) {
                window.addEventFilter(InputEvent.ANY, touched);
                // a dialog that opens while all is covered is covered too
                if (locked() && window instanceof Stage one) {
                    Platform.runLater(() -> {
                        if (locked() && one.isShowing() && !covered.containsKey(one)) {
                            cover(one);
                        }
                    });
                }
            }
        }
        watched.retainAll(Window.getWindows());
    }

    /** The window itself, its dialogs and theirs; another workstation's window in the same program is not. */
    private boolean ours(Window window) {
        for (Window one = window; one != null; one = one instanceof Stage s
                ? s.getOwner()
                : one instanceof PopupWindow p ? p.getOwnerWindow() : null) {
            if (one == stage) {
                return true;
            }
        }
        return false;
    }
}
