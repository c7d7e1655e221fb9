package se.trepart.app.plan;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.control.Styles;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.keyboard.Shortcuts;
import se.trepart.app.language.Findings;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.language.Weight;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterPdfTest;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;

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
import static se.trepart.app.planning.PlanningSamples.OLA;

/** A participant gone through by the keyboard, as the consultant Ola works. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ParticipantScreenTest {

    private static final LetterOffice LETTERS = new LetterOffice(Rulebook.shipped());

    private CaseDesk desk;
    private ParticipantView view;
    private Stage stage;

    @Start
    void start(Stage window) {
        Locale.setDefault(Locale.of("sv", "SE"));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = window;
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private void open(FxRobot robot, Staff me, Document... documents) throws Exception {
        desk = new CaseDesk(Files.createTempDirectory("plan"), me).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(documents);
        robot.interact(() -> {
            view = new ParticipantView(new OpenCase(CASE, desk.desk(), Duration.ZERO, _ -> true), PlanningSamples.AMINA, LETTERS);
            Scene scene = new Scene(new StackPane(view.node()), 1000, 760);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            Shortcuts shortcuts = new Shortcuts();
            shortcuts.on(Shortcut.MAIN_ACTION, view::mainAction);
            shortcuts.attach(scene);
            stage.setScene(scene);
            stage.show();
            view.opened();
        });
    }

    private void press(FxRobot robot, String id) {
        robot.interact(robot.lookup("#" + id).query()::requestFocus);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
    }

    /** Over what stands in the field. */
    private void write(FxRobot robot, String field, String words) {
        robot.interact(robot.lookup("#plan-" + field).query()::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A).write(words);
        robot.interact(() -> {});
    }

    /** The main action, by its keys. */
    private void act(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.interact(() -> {});
    }

    private void day(FxRobot robot, String field, LocalDate day) {
        DatePicker picker = robot.lookup("#plan-" + field).queryAs(DatePicker.class);
        robot.interact(() -> {
            picker.requestFocus();
            picker.getEditor().selectAll();
        });
        robot.write(day.toString().replace("-", "")).type(KeyCode.ENTER);
        robot.interact(() -> {});
    }

    @SuppressWarnings("unchecked")
    private void choose(FxRobot robot, String field, String label) {
        ComboBox<Choice<String>> box = robot.lookup("#plan-" + field).queryAs(ComboBox.class);
        robot.interact(box::requestFocus);
        List<String> labels = box.getItems().stream().map(Choice::label).toList();
        int steps = labels.indexOf(label) - box.getItems().indexOf(box.getValue());
        robot.type(steps < 0 ? KeyCode.UP : KeyCode.DOWN, Math.abs(steps));
        assertThat(box.getValue().label()).isEqualTo(label);
    }

    private boolean disabled(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Button.class).isDisabled();
    }

    private List<String> reasons(FxRobot robot) {
        return robot.lookup(".case-foot .plain-link").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private <D extends Document> D stored(Class<D> type) {
        return desk.desk().documents().inCase(type, CASE).getLast();
    }

    @Test
    void r21AReferralIsReceivedAndAcceptedAndAPlanBegunFromATemplate(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.sent());
        press(robot, "plan-receive");
        assertThat(stored(Referral.class).status()).isEqualTo(Status.RECEIVED);
        act(robot);
        assertThat(stored(Referral.class).status()).isEqualTo(Status.ACCEPTED);
        act(robot);
        assertThat(disabled(robot, "plan-form-do")).isTrue();
        choose(robot, "TEMPLATE", "Praktik med språkstöd");
        write(robot, "SELF_SUPPORT", "Jag vill jobba i skolkök.");
        day(robot, "NEXT_ON", TODAY.plusMonths(1));
        act(robot);
        Plan plan = stored(Plan.class);
        assertThat(plan.selfSupportGoal()).isEqualTo("Jag vill jobba i skolkök.");
        assertThat(plan.goals()).hasSize(3);
        // the template's action is next: when it is and where is for people to say
        assertThat(reasons(robot)).containsExactly("Saknas: Plats", "Saknas: Första dagen", "och 2 till");
        write(robot, "PLACE", "Skolköket");
        day(robot, "STARTS_ON", TODAY.plusDays(9));
        day(robot, "ENDS_ON", TODAY.plusDays(8));
        choose(robot, "ASKED_FOR", "Ja, remissen bad om den");
        assertThat(reasons(robot)).containsExactly("Sista dagen är före den första.");
        day(robot, "ENDS_ON", TODAY.plusWeeks(12));
        act(robot);
        Action action = stored(Action.class);
        assertThat(action.terms().kind()).isEqualTo("language-practice");
        assertThat(action.terms().endsOn()).isEqualTo(TODAY.plusWeeks(12));
        assertThat(action.steps()).hasSize(5);
        assertThat(action.referralId()).isEqualTo(stored(Referral.class).id());
    }

    @Test
    void r21ANoHasAReason(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.sent());
        press(robot, "plan-decline");
        assertThat(disabled(robot, "plan-form-do")).isTrue();
        write(robot, "WHY", "Ingen plats före jul.");
        act(robot);
        assertThat(stored(Referral.class).status()).isEqualTo(Status.DECLINED);
    }

    @Test
    void r23AnActionEndsWithWhatTheThreeSayAndTheDayWorkBegan(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.internship());
        press(robot, "plan-end-" + PlanningSamples.internship().id());
        for (String field : List.of("DONE", "GAVE", "APPLICANT", "CASEWORKER", "CONSULTANT", "NEXT_STEP")) {
            write(robot, field, field);
        }
        day(robot, "ON", TODAY);
        choose(robot, "OUTCOME", "arbete utan stöd");
        assertThat(reasons(robot)).containsExactly("Saknas: Arbetet började");
        day(robot, "WORK_FROM", TODAY.plusDays(1));
        act(robot);
        assertThat(stored(Action.class).ending()).satisfies(ending -> {
            assertThat(ending.outcome()).isEqualTo(Outcome.EMPLOYMENT);
            assertThat(ending.workFrom()).isEqualTo(TODAY.plusDays(1));
            assertThat(ending.applicantSays()).isEqualTo("APPLICANT");
        });
    }

    @Test
    void r28TheDayWorkEndedIsNotedAndShownWithWhetherItCounts(FxRobot robot) throws Exception {
        Action ended = PlanningSamples.worked();
        open(robot, OLA, PlanningSamples.accepted(), PlanningSamples.plan(), ended);
        assertThat(said(robot)).contains("från 2026-10-19, pågår");
        press(robot, "plan-work-" + ended.id());
        day(robot, "WORK_TO", LocalDate.of(2026, 10, 18));
        assertThat(reasons(robot)).containsExactly("Arbetet började 2026-10-19. Det kan inte ha slutat före den dagen.");
        day(robot, "WORK_TO", TODAY.plusDays(1));
        assertThat(reasons(robot)).containsExactly("Skriv den sista dagen när den har varit.");
        day(robot, "WORK_TO", LocalDate.of(2026, 11, 10));
        act(robot);
        assertThat(stored(Action.class).ending().workTo()).isEqualTo("2026-11-10");
        assertThat(said(robot)).contains("2026-10-19 till 2026-11-10. Kortare än en månad, räknas inte som arbete.");
        // it went on after all
        press(robot, "plan-work-" + ended.id());
        robot.interact(() -> robot.lookup("#plan-WORK_TO").queryAs(DatePicker.class).setValue(null));
        act(robot);
        assertThat(stored(Action.class)).isEqualTo(ended);
    }

    private List<String> said(FxRobot robot) {
        robot.interact(() -> robot.lookup(".titled-pane").queryAllAs(TitledPane.class).forEach(folded -> folded.setExpanded(true)));
        return robot.lookup(".key-values .label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPlanIsHandedOverWithAReasonAndTheRemindersThatSomebodySays(FxRobot robot) throws Exception {
        Reminder own = Reminder.set(CaseSamples.id(1601), CaseSamples.UNIT, CASE, Side.PLAN, "ring köket", TODAY, OLA.id(), OLA.id(),
                TODAY);
        open(robot, OLA, PlanningSamples.HANNA, PlanningSamples.accepted(), PlanningSamples.plan(), own);
        press(robot, "plan-hand-over");
        ComboBox<Choice<String>> box = robot.lookup("#plan-NEW_KEEPER").queryAs(ComboBox.class);
        assertThat(box.getItems()).extracting(Choice::label)
                .as("consultants who may see the case")
                .containsExactly("Välj …", "Hanna Ekdahl");
        choose(robot, "NEW_KEEPER", "Hanna Ekdahl");
        assertThat(reasons(robot)).containsExactly("Saknas: Skäl", "Saknas: Konsulentens egna bevakningar om personen");
        write(robot, "WHY", "Ola börjar på Komvux.");
        choose(robot, "REMINDERS", "Lämna över dem också");
        act(robot);
        assertThat(stored(Plan.class).consultant()).isEqualTo(PlanningSamples.HANNA.id());
        assertThat(stored(Reminder.class).forStaff()).isEqualTo(PlanningSamples.HANNA.id());
        assertThat(stored(PlanVersion.class).why()).isEqualTo("Planen gick från Ola Lindqvist till Hanna Ekdahl. Ola börjar på Komvux.");
        assertThat(robot.lookup("#plan-hand-over").queryAll()).as("it is Hanna's now").isEmpty();
    }

    @Test
    void r23AnExtensionOfWhatTheReferralAskedForIsAProposal(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.internship());
        press(robot, "plan-change-" + PlanningSamples.internship().id());
        assertThat(reasons(robot)).containsExactly("Saknas: Skäl", "Inget är ändrat än.");
        day(robot, "ENDS_ON", LocalDate.of(2027, 1, 29));
        write(robot, "WHY", "Köket vill ha kvar henne.");
        act(robot);
        assertThat(stored(Action.class).proposal()).hasValueSatisfying(change -> assertThat(change.asks()).isEqualTo(Asks.CASEWORKER));
        assertThat(stored(Action.class).terms().endsOn()).isEqualTo(PlanningSamples.ENDS);
    }

    @Test
    void r23BeyondSixMonthsTheTeamLeadAnswers(FxRobot robot) throws Exception {
        Action proposed = PlanningSamples.internship()
                .change(CaseSamples.id(1099), PlanningSamples.internship().terms().until(LocalDate.of(2027, 6, 1)), "lång väg", OLA.id(),
                        Role.CONSULTANT, TODAY, se.trepart.model.control.ShippedPlanningSettings.of(CaseSamples.UNIT));
        Staff lead = new Staff(CaseSamples.id(77), CaseSamples.UNIT, "lena", "Lena Lund", "", "", List.of(Role.TEAM_LEAD),
                List.of(CaseSamples.UNIT), List.of(), true, TODAY.minusYears(1));
        open(robot, lead, PlanningSamples.accepted(), PlanningSamples.plan(), proposed);
        press(robot, "plan-answer-" + proposed.id());
        choose(robot, "WHAT", "Nej, ändra inte");
        assertThat(disabled(robot, "plan-form-do")).isTrue();
        write(robot, "WHY", "Pröva arbete i stället.");
        act(robot);
        assertThat(stored(Action.class).proposal()).isEmpty();
        assertThat(stored(Action.class).terms().endsOn()).isEqualTo(PlanningSamples.ENDS);
    }

    @Test
    void r26AReturnHasAssessmentReasonEvaluationAndATalk(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.accepted());
        press(robot, "plan-return");
        assertThat(reasons(robot)).containsExactly("Saknas: Din bedömning", "Saknas: Skäl", "och 2 till");
        for (String field : List.of("ASSESSMENT", "WHY", "EVALUATION")) {
            write(robot, field, field);
        }
        day(robot, "TALKED_THROUGH", TODAY.plusDays(1));
        assertThat(disabled(robot, "plan-form-do")).isTrue();
        day(robot, "TALKED_THROUGH", TODAY);
        act(robot);
        assertThat(stored(Referral.class).status()).isEqualTo(Status.RETURNED);
    }

    @Test
    void r27AFollowUpSaysWhenTheNextOneIs(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.internship());
        act(robot);
        write(robot, "WORDS", "Det går bra.");
        assertThat(reasons(robot)).containsExactly("Saknas: Nästa uppföljning");
        day(robot, "NEXT_ON", TODAY.plusMonths(2));
        act(robot);
        assertThat(stored(Plan.class).followUps()).singleElement().satisfies(done -> assertThat(done.words()).isEqualTo("Det går bra."));
        assertThat(stored(Plan.class).followUpOn()).isEqualTo(TODAY.plusMonths(2));
    }

    @Test
    void whatIsTypedInAFormIsThereWhenItIsOpenedAgain(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.internship());
        act(robot);
        write(robot, "WORDS", "Halvfärdigt");
        press(robot, "plan-form-leave");
        act(robot);
        assertThat(robot.lookup("#plan-WORDS").queryAs(TextInputControl.class).getText()).isEqualTo("Halvfärdigt");
    }

    @Test
    void r23APlanIsClosedOnlyWhenItsActionsHaveEnded(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.internship());
        assertThat(disabled(robot, "plan-close")).isTrue();
    }

    @Test
    void aVersionIsKeptAndBothPapersAreAccessible(FxRobot robot) throws Exception {
        open(robot, OLA, PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.internship());
        press(robot, "plan-version-keep");
        write(robot, "NEWS", "Första planen");
        act(robot);
        assertThat(stored(PlanVersion.class).number()).isEqualTo(1);
        PlanPage page = PlanPage.of(new se.trepart.app.casefile.CaseSituation(
                se.trepart.app.casefile.CaseDocuments.of(desk.desk().documents().caseDocuments(CASE)).orElseThrow(),
                se.trepart.app.casefile.Registers.read(desk.desk().documents()), null, TODAY), PlanningSamples.AMINA);
        PlanPaper paper = new PlanPaper(desk.desk(), LETTERS);
        for (byte[] pdf : List.of(paper.plan(page).pdf(), paper.inPlainWords(page).pdf())) {
            LetterPdfTest.assertAccessibleAndArchivable(pdf);
            Findings findings = PlainLanguage.shipped().check(LetterText.ofPdf(pdf));
            assertThat(findings.all()).filteredOn(f -> f.weight() != Weight.NOTE).extracting(f -> f.check() + ": " + f.quote()).isEmpty();
        }
    }
}
