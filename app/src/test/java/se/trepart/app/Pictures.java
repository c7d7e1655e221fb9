package se.trepart.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Pictures of windows as they are drawn (bilder), one PNG each, for people to look at. */
public final class Pictures {

    private Pictures() {}

    /** Every open window; the first under the name itself, the others numbered. Waits for two drawn frames first. */
    public static void take(Path folder, String name) {
        settle();
        settle();
        onScreen(() -> {
            int number = 0;
            for (Window window : Window.getWindows()) {
                Path file = folder.resolve(number == 0 ? name + ".png" : name + "-" + number + ".png");
                try {
                    Files.createDirectories(folder);
                    ImageIO.write(SwingFXUtils.fromFXImage(window.getScene().snapshot(null), null), "png", file.toFile());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                number++;
            }
        });
    }

    /** Lets what was asked for happen and be laid out. */
    public static void settle() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        onScreen(() -> Window.getWindows().stream().map(Window::getScene).forEach(scene -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }));
    }

    /** On the JavaFX thread, done when this returns. */
    public static void onScreen(Runnable action) {
        CountDownLatch done = new CountDownLatch(1);
        Throwable[] thrown = new Throwable[1];
        Platform.runLater(() -> {
            try {
                action.run();
            } catch (Throwable t) {
                thrown[0] = t;
            } finally {
                done.countDown();
            }
        });
        try {
            if (!done.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the JavaFX thread did not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thrown[0] != null) {
            throw new AssertionError(thrown[0]);
        }
    }

    /** Starts JavaFX once for all tests of the run. */
    public static void start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await(60, TimeUnit.SECONDS);
        } catch (IllegalStateException alreadyStarted) {
            // another test was first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.setImplicitExit(false);
    }

    public static Stage stage() {
        Stage[] stage = new Stage[1];
        onScreen(() -> stage[0] = new Stage());
        return stage[0];
    }
}
