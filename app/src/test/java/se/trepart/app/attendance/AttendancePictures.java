package se.trepart.app.attendance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import se.trepart.app.Office;
import se.trepart.app.Pictures;
import se.trepart.app.attendance.AttendanceViewModel.Page;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.model.plan.Presence;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the attendance of 25 people, for people to look at: {@code java … AttendancePictures folder}. */
public final class AttendancePictures {

    private AttendancePictures() {}

    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        Pictures.start();
        try (Office office = new Office(Files.createTempDirectory("pictures"))) {
            Participants.at(office, "Återbruket", 20, 18);
            Participants.at(office, "Skolköket på Norra Kyrkogårdsskolan", 40, 7);
            Desk desk = office.desk();
            Directory directory = new Directory(desk.documents(), desk.staff());
            for (String look : List.of("light", "dark", "large")) {
                Pictures.onScreen(() -> Application
                        .setUserAgentStylesheet((look.equals("dark") ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet()));
                AttendanceViewModel[] model = new AttendanceViewModel[1];
                AttendanceView[] view = new AttendanceView[1];
                Stage stage = Pictures.stage();
                Pictures.onScreen(() -> {
                    model[0] = new AttendanceViewModel(desk, directory);
                    view[0] = new AttendanceView(model[0], desk.texts());
                    Scene scene = new Scene((Parent) view[0].node(), 1070, 640);
                    scene.getStylesheets().add(Styles.STYLESHEET);
                    if (look.equals("large")) {
                        scene.getStylesheets().add("/se/trepart/app/control/text-125.css");
                    }
                    stage.setScene(scene);
                    stage.show();
                    view[0].opened();
                    model[0].week(-1);
                    mark(model[0].grid());
                });
                Pictures.take(out, look + "-week");
                Pictures.onScreen(model[0]::showPerson);
                Pictures.take(out, look + "-person");
                Pictures.onScreen(() -> model[0].show(Page.REPORT));
                Pictures.take(out, look + "-report");
                Pictures.onScreen(() -> {
                    model[0].show(Page.WEEK);
                    model[0].week(12);
                });
                Pictures.take(out, look + "-empty");
                Pictures.onScreen(stage::close);
            }
        }
        System.exit(0);
    }

    private static void mark(AttendanceGridViewModel grid) {
        grid.go(0, 0);
        grid.markColumn();
        Consumer<Presence> there = grid::mark;
        grid.go(1, 1);
        there.accept(Presence.PRESENT);
        there.accept(Presence.SICK_WITHOUT_CERTIFICATE);
        there.accept(Presence.SICK_WITH_CERTIFICATE);
        there.accept(Presence.CHILD);
        there.accept(Presence.AUTHORITY);
        there.accept(Presence.OTHER_VALID);
        grid.attended(270);
        grid.go(3, 2);
        there.accept(Presence.INVALID);
        grid.note(grid.rows().get(3), grid.rows().get(3).monday().plusDays(2), "svarade inte i telefon", 0);
        grid.go(5, 2);
        there.accept(Presence.INVALID);
    }
}
