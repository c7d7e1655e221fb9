package se.trepart.app.letter;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws every page of every kind of letter, and the step Brev, for people to look at: {@code java … LetterPictures folder}. */
public final class LetterPictures {

    private LetterPictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Path folder = Path.of(args[0]);
        LetterPdf pdf = new LetterPdf();
        Files.createDirectories(folder);
        for (Map.Entry<String, LetterPage> letter : Letters.all().entrySet()) {
            List<BufferedImage> pages = PagePictures.of(pdf.render(letter.getValue()), 1.2f);
            for (int i = 0; i < pages.size(); i++) {
                ImageIO.write(pages.get(i), "png", folder.resolve(letter.getKey() + "-" + (i + 1) + ".png").toFile());
            }
        }
        for (InformationPages.Language one : InformationPages.approved()) {
            List<BufferedImage> pages = PagePictures.of(pdf.render(InformationPageTest.page(one.code())), 1.2f);
            ImageIO.write(pages.getLast(), "png", folder.resolve("information-" + one.code() + ".png").toFile());
        }
        Pictures.start();
        Stage stage = Pictures.stage();
        Document december = CaseSamples.amina().stream().filter(d -> d.id().equals(CaseSamples.DECEMBER)).findFirst().orElseThrow();
        Letter late = letter(991, december, LetterKind.DELAY, "Vi väntar på ett papper från din bank.", "Ring oss om du undrar över något.")
                .choose(LetterDetails.NONE.day(LocalDate.of(2026, 12, 18)));
        Letter claim = letter(992, december, LetterKind.RECOVERY_NOTICE, "Du fick lön i juni. Den stod inte i din ansökan.", "")
                .choose(LetterDetails.NONE.day(LocalDate.of(2026, 12, 18)).amount(Money.kronor(3000)).large(true));
        Document couple = CaseSamples.large().stream().filter(d -> d.id().equals(CaseSamples.id(110))).findFirst().orElseThrow();
        Letter own = Letter
                .write(CaseSamples.id(994), couple, LetterKind.OWN, CaseSamples.id(221), "1", "Vi behöver byta tid.", "",
                        CaseSamples.KARIN.id(), CaseSamples.TODAY)
                .choose(LetterDetails.NONE.heading("en ny tid"));
        Letter copy = late.copyToRepresentative(CaseSamples.id(995), CaseSamples.KARIN.id(), CaseSamples.TODAY);
        Letter decided = letter(996, december, LetterKind.RECOVERY, "Du fick lön i juni. Den stod inte i din ansökan.", "Betala till oss.")
                .choose(LetterDetails.NONE.day(LocalDate.of(2026, 12, 18)).amount(Money.kronor(3000)).information("so"));
        Document file = CaseSamples.amina().stream().filter(CaseFile.class::isInstance).findFirst().orElseThrow();
        Letter hard = letter(993, file, LetterKind.OWN, """
                Du har normöverskott. Samtliga handlingar ska skickas in av dig och granskas av oss innan ansökan kan prövas.
                Vi har t.ex. inte fått din hyra samt din lön. Vederbörande ska inkomma med handlingarna, vilket är erforderligt.
                Du kan ringa oss.""", "Ring oss snarast möjligt.").choose(LetterDetails.NONE.heading("dina papper"));
        Letter slips = letter(997, file, LetterKind.OWN, """
                Du får pengar till hyrann för december. Ta med din grumpelflax till Kwiatkowskyj.""", "Ring Amina Öberg i morgonn.")
                .choose(LetterDetails.NONE.heading("dina papper"));
        for (String look : List.of("light", "dark", "large")) {
            Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                    look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            draw(stage, folder, "step-" + look + "-empty", look, CaseSamples.CASE, List.of());
            draw(stage, folder, "step-" + look + "-delay", look, CaseSamples.CASE, List.of(late));
            draw(stage, folder, "step-" + look + "-two", look, CaseSamples.CASE, List.of(claim, CaseSamples.overdueRequest(), late));
            draw(stage, folder, "step-" + look + "-claim", look, CaseSamples.CASE, List.of(claim));
            draw(stage, folder, "step-" + look + "-copy", look, CaseSamples.CASE, List.of(copy));
            draw(stage, folder, "step-" + look + "-recovery", look, CaseSamples.CASE, List.of(decided));
            draw(stage, folder, "step-" + look + "-couple", look, CaseSamples.id(110), List.of(own));
            draw(stage, folder, "step-" + look + "-remarks", look, CaseSamples.CASE, List.of(hard));
            draw(stage, folder, "step-" + look + "-spelling", look, CaseSamples.CASE, List.of(slips), Shortcut.NEXT_REMARK);
            draw(stage, folder, "step-" + look + "-read", look, CaseSamples.CASE, List.of(hard), Shortcut.READING_VIEW);
        }
        System.exit(0);
    }

    private static Letter letter(int id, Document about, LetterKind kind, String why, String whatNow) {
        UUID amina = CaseSamples.id(201);
        return Letter.write(CaseSamples.id(id), about, kind, amina, "1", why, whatNow, CaseSamples.KARIN.id(), CaseSamples.TODAY);
    }

    private static void draw(Stage stage, Path folder, String name, String look, UUID caseId, List<Document> documents, Shortcut... keys)
            throws Exception {
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), CaseSamples.KARIN).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(CaseSamples.large())
                .with(documents)) {
            OpenCaseView[] view = new OpenCaseView[1];
            Pictures.onScreen(() -> {
                OpenCase openCase = new OpenCase(caseId, desk.desk(), Duration.ZERO);
                LetterOffice office = new LetterOffice(Rulebook.shipped(), PlainLanguage::withSpelling);
                view[0] = new OpenCaseView(openCase, List.of(new LetterStep(openCase, office)));
                Scene scene = new Scene(new StackPane(view[0].node()), 1065, 760);
                scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
                if (look.equals("large")) {
                    scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
                }
                if (openCase.stateProperty().get() == OpenCase.State.REASON_NEEDED) {
                    openCase.giveReason("Jag hjälper en kollega");
                }
                stage.setScene(scene);
                stage.show();
                view[0].show(CasePlace.LETTER, null);
                view[0].opened();
            });
            Pictures.settle();
            for (Shortcut key : keys) {
                Pictures.onScreen(() -> view[0].press(key));
                Pictures.settle();
            }
            Pictures.take(folder, name);
            Pictures.onScreen(() -> {
                view[0].closed();
                view[0].dispose();
            });
        }
    }
}
