package se.trepart.app.letter;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.control.Styles;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.NewLetters.Subject;
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

/** A letter in a case where the municipality has words of its own. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LetterOnTemplateTest {

    private static final Upkeep UPKEEP = new Upkeep("Enhetschefen", TODAY, TODAY.plusYears(1), TODAY, null);
    private static final String OWN = LetterTemplates.shipped(LetterKind.OWN) + "<p>Vi hjälper dig gärna.</p>\n";

    private CaseDesk desk;
    private Stage stage;
    private LetterViewModel letters;

    @Start
    void start(Stage window) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = window;
        desk = new CaseDesk(Files.createTempDirectory("letters"), CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina());
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private static LetterTemplate template(LetterKind kind, String text) {
        return new LetterTemplate(CaseSamples.id(2600 + kind.ordinal()), Unit.MUNICIPALITY, kind, 1, text, TODAY, UPKEEP);
    }

    private void begin() {
        letters = new LetterViewModel(desk.open(CaseSamples.CASE), new LetterOffice(Rulebook.shipped()), Duration.ZERO);
        letters.open();
        CaseFile file = desk.desk().documents().find(CaseFile.class, CaseSamples.CASE).orElseThrow();
        desk.dialogs.answer(new Subject(LetterKind.OWN, file));
        letters.begin();
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Vi ses den 2 december.");
        letters.leave();
    }

    private Letter letter() {
        return desk.desk().documents().inCase(Letter.class, CaseSamples.CASE).getFirst();
    }

    @Test
    void itIsWrittenSentAndKeptWithTheTemplateOfItsDay() throws Exception {
        LetterTemplate template = template(LetterKind.OWN, OWN);
        desk.with(template);
        begin();
        letters.markSent();
        assertThat(letter().sending()).isNotNull();
        assertThat(letter().templateVersion()).isEqualTo(template.version(LetterPdf.TEMPLATE_VERSION));
        byte[] sent = desk.desk().workstation().blobs().find(letter().pdfSha256()).orElseThrow();
        assertThat(LetterPdfTest.text(sent)).contains("Vi hjälper dig gärna.");
    }

    @Test
    void aTemplateOfAnotherKindThatIsBrokenIsNotInItsWay() {
        desk.with(template(LetterKind.DELAY, "<p>{{ d.fromTomorrow }}"));
        begin();
        assertThat(letters.previewProperty().get().problem()).isEmpty();
        letters.markSent();
        assertThat(letter().templateVersion()).isEqualTo(LetterPdf.TEMPLATE_VERSION);
    }

    @Test
    void aBrokenTemplateIsNamedWithLineAndCauseAndTheLetterStaysADraft() {
        desk.with(template(LetterKind.OWN, OWN + "<p>{{ d.fromTomorrow }}</p>\n"));
        begin();
        long line = OWN.lines().count() + 1;
        assertThat(letters.previewProperty().get().problem()).isEqualTo("Brevmallen Eget brev, version 1, har ett fel på rad " + line
                + ". Fältet d.fromTomorrow finns inte. Välj ett ur fältlistan.");
        letters.markSent();
        assertThat(letter().sending()).isNull();
    }

    @Test
    void aPhraseIsPutAtTheCaretByKeyboard(FxRobot robot) {
        desk.with(phrase(1, "Ring oss", "Ring oss om du undrar.", Phrase.Place.WHY), phrase(2, "Spara", "Spara brevet.", Phrase.Place.WHY),
                phrase(3, "Annat", "Gör något annat.", Phrase.Place.WHAT_NOW));
        robot.interact(() -> {
            OpenCase openCase = new OpenCase(CaseSamples.CASE, desk.desk(), Duration.ZERO);
            OpenCaseView view = new OpenCaseView(openCase, List.of(new LetterStep(openCase, new LetterOffice(Rulebook.shipped()))));
            Scene scene = new Scene(new StackPane(view.node()), 1000, 760);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            stage.setScene(scene);
            stage.show();
            view.show(CasePlace.LETTER, null);
            view.opened();
        });
        CaseFile file = desk.desk().documents().find(CaseFile.class, CaseSamples.CASE).orElseThrow();
        desk.dialogs.answer(new Subject(LetterKind.OWN, file));
        robot.interact(robot.lookup("#letter-new").query()::requestFocus);
        robot.type(KeyCode.SPACE);
        robot.interact(robot.lookup("#letter-why").query()::requestFocus);
        robot.write("Hej.");
        robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
        MenuButton menu = robot.lookup("#letter-phrases-WHY").queryAs(MenuButton.class);
        assertThat(menu.isShowing()).isTrue();
        assertThat(menu.getItems()).extracting(item -> item.getText()).containsExactly("Ring oss", "Spara");
        robot.interact(menu.getItems().get(1)::fire);
        robot.interact(() -> {});
        TextInputControl why = robot.lookup("#letter-why").queryAs(TextInputControl.class);
        assertThat(why.getText()).isEqualTo("Hej.\nSpara brevet.");
        assertThat(why.isFocused()).isTrue();
    }

    private static Phrase phrase(int number, String name, String text, Phrase.Place place) {
        return new Phrase(CaseSamples.id(2700 + number), Unit.MUNICIPALITY, CaseSamples.id(2700 + number), 1, name, text, List.of(), place,
                TODAY, UPKEEP);
    }
}
