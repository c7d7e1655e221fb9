package se.trepart.app.conflict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.Pictures;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.View;
import se.trepart.model.merge.Conflict;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the conflicts for people to look at: {@code java … ConflictPictures folder}. */
public final class ConflictPictures {

    private ConflictPictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), CaseSamples.LEIF).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(CaseSamples.overdueRequest(), ConflictSamples.salary(), ConflictSamples.withdrawn(), ConflictSamples.deleted(),
                        ConflictSamples.locked());
                Directory directory = new Directory(desk.desk().documents(), CaseSamples.LEIF)) {
            for (String look : List.of("light", "dark", "large")) {
                Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                        look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
                show(stage, new ConflictsView(new ConflictsViewModel(desk.desk(), directory), desk.desk().texts()), look);
                Pictures.take(Path.of(args[0]), look + "-list");
                for (Map.Entry<String, Conflict> one : Map
                        .of("clash", ConflictSamples.salary(), "withdrawn", ConflictSamples.withdrawn(), "deleted",
                                ConflictSamples.deleted(), "locked", ConflictSamples.locked())
                        .entrySet()) {
                    show(stage, new ConflictView(new ConflictViewModel(one.getValue().id(), desk.desk(), Duration.ZERO), desk.desk()),
                            look);
                    Pictures.take(Path.of(args[0]), look + "-" + one.getKey());
                }
            }
        }
        System.exit(0);
    }

    private static void show(Stage stage, View view, String look) {
        Pictures.onScreen(() -> {
            Scene scene = new Scene(new StackPane(view.node()), 1020, 640);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            if (look.equals("large")) {
                scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
            }
            stage.setScene(scene);
            stage.show();
            view.opened();
        });
    }
}
