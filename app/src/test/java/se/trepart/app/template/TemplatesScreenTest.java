package se.trepart.app.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterBrandTest;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Directory;
import se.trepart.app.template.TemplatesViewModel.Shown;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.control.Settings;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Upkeep;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.TODAY;

/** The municipality's own words gone through by the keyboard, as Maria who looks after the program keeps them. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TemplatesScreenTest {

    static final Staff MARIA = new Staff(CaseSamples.id(18), Unit.MUNICIPALITY, "maria", "Maria Ek", "", "", List.of(Role.ADMINISTRATOR),
            List.of(), List.of(), true, TODAY.minusYears(1));
    private static final LetterOffice LETTERS = new LetterOffice(Rulebook.shipped());

    private CaseDesk desk;
    private Directory directory;
    private TemplatesViewModel model;
    private TemplatesView view;
    private Stage stage;

    static LetterTemplate published(int id, LetterKind kind, int number, LocalDate review) {
        return new LetterTemplate(CaseSamples.id(2000 + id), Unit.MUNICIPALITY, kind, number, LetterOffice.shipped(kind),
                TODAY.minusYears(1),
                new Upkeep("Enhetschefen för ekonomiskt bistånd", TODAY.minusYears(1), review, TODAY.minusYears(1), null));
    }

    @Start
    void start(Stage window) {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = window;
    }

    @AfterEach
    void close() throws Exception {
        assertThat(desk.errors).isEmpty();
        assertThat(desk.dialogs.everythingAnswered()).isTrue();
        model.close();
        directory.close();
        desk.close();
    }

    private void open(FxRobot robot, Document... documents) throws Exception {
        desk = new CaseDesk(Files.createTempDirectory("templates"), MARIA).with(CaseSamples.municipality()).with(documents);
        directory = new Directory(desk.desk().documents(), MARIA);
        robot.interact(() -> {
            model = new TemplatesViewModel(desk.desk(), directory, LETTERS, Duration.ZERO);
            view = new TemplatesView(model, desk.desk().texts());
            Scene scene = new Scene(new StackPane(view.node()), 1100, 720);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            stage.setScene(scene);
            stage.show();
            view.opened();
        });
    }

    private List<LetterTemplate> templates() {
        return desk.desk().documents().list(LetterTemplate.class, ListFilter.ALL);
    }

    private void press(FxRobot robot, String id) {
        robot.interact(robot.lookup(id).query()::requestFocus);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
    }

    private TextInputControl text(FxRobot robot) {
        return robot.lookup("#template-text").queryAs(TextInputControl.class);
    }

    private void write(FxRobot robot, String id, String words) {
        robot.interact(() -> {
            TextInputControl input = robot.lookup(id).queryAs(TextInputControl.class);
            input.requestFocus();
            input.setText(words);
        });
    }

    private void day(FxRobot robot, String id, LocalDate day) {
        DatePicker picker = robot.lookup(id).queryAs(DatePicker.class);
        robot.interact(() -> {
            picker.requestFocus();
            picker.getEditor().selectAll();
        });
        robot.write(day.toString().replace("-", "")).type(KeyCode.ENTER);
        robot.interact(() -> {});
    }

    private void keptUp(FxRobot robot) {
        write(robot, "#template-owner", "Enhetschefen");
        day(robot, "#template-decided", TODAY.minusDays(3));
        day(robot, "#template-review", TODAY.plusYears(1));
    }

    private List<String> reasons() {
        return model.editorProperty().get().hindrances();
    }

    private List<String> rows() {
        return model.rows().stream().map(row -> String.join("; ", row.name(), row.state(), row.owner(), row.review())).toList();
    }

    @Test
    void aTemplateIsWrittenTriedDecidedOnAndPublished(FxRobot robot) throws Exception {
        open(robot);
        assertThat(rows()).hasSize(LetterKind.values().length).contains("Svaret dröjer; Programmets egen text; –; –");
        robot.interact(() -> table(robot).getSelectionModel()
                .select(model.rows().stream().filter(row -> row.kind() == LetterKind.DELAY).findFirst().orElseThrow()));
        robot.type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(text(robot).isEditable()).as("the program's own text").isFalse();
        assertThat(robot.lookup("#template-pages .template-sheet").queryAll()).isNotEmpty();
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        assertThat(text(robot).isEditable()).isTrue();
        assertThat(reasons()).containsExactly("Skriv vem som äger texten", "Välj dagen då texten beslutades",
                "Välj dagen för nästa översyn");
        keptUp(robot);
        assertThat(reasons()).isEmpty();

        // a field that does not exist, and a word that nobody uses: named, reached and mended by keyboard
        String shipped = LetterOffice.shipped(LetterKind.DELAY);
        write(robot, "#template-text", shipped + "<p>Du skall ringa den {{ d.dayOfTomorrow }}.</p>\n");
        assertThat(reasons()).containsExactly("1 spärr i texten");
        robot.interact(view::mainAction);
        robot.interact(model.editorProperty().get()::publish);
        assertThat(templates()).as("also when the screen said yes a moment ago")
                .extracting(template -> template.upkeep().state())
                .containsExactly(Upkeep.State.DRAFT);
        robot.interact(robot.lookup("#template-remarks").query()::requestFocus);
        robot.type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(text(robot).isFocused()).isTrue();
        assertThat(text(robot).getSelectedText()).contains("dayOfTomorrow");
        robot.interact(() -> text(robot).replaceSelection("<p>Du skall ringa den .</p>"));
        assertThat(reasons()).containsExactly("1 spärr i texten");
        robot.interact(() -> {
            text(robot).setText(text(robot).getText().replace("skall", "ska"));
            text(robot).positionCaret(text(robot).getText().indexOf(" .</p>") + 1);
        });
        robot.interact(robot.lookup("#template-fields").query()::requestFocus);
        ListView<?> fields = robot.lookup("#template-fields").queryListView();
        robot.interact(() -> fields.getSelectionModel().select(indexOf(fields, "När svaret kommer")));
        robot.type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(text(robot).getText()).endsWith("<p>Du ska ringa den {{ d.answerBy }}.</p>\n");
        assertThat(text(robot).isFocused()).isTrue();
        assertThat(reasons()).isEmpty();
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        assertThat(templates()).singleElement().satisfies(template -> {
            assertThat(template.upkeep()).isEqualTo(new Upkeep("Enhetschefen", TODAY.minusDays(3), TODAY.plusYears(1), TODAY, null));
            assertThat(template.text()).endsWith("{{ d.answerBy }}.</p>\n");
        });
        assertThat(text(robot).isEditable()).isFalse();
        assertThat(desk.desk().workstation().drafts().startingWith("templates/")).isEmpty();
        press(robot, "#template-to-list");
        assertThat(rows()).contains("Svaret dröjer; Version 1 används; Enhetschefen; 2027-11-22");
        assertThat(stage.getScene().getFocusOwner()).isInstanceOf(TableView.class);
    }

    private static int indexOf(ListView<?> fields, String word) {
        for (int i = 0; i < fields.getItems().size(); i++) {
            if (fields.getItems().get(i).toString().contains(word)) {
                return i;
            }
        }
        throw new AssertionError(word);
    }

    @SuppressWarnings("unchecked")
    private static TableView<TemplatesRow> table(FxRobot robot) {
        return robot.lookup(".list-table").queryAs(TableView.class);
    }

    @Test
    void whatIsTypedIsThereWhenTheProgramIsOpenedAgain(FxRobot robot) throws Exception {
        open(robot);
        robot.type(KeyCode.ENTER);
        robot.interact(view::mainAction);
        robot.interact(() -> {
            text(robot).requestFocus();
            text(robot).setText("<p>Halvvägs");
        });
        assertThat(desk.desk().workstation().drafts().startingWith("templates/")).hasSize(1);
        model.close();
        robot.interact(() -> {
            model = new TemplatesViewModel(desk.desk(), directory, LETTERS, Duration.ZERO);
            view = new TemplatesView(model, desk.desk().texts());
            ((StackPane) stage.getScene().getRoot()).getChildren().setAll(view.node());
            view.opened();
            model.open(model.rows().getFirst());
        });
        assertThat(text(robot).getText()).isEqualTo("<p>Halvvägs");
        robot.interact(model::toList);
    }

    @Test
    void R35_whatIsToBeReadAgainIsShownReadAndStands(FxRobot robot) throws Exception {
        open(robot, published(1, LetterKind.GRANTED, 1, TODAY), published(2, LetterKind.REFUSED, 1, TODAY.plusDays(1)));
        assertThat(model.due().get()).isEqualTo(1);
        robot.interact(() -> model.shown().set(model.choices().get(Shown.DUE.ordinal())));
        assertThat(rows()).singleElement().asString().startsWith("Beslut: bifall;").endsWith("2026-11-22, se över nu");
        robot.interact(() -> model.open(model.rows().getFirst()));
        desk.dialogs.answer("2027-11-22");
        press(robot, "#template-reviewed");
        assertThat(model.due().get()).isZero();
        assertThat(templates()).filteredOn(t -> t.kind() == LetterKind.GRANTED)
                .extracting(t -> t.upkeep().reviewOn())
                .containsExactly(TODAY.plusYears(1));
        desk.dialogs.answer(true);
        press(robot, "#template-withdraw");
        assertThat(LetterTemplate.inForce(templates(), LetterKind.GRANTED, TODAY)).isEmpty();
        assertThat(robot.lookup("#template-withdraw").tryQuery()).isEmpty();
        assertThat(robot.lookup("#template-do").<Button>query().getText()).isEqualTo("Skriv en ny version");
    }

    @Test
    void theMunicipalitysFactsHoldFromTheirDayAndInWhatHoldsLater(FxRobot robot) throws Exception {
        open(robot, CaseSamples.settings().from(CaseSamples.id(2500), LocalDate.of(2027, 1, 1)));
        press(robot, "#template-municipality");
        write(robot, "#template-NAME", "Nya Exempelstads kommun");
        write(robot, "#template-COLOUR", "#ffee88");
        Path logo = Files.write(Files.createTempDirectory("logo").resolve("logo.png"), Base64.getDecoder().decode(LetterBrandTest.logo()));
        desk.dialogs.answer(List.of(logo));
        press(robot, "#template-logo");
        assertThat(robot.lookup(".plain-link").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                .containsExactly("Färgen är för ljus för att läsas på vitt papper", "Skriv vad logotypen säger",
                        "Välj dagen då uppgifterna börjar gälla");
        write(robot, "#template-COLOUR", "#78143c");
        write(robot, "#template-LOGO_TEXT", "Nya Exempelstads kommun");
        day(robot, "#template-FROM", LocalDate.of(2026, 12, 1));
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        List<Settings> all = desk.desk().documents().list(Settings.class, ListFilter.ALL);
        assertThat(Settings.at(all, LocalDate.of(2026, 11, 30)).municipality().name()).isEqualTo("Exempelstad");
        for (LocalDate day : List.of(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1))) {
            assertThat(Settings.at(all, day).municipality().name()).isEqualTo("Nya Exempelstads kommun");
            assertThat(Settings.at(all, day).municipality().look().faults()).isEmpty();
            assertThat(Settings.at(all, day).municipality().look().logo()).isEqualTo(LetterBrandTest.logo());
        }
        assertThat(desk.desk().workstation().drafts().startingWith("templates/")).isEmpty();
    }

    @Test
    void aPhraseIsWrittenAndPublishedWhenItIsPlain(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        write(robot, "#template-name", "Sök billigare bostad");
        write(robot, "#template-text", "Du skall söka en annan bostad.");
        keptUp(robot);
        assertThat(reasons()).containsExactly("1 spärr i texten");
        robot.interact(model.editorProperty().get()::publish);
        assertThat(phrase().upkeep().state()).isEqualTo(Upkeep.State.DRAFT);
        write(robot, "#template-text", "Sök en bostad med lägre hyra.");
        assertThat(reasons()).isEmpty();
        robot.interact(view::mainAction);
        robot.interact(() -> {});
        Phrase phrase = phrase();
        assertThat(phrase.upkeep().state()).isEqualTo(Upkeep.State.PUBLISHED);
        assertThat(phrase.name()).isEqualTo("Sök billigare bostad");
        assertThat(Phrase.inForce(List.of(phrase), LetterKind.PARTLY, Phrase.Place.WHY, TODAY)).containsExactly(phrase);
    }

    private Phrase phrase() {
        return desk.desk().documents().list(Phrase.class, ListFilter.ALL).getFirst();
    }
}
