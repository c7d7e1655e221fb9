package se.trepart.app.meeting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

import se.trepart.app.Pictures;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.PagePictures;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.View;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Staff;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the meetings and their papers for people to look at: {@code java … MeetingPictures folder}. */
public final class MeetingPictures {

    private MeetingPictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Path out = Path.of(args[0]);
        Pictures.start();
        Stage stage = Pictures.stage();
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), CaseSamples.KARIN).with(MeetingSamples.all());
                Directory directory = new Directory(desk.desk().documents(), CaseSamples.KARIN);
                MeetingsViewModel list = new MeetingsViewModel(desk.desk(), directory);
                MeetingPlaces places = new MeetingPlaces(desk.desk(), new LetterOffice(Rulebook.shipped()), Duration.ZERO)) {
            MeetingInCase meeting = new MeetingInCase(desk.open(CaseSamples.CASE), MeetingSamples.TO_COME);
            papers(out, desk, meeting);
            NotesViewModel notes = new NotesViewModel(meeting);
            notes.addToAgenda(id -> notes.what(meeting.situation().orElseThrow().meeting().notes().agenda().getFirst())
                    .textProperty()
                    .set("Hur går praktiken?"));
            notes.addTask(Party.APPLICANT,
                    id -> notes.what(meeting.situation().orElseThrow().meeting().notes().agreements().getFirst())
                            .textProperty()
                            .set("Ta med schemat från köket"));
            notes.leave();
            notes.results().done(MeetingSamples.held().notes().agreements().getFirst(), true);
            notes.results().done(MeetingSamples.held().notes().agreements().getLast(), false);
            for (String look : List.of("light", "dark", "large")) {
                Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                        look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
                show(stage, new MeetingsView(list, desk.desk().texts()), look, 1000);
                Pictures.take(out, look + "-list");
                show(stage, places.view(new Place.CallMeeting(CaseSamples.CASE, null)), look, 1000);
                Pictures.take(out, look + "-call");
                show(stage, places.view(new Place.OfMeeting(MeetingSamples.TO_COME)), look, 1000);
                Pictures.take(out, look + "-page");
                show(stage, places.view(new Place.OfMeeting(MeetingSamples.HELD)), look, 1000);
                Pictures.take(out, look + "-finished");
                rare(out, stage, look);
                View at = places.view(new Place.AtMeeting(MeetingSamples.TO_COME));
                show(stage, at, look, 1280);
                for (int part = 0; part < 3; part++) {
                    double where = part / 2.0;
                    Pictures.onScreen(() -> ((ScrollPane) at.node().lookup(".scroll-pane")).setVvalue(where));
                    Pictures.take(out, look + "-view-" + part);
                }
            }
        }
        System.exit(0);
    }

    /** Protected identity, and somebody who wishes another time; and nobody's meetings. */
    private static void rare(Path out, Stage stage, String look) throws Exception {
        Staff karin = MeetingSamples.handler(CaseSamples.KARIN);
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), karin).with(MeetingSamples.hidden());
                MeetingPlaces places = new MeetingPlaces(desk.desk(), new LetterOffice(Rulebook.shipped()), Duration.ZERO)) {
            TripartiteMeeting before = MeetingSamples.toCome();
            TripartiteMeeting asked = before.askFor(MeetingSamples.participantId(before.id(), Party.APPLICANT),
                    LocalDateTime.of(2026, 12, 4, 9, 0), "Jag har tid hos tandläkaren.", karin.id(), CaseSamples.TODAY);
            desk.arrives(Intent.change(before, asked), CaseSamples.CASE);
            show(stage, places.view(new Place.OfMeeting(MeetingSamples.TO_COME)), look, 1000);
            Pictures.take(out, look + "-asked");
        }
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), karin).with(CaseSamples.municipality());
                Directory directory = new Directory(desk.desk().documents(), karin);
                MeetingsViewModel list = new MeetingsViewModel(desk.desk(), directory)) {
            show(stage, new MeetingsView(list, desk.desk().texts()), look, 1000);
            Pictures.take(out, look + "-empty");
        }
    }

    private static void papers(Path out, CaseDesk desk, MeetingInCase meeting) throws Exception {
        Files.createDirectories(out);
        MeetingPapers papers = MeetingViewModelTest.papers(desk);
        draw(out, "invitation", papers.invitation(meeting.situation().orElseThrow()).pdf());
        draw(out, "notes", papers.notes(new MeetingInCase(meeting.openCase(), MeetingSamples.HELD).situation().orElseThrow()).pdf());
    }

    private static void draw(Path out, String name, byte[] pdf) throws Exception {
        int page = 1;
        for (var picture : PagePictures.of(pdf, 1.2f)) {
            ImageIO.write(picture, "png", out.resolve(name + "-" + page++ + ".png").toFile());
        }
    }

    private static void show(Stage stage, View view, String look, int width) {
        Pictures.onScreen(() -> {
            Scene scene = new Scene(new StackPane(view.node()), width, 720);
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
