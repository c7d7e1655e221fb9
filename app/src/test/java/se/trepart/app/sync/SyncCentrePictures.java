package se.trepart.app.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.Pictures;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.local.outbox.Failed;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.local.sync.SyncStatus.Progress;
import se.trepart.wire.PushReply.Result;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the sync centre for people to look at: {@code java … SyncCentrePictures folder}. */
public final class SyncCentrePictures {

    private SyncCentrePictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        SyncSays sync = new SyncSays();
        sync.failed.add(new Failed(CaseSamples.id(701), "APPLICATION", CaseSamples.DECEMBER, CaseSamples.CASE, Result.REJECTED, "locked",
                Instant.parse("2026-11-22T09:00:00Z"),
                new TreeMap<>(Map.of("declaration.sharedHomeSize", "3", "declaration.housing.form", "\"SUBLET\""))));
        sync.failed.add(new Failed(CaseSamples.id(702), "CONFLICT", CaseSamples.id(703), CaseSamples.CASE, Result.REJECTED, "changed_since",
                Instant.parse("2026-11-22T09:10:00Z"), new TreeMap<>(Map.of("fields[" + CaseSamples.id(704) + "].reason",
                        "\"Hyran stod fel i ansökan\"", "resolvedBy", "\"" + CaseSamples.KARIN.id() + "\""))));
        sync.says(SyncSays.standing(Connection.OFFLINE, Problem.CERTIFICATE, Set.of(CaseSamples.UNIT),
                new Progress(Progress.What.SNAPSHOTS, 250, 1000), Duration.ZERO, null));
        try (CaseDesk office = new CaseDesk(Files.createTempDirectory("pictures"), CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina()); Directory directory = new Directory(office.desk().documents(), CaseSamples.KARIN)) {
            Desk desk = sync.on(office.desk());
            for (String look : List.of("light", "dark", "large")) {
                Pictures.onScreen(() -> {
                    Application.setUserAgentStylesheet(
                            look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
                    SyncCentreView view = new SyncCentreView(new SyncCentreViewModel(desk, directory, new SimpleBooleanProperty()),
                            desk.texts());
                    Scene scene = new Scene(new StackPane(view.node()), 1020, 900);
                    scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
                    if (look.equals("large")) {
                        scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
                    }
                    stage.setScene(scene);
                    stage.show();
                    view.opened();
                });
                Pictures.take(Path.of(args[0]), look + "-sync");
            }
        }
        System.exit(0);
    }
}
