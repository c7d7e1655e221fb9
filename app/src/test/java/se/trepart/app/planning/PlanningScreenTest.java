package se.trepart.app.planning;

import java.nio.file.Files;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.calculation.CalculationStep;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.ApplicationStep;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.control.Choice;
import se.trepart.app.control.Styles;
import se.trepart.app.decision.Decided;
import se.trepart.app.decision.DecidingStep;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.keyboard.Shortcuts;
import se.trepart.app.shell.Place;
import se.trepart.model.Document;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.Snooze;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.AbsenceResponse.Led;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.SelfSupport;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.TODAY;

/** The way to self-support gone through by the keyboard. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlanningScreenTest {

    private CaseDesk desk;
    private OpenCaseView view;
    private Stage stage;

    @Start
    void start(Stage window) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        desk = new CaseDesk(Files.createTempDirectory("planning"), CaseSamples.KARIN).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(Decided.november(), Decided.investigated());
        stage = window;
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    /** Opens the case with these documents in it, at a place. */
    private void open(FxRobot robot, CasePlace place, Document... documents) {
        desk.with(documents);
        robot.interact(() -> {
            OpenCase openCase = new OpenCase(CASE, desk.desk(), Duration.ZERO);
            view = new OpenCaseView(openCase, List.of(new ApplicationStep(openCase), new CalculationStep(openCase, Rulebook.shipped()),
                    new DecidingStep(openCase, Rulebook.shipped()), new PlanningStep(openCase)));
            desk.navigator.place().addListener((_, _, now) -> {
                if (now instanceof Place.InCase in) {
                    view.show(in.place(), in.anchor());
                }
            });
            Scene scene = new Scene(new StackPane(view.node()), 1000, 760);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            Shortcuts shortcuts = new Shortcuts();
            shortcuts.on(Shortcut.MAIN_ACTION, view::mainAction);
            shortcuts.attach(scene);
            stage.setScene(scene);
            stage.show();
            view.show(place, null);
            view.opened();
        });
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(robot.lookup("#" + id).query()::requestFocus);
    }

    /** The main action, by its keys. */
    private void act(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.interact(() -> {});
    }

    /** Goes to a link or button and presses it. */
    private static void press(FxRobot robot, Labeled control) {
        robot.interact(control::requestFocus);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
    }

    private <D extends Document> List<D> stored(Class<D> type) {
        return desk.desk().documents().inCase(type, CASE);
    }

    private List<String> links(FxRobot robot, String where) {
        return robot.lookup(where + " .plain-link")
                .queryAllAs(Labeled.class)
                .stream()
                .map(link -> link.getText().replace('\u00A0', ' '))
                .toList();
    }

    private List<String> words(FxRobot robot, String where) {
        return robot.lookup(where + " .label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private static List<Control> controls(Node node) {
        List<Control> found = new ArrayList<>();
        if (node instanceof Control control && node.isVisible() && node.isFocusTraversable()) {
            found.add(control);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl) && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        }
        return found;
    }

    private static boolean named(Control control) {
        boolean text = control instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        boolean read = control.getAccessibleText() != null && !control.getAccessibleText().isBlank();
        return text || read || control instanceof ScrollPane || control instanceof ScrollBar;
    }

    @Test
    void noControlIsWithoutAName(FxRobot robot) {
        open(robot, CasePlace.PLANNING, PlanningSamples.support(), PlanningSamples.returned(), PlanningSamples.plan(),
                PlanningSamples.proposed(), PlanningSamples.ended(), PlanningSamples.away(), PlanningSamples.october());
        assertThat(controls(view.node())).hasSizeGreaterThan(15)
                .allSatisfy(control -> assertThat(named(control)).as("%s", control).isTrue());
    }

    @Test
    void r20TheEarlyMeetingIsBookedFromTheApplication(FxRobot robot) {
        open(robot, CasePlace.APPLICATION);
        assertThat(links(robot, ".case-side")).contains("Planeringssamtal att boka: 17 dagar för sent (5 nov)");
        focus(robot, "early-meeting-" + PlanningSamples.AMINA);
        robot.write("31/11").type(KeyCode.ENTER);
        assertThat(words(robot, ".field")).contains("”31/11” är ingen dag. Skriv till exempel 2026-12-01.");
        assertThat(stored(SelfSupport.class)).isEmpty();
        robot.write("20261127").type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(stored(SelfSupport.class)).extracting(SelfSupport::earlyMeetingOn).containsExactly(TODAY.plusDays(5));
        assertThat(links(robot, ".case-side")).noneMatch(line -> line.startsWith("Planeringssamtal"));
    }

    @Test
    void r20WhyNoEarlyMeetingIsBookedIsNotedAndTakenBack(FxRobot robot) {
        open(robot, CasePlace.PLANNING);
        focus(robot, "early-meeting-none-" + PlanningSamples.AMINA);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        Button note = robot.lookup("#early-meeting-note-" + PlanningSamples.AMINA).query();
        assertThat(note.isDisabled()).isTrue();
        robot.write("Amina har redan en plan");
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(SelfSupport.class)).singleElement()
                .satisfies(support -> assertThat(support.noEarlyMeeting().reason()).isEqualTo("Amina har redan en plan"));
        assertThat(words(robot, ".section")).contains("Inget samtal bokas: Amina har redan en plan (Karin Berg, 2026-11-22)");
        assertThat(links(robot, ".case-side")).noneMatch(line -> line.startsWith("Planeringssamtal"));
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).isEmpty();
        // the focus is where it can be taken back
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(SelfSupport.class)).singleElement().satisfies(support -> assertThat(support.noEarlyMeeting()).isNull());
        assertThat(links(robot, ".case-side")).anyMatch(line -> line.startsWith("Planeringssamtal"));
    }

    @Test
    void anExemptionIsProposedAsUnconfirmedAndNotedByTheCaseworkerWithAReason(FxRobot robot) {
        open(robot, CasePlace.PLANNING,
                PlanningSamples.support().obstacle(UUID.randomUUID(), Obstacle.of("pension.waiting").orElseThrow(), TODAY.minusDays(4)));
        assertThat(words(robot, ".section")).contains("Att pröva: Har nått pensionsåldern", "obekräftat",
                "Talar för det: försörjningshindret Pension eller äldreförsörjningsstöd, väntar på ersättning sedan 2026-11-18. "
                        + "Källa: prop. 2025/26:207. Du bedömer om undantaget gäller.");
        focus(robot, "planning-exemption-start");
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        Button note = robot.lookup("#planning-exemption-do").query();
        ComboBox<?> ground = robot.lookup("#planning-exemption-ground").query();
        assertThat(((Choice<?>) ground.getValue()).value()).as("a judgement is never chosen beforehand").isNull();
        robot.type(KeyCode.H)
                .type(KeyCode.TAB)
                .write("20261118")
                .type(KeyCode.ENTER)
                .type(KeyCode.TAB)
                .write("20261117")
                .type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(words(robot, ".card")).contains("Sista dagen är före den första.");
        robot.interact(() -> robot.lookup("#planning-exemption-to").queryAs(DatePicker.class).setValue(null));
        focus(robot, "planning-exemption-why");
        assertThat(note.isDisabled()).isTrue();
        robot.write("Fyllde 67 i november").type(KeyCode.TAB).type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(SelfSupport.class)).singleElement().satisfies(support -> {
            assertThat(support.exemption().ground()).isEqualTo("pension");
            assertThat(support.exemption().from()).isEqualTo("2026-11-18");
            assertThat(support.exemption().to()).isNull();
        });
        assertThat(words(robot, ".section"))
                .contains("Har nått pensionsåldern, från 2026-11-18. Fyllde 67 i november (Karin Berg, 2026-11-22)")
                .noneMatch(line -> line.startsWith("Att pröva"));
        focus(robot, "planning-exemption-remove");
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(SelfSupport.class)).singleElement().satisfies(support -> assertThat(support.exemption()).isNull());
    }

    @Test
    void r28TheCaseworkerSeesWhenTheWorkBeganAndEnded(FxRobot robot) {
        open(robot, CasePlace.PLANNING, PlanningSamples.plan(), PlanningSamples.worked().workEnded(TODAY.minusDays(3)));
        robot.interact(() -> robot.lookup(".titled-pane").queryAllAs(TitledPane.class).forEach(folded -> folded.setExpanded(true)));
        assertThat(words(robot, ".key-values")).containsSequence("Arbetet började", "2026-10-19", "Arbetet slutade", "2026-11-19");
    }

    @Test
    void r21AReferralIsWrittenAndSent(FxRobot robot) {
        open(robot, CasePlace.PLANNING);
        act(robot);
        Button send = robot.lookup("#planning-referral-send").query();
        assertThat(send.isDisabled()).isTrue();
        assertThat(links(robot, ".case-foot")).containsExactly("Skriv behovet", "Skriv syftet", "och 4 till");
        focus(robot, "planning-referral-NEED");
        robot.write("Behov").type(KeyCode.TAB).type(KeyCode.P).type(KeyCode.TAB);
        robot.write("Syfte").type(KeyCode.TAB).write("Mal").type(KeyCode.TAB).write("Praktik").type(KeyCode.TAB).write("Nekas");
        robot.type(KeyCode.TAB).type(KeyCode.P).type(KeyCode.P).type(KeyCode.TAB).write("20261120").type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(links(robot, ".case-foot")).isEmpty();
        act(robot);
        Referral sent = stored(Referral.class).getFirst();
        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(List.of(sent.need(), sent.wantedKind(), sent.purpose(), sent.goal(), sent.content(), sent.consequences()))
                .containsExactly("Behov", "internship", "Syfte", "Mal", "Praktik", "Nekas");
        assertThat(sent.told()).isEqualTo(new Told(Told.How.PHONE, TODAY.minusDays(2)));
        assertThat(words(robot, ".card").stream().map(line -> line.replace('\u00A0', ' '))).contains("10:30: skickad, Karin Berg",
                "Sista dag för svar: om 7 dagar (29 nov).");
    }

    @Test
    void r22TheTimeWithoutAReferralIsWarnedOfWhereTheReferralIsWritten(FxRobot robot) {
        open(robot, CasePlace.PLANNING,
                IntStream.range(0, 4)
                        .mapToObj(back -> PlanningSamples.granted(YearMonth.of(2026, 10).minusMonths(back)))
                        .toArray(Document[]::new));
        Set<Node> said = robot.lookup(".warning-note").queryAll();
        assertThat(said).extracting(node -> ((Labeled) node).getText())
                .containsExactly("Tid med bistånd utan remiss: 4 månader, räknat från 2026-07-01.");
        act(robot);
        assertThat(stored(Referral.class)).hasSize(1);
    }

    @Test
    void r24AnAbsenceIsShownWhenItIsDecidedAndWhatItLedToIsRecorded(FxRobot robot) {
        open(robot, CasePlace.CALCULATION, PlanningSamples.internship(), PlanningSamples.away());
        assertThat(words(robot, ".case-head")).contains("ogiltig frånvaro 2 dagar");
        assertThat(words(robot, "#absence-notice").stream().map(line -> line.replace('\u00A0', ' '))).contains(
                "Tänk på: ogiltig frånvaro 2 dagar", "12 nov, Praktik. Konsulenten skriver: Kom inte och svarade inte i telefon.");
        press(robot, robot.lookup("#absence-notice .plain-link").<Hyperlink>query());
        Button record = robot.lookup("#planning-absence-record").query();
        assertThat(record.isDisabled()).isTrue();
        focus(robot, "planning-absence-IN_NEXT_DECISION");
        robot.type(KeyCode.SPACE);
        focus(robot, "planning-absence-why");
        robot.write("Inget skäl");
        assertThat(record.isDisabled()).isFalse();
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(AbsenceResponse.class)).hasSize(2).allMatch(r -> r.led() == Led.IN_NEXT_DECISION && r.why().equals("Inget skäl"));
        assertThat(words(robot, ".case-head")).doesNotContain("ogiltig frånvaro 2 dagar");
        robot.interact(() -> view.show(CasePlace.DECISION, null));
        act(robot);
        assertThat(words(robot, "#absence-notice")).contains("Ledde till: biståndet sänks eller nekas i nästa beslut. Inget skäl");
    }

    @Test
    void r26AReturnAsksWhatComesNext(FxRobot robot) {
        open(robot, CasePlace.PLANNING, PlanningSamples.returned());
        assertThat(links(robot, ".case-side")).contains("Remiss har kommit tillbaka");
        assertThat(words(robot, ".card")).contains("Hon behöver utredas av vården innan vi kan fortsätta.", "2026-11-18");
        focus(robot, "planning-next-words");
        robot.write("Annat mal").type(KeyCode.TAB).write("20270115").type(KeyCode.ENTER).type(KeyCode.TAB).type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(Snooze.class)).extracting(snooze -> snooze.reason() + " " + snooze.until())
                .containsExactly("Annat mal 2027-01-15");
        assertThat(links(robot, ".case-side")).doesNotContain("Remiss har kommit tillbaka");
        act(robot);
        assertThat(stored(Referral.class)).as("or a new one is begun").hasSize(2);
    }

    @Test
    void aProposalIsAnsweredAndAMonthsReportReceived(FxRobot robot) {
        open(robot, CasePlace.PLANNING, PlanningSamples.plan(), PlanningSamples.proposed(), PlanningSamples.october());
        focus(robot, "planning-proposal-reason");
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(Action.class)).extracting(action -> action.terms().endsOn().toString()).containsExactly("2027-01-29");
        focus(robot, "planning-summary-read-2026-10");
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
        assertThat(stored(AttendanceSummary.class)).allMatch(summary -> summary.receipt() != null);
    }

    @Test
    void theFirstMeetingIsCalledFromWhatIsToDo(FxRobot robot) {
        open(robot, CasePlace.PLANNING, PlanningSamples.accepted());
        press(robot,
                robot.lookup(".case-side .plain-link")
                        .queryAllAs(Hyperlink.class)
                        .stream()
                        .filter(link -> link.getText().equals("Första trepartsmötet att kalla till"))
                        .findFirst()
                        .orElseThrow());
        assertThat(desk.navigator.place().get()).isEqualTo(new Place.CallMeeting(CASE, PlanningSamples.AMINA));
    }

    @Test
    void whatIsToDoSaysWhatItIsAboutAndByWhen(FxRobot robot) {
        open(robot, CasePlace.PLANNING, PlanningSamples.plan(), PlanningSamples.accepted(), PlanningSamples.proposed(),
                PlanningSamples.away(), PlanningSamples.october());
        assertThat(links(robot, ".case-side")).containsSubsequence(Arrays.asList("Skriv vad som följer: ogiltig frånvaro 2 dagar",
                "Planeringssamtal att boka: 17 dagar för sent (5 nov)", "Förslag att svara på: Praktik",
                "Första trepartsmötet att kalla till", "Plan utan dag för uppföljning: om 26 dagar (18 dec)",
                "Insats slutar snart: Praktik, om 12 dagar (4 dec)", "Månadsrapport att läsa: oktober 2026"));
    }
}
