package se.trepart.app.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.Pictures;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterBrandTest;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Directory;
import se.trepart.app.template.TemplatesViewModel.Shown;
import se.trepart.model.Document;
import se.trepart.model.access.Unit;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Upkeep;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import static se.trepart.app.casefile.CaseSamples.TODAY;

/** Draws the municipality's templates for people to look at: {@code java … TemplatesPictures folder}. */
public final class TemplatesPictures {

    private static final LetterOffice LETTERS = new LetterOffice(Rulebook.shipped());

    private TemplatesPictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        Path folder = Path.of(args[0]);
        for (String look : args.length > 1 ? List.of(args[1].split(",")) : List.of("light", "dark", "large")) {
            Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                    look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            draw(stage, folder, look, "list", many(), _ -> {});
            draw(stage, folder, look, "phrases-empty", List.of(), model -> model.shown().set(model.choices().get(Shown.PHRASES.ordinal())));
            draw(stage, folder, look, "shipped", List.of(), model -> model.open(model.rows().getFirst()));
            draw(stage, folder, look, "draft", List.of(), model -> {
                model.open(model.rows().get(2));
                model.editorProperty().get().begin();
                model.editorProperty()
                        .get()
                        .text()
                        .textProperty()
                        .set(LetterOffice.shipped(LetterKind.REFUSED)
                                .replace("{{ children(d) }}\n", "<p>Ni skall inkomma med detta snarast till {{ d.boss }}.</p>\n"));
            });
            draw(stage, folder, look, "words", List.of(), model -> {
                model.open(model.rows().get(2));
                model.editorProperty().get().begin();
                model.editorProperty()
                        .get()
                        .text()
                        .textProperty()
                        .set(LetterOffice.shipped(LetterKind.REFUSED)
                                .replace("{{ children(d) }}\n", "<p>Du skall inkomma med en ansökan.</p>\n"));
            });
            draw(stage, folder, look, "municipality", List.of(), model -> {
                model.openMunicipality();
                MunicipalityEditor editor = model.municipalityProperty().get();
                editor.typed(MunicipalityEditor.Fact.COLOUR).textProperty().set("#78143c");
                editor.typed(MunicipalityEditor.Fact.LOGO_TEXT).textProperty().set("Exempelstads kommun");
                editor.typed(MunicipalityEditor.Fact.LOGO).textProperty().set(LetterBrandTest.logo());
            });
            draw(stage, folder, look, "phrase", many(), model -> {
                model.shown().set(model.choices().get(Shown.PHRASES.ordinal()));
                model.open(model.rows().getFirst());
            });
        }
        System.exit(0);
    }

    private static List<Document> many() {
        List<Document> all = new ArrayList<>();
        LetterTemplate granted = TemplatesScreenTest.published(1, LetterKind.GRANTED, 1, TODAY);
        all.add(granted);
        all.add(LetterTemplate.draft(CaseSamples.id(2050), Unit.MUNICIPALITY, LetterKind.GRANTED, "<p>Hej</p>", List.of(granted), TODAY));
        all.add(TemplatesScreenTest.published(2, LetterKind.REFUSED, 12, TODAY.plusYears(1)));
        for (int i = 0; i < 40; i++) {
            all.add(new Phrase(CaseSamples.id(2100 + i), Unit.MUNICIPALITY, CaseSamples.id(2100 + i), 1,
                    i % 5 == 0 ? "Sök en bostad med lägre hyra hos kommunens egen bostadsförmedling " + i : "Ring oss " + i,
                    "Sök en bostad med lägre hyra.\nVisa oss vad du har sökt.", List.of(LetterKind.PARTLY, LetterKind.REFUSED),
                    Phrase.Place.WHAT_NOW, TODAY,
                    i % 3 == 0
                            ? new Upkeep("Enhetschefen", null, null, null, null)
                            : new Upkeep("Enhetschefen för ekonomiskt bistånd", TODAY, TODAY.plusYears(1), TODAY, null)));
        }
        return all;
    }

    private static void draw(Stage stage, Path folder, String look, String name, List<? extends Document> documents,
            Consumer<TemplatesViewModel> then) throws Exception {
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), TemplatesScreenTest.MARIA).with(CaseSamples.municipality())
                .with(documents); Directory directory = new Directory(desk.desk().documents(), TemplatesScreenTest.MARIA)) {
            Pictures.onScreen(() -> {
                TemplatesViewModel model = new TemplatesViewModel(desk.desk(), directory, LETTERS, Duration.ZERO);
                TemplatesView view = new TemplatesView(model, desk.desk().texts());
                Scene scene = new Scene(new StackPane(view.node()), 1060, 690);
                scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
                if (look.equals("large")) {
                    scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
                }
                stage.setScene(scene);
                stage.show();
                view.opened();
                then.accept(model);
            });
            Pictures.take(folder, look + "-" + name);
        }
    }
}
