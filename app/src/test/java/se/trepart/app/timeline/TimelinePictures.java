package se.trepart.app.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.Pictures;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the timeline for people to look at: {@code java … TimelinePictures folder}. */
public final class TimelinePictures {

    private TimelinePictures() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        for (String look : List.of("light", "dark", "large", "narrow")) {
            Pictures.onScreen(() -> {
                Application.setUserAgentStylesheet(
                        look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
                StackPane root = new StackPane(new Timeline(TimelineSamples.rows(), new Texts(), _ -> {}));
                root.setPadding(new Insets(24));
                Scene scene = new Scene(root, look.equals("narrow") ? 620 : 1060, 360);
                scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
                if (look.equals("large")) {
                    scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
                }
                stage.setScene(scene);
                stage.show();
            });
            Pictures.take(Path.of(args[0]), look);
        }
        System.exit(0);
    }
}
