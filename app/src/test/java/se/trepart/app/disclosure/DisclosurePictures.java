package se.trepart.app.disclosure;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

import se.trepart.app.Pictures;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.control.Styles;
import se.trepart.app.decision.Decided;
import se.trepart.app.decision.DecisionViewModel;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterStep;
import se.trepart.app.letter.LetterViewModel;
import se.trepart.app.letter.PagePictures;
import se.trepart.app.shell.View;
import se.trepart.model.Document;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.followup.CasePlace;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the place where a file is taken out, the file itself, and the letter whose delivery is noted: {@code java … DisclosurePictures folder}. */
public final class DisclosurePictures {

    private DisclosurePictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Pictures.start();
        Stage stage = Pictures.stage();
        for (String look : List.of("light", "dark", "large")) {
            Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                    look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            draw(stage, folder, look, "one", CaseSamples.CASE, List.of());
            draw(stage, folder, look, "couple", CaseSamples.id(110), notes());
        }
        System.exit(0);
    }

    private static List<Document> notes() {
        List<Document> notes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            notes.add(new JournalNote(CaseSamples.id(1100 + i), CaseSamples.UNIT, CaseSamples.id(110), CaseSamples.NOW,
                    CaseSamples.TODAY.minusDays(i), CaseSamples.KARIN.id(), NoteKind.PHONE,
                    "Hodan ringde om hyran.\nVi gick igenom vad som saknas och när det ska lämnas in.", null));
        }
        return notes;
    }

    private static void draw(Stage stage, Path folder, String look, String name, UUID caseId, List<Document> more) throws Exception {
        Path store = Files.createTempDirectory("pictures");
        CaseDesk desk = new CaseDesk(store, CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(CaseSamples.large())
                .with(Decided.november())
                .with(Decided.investigated())
                .with(more);
        LetterOffice office = new LetterOffice(Rulebook.shipped());
        if (caseId.equals(CaseSamples.CASE)) {
            send(desk, office);
            Pictures.onScreen(() -> {
                OpenCase openCase = new OpenCase(caseId, desk.desk(), Duration.ZERO);
                OpenCaseView letter = new OpenCaseView(openCase, List.of(new LetterStep(openCase, office)));
                show(stage, letter, look);
                letter.show(CasePlace.LETTER, null);
                letter.opened();
            });
            Pictures.take(folder, "letter-" + look + "-delivery");
        }
        DisclosureViewModel[] model = new DisclosureViewModel[1];
        Pictures.onScreen(() -> {
            model[0] = new DisclosureViewModel(desk.open(caseId), office, Rulebook.shipped().reasons());
            DisclosureView view = new DisclosureView(model[0], desk.desk().texts());
            show(stage, view, look);
            view.opened();
        });
        Pictures.take(folder, name + "-" + look + "-empty");
        Pictures.onScreen(() -> model[0].asked().set(model[0].askers().get(1)));
        Pictures.take(folder, name + "-" + look + "-party");
        Pictures.onScreen(() -> {
            model[0].asked().set(model[0].askers().getLast());
            model[0].to().textProperty().set("Kronofogden i Exempelstad");
            model[0].purpose().textProperty().set("Utredning av skulder, begäran den 20 november");
        });
        Pictures.take(folder, name + "-" + look + "-other");
        if (look.equals("light")) {
            Path file = folder.resolve(name + ".pdf");
            desk.dialogs.answer(file);
            Pictures.onScreen(() -> {
                model[0].asked().set(model[0].askers().get(1));
                model[0].write();
            });
            Pictures.take(folder, name + "-" + look + "-done");
            List<BufferedImage> pages = PagePictures.of(Files.readAllBytes(file), 1.2f);
            for (int i = 0; i < pages.size(); i++) {
                ImageIO.write(pages.get(i), "png", folder.resolve(name + "-page-" + (i + 1) + ".png").toFile());
            }
        }
    }

    private static void send(CaseDesk desk, LetterOffice office) {
        OpenCase openCase = desk.open(CaseSamples.CASE);
        DecisionViewModel deciding = new DecisionViewModel(openCase, Rulebook.shipped());
        deciding.open();
        desk.dialogs.answer("Vi har inte fått din hyra.");
        deciding.dismiss();
        desk.dialogs.answer(true);
        deciding.decide();
        LetterViewModel letters = new LetterViewModel(openCase, office, Duration.ZERO);
        letters.open();
        letters.markSent();
        letters.dispose();
    }

    private static void show(Stage stage, View view, String look) {
        Scene scene = new Scene(new StackPane(view.node()), 1280, 720);
        scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
        if (look.equals("large")) {
            scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
        }
        stage.setScene(scene);
        stage.show();
    }
}
