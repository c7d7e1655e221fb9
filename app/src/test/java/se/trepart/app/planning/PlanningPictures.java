package se.trepart.app.planning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.Pictures;
import se.trepart.app.calculation.CalculationStep;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.ApplicationStep;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.JournalStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.control.Styles;
import se.trepart.app.decision.Decided;
import se.trepart.app.decision.DecidingStep;
import se.trepart.model.Document;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.Exemption;
import se.trepart.model.plan.ExemptionGround;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.SelfSupport.NoEarlyMeeting;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the step Planering for people to look at: {@code java … PlanningPictures folder}. */
public final class PlanningPictures {

    private PlanningPictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        List<Document> full = List.of(PlanningSamples.support(), PlanningSamples.accepted(), PlanningSamples.plan(),
                PlanningSamples.proposed(), PlanningSamples.ended(), PlanningSamples.away(), PlanningSamples.october());
        Referral writing = Referral.begin(CaseSamples.id(1010), CaseSamples.UNIT, CaseSamples.CASE, PlanningSamples.AMINA,
                PlanningSamples.LABOUR_MARKET.id(), CaseSamples.KARIN.id(), CaseSamples.TODAY);
        Path folder = Path.of(args[0]);
        for (String look : List.of("light", "dark", "large")) {
            Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                    look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            draw(stage, folder, look, "empty", CaseSamples.CASE, List.of(), CasePlace.PLANNING, null);
            draw(stage, folder, look, "full", CaseSamples.CASE, full, CasePlace.PLANNING, null);
            SelfSupport pension = PlanningSamples.support()
                    .obstacle(CaseSamples.id(1009), Obstacle.of("pension.waiting").orElseThrow(), CaseSamples.TODAY.minusDays(4));
            draw(stage, folder, look, "proposed", CaseSamples.CASE, List.of(pension), CasePlace.PLANNING, CaseSamples.CASE.toString());
            SelfSupport exempt = pension
                    .exempt(Exemption.note(ExemptionGround.of("pension").orElseThrow(), CaseSamples.TODAY, null,
                            "Fyllde 67 i november och har sökt pension.", CaseSamples.KARIN.id(), CaseSamples.TODAY))
                    .withoutEarlyMeeting(NoEarlyMeeting.because("går i pension", CaseSamples.KARIN.id(), CaseSamples.TODAY));
            draw(stage, folder, look, "exempt", CaseSamples.CASE, List.of(exempt), CasePlace.PLANNING, CaseSamples.CASE.toString());
            draw(stage, folder, look, "full-referrals", CaseSamples.CASE, full, CasePlace.PLANNING, "referrals");
            draw(stage, folder, look, "full-action", CaseSamples.CASE, full, CasePlace.PLANNING, PlanningSamples.plan().id().toString());
            draw(stage, folder, look, "full-summary", CaseSamples.CASE, full, CasePlace.PLANNING,
                    PlanningSamples.october().id().toString());
            draw(stage, folder, look, "writing", CaseSamples.CASE, List.of(PlanningSamples.support(), writing), CasePlace.PLANNING,
                    writing.id().toString());
            draw(stage, folder, look, "returned", CaseSamples.CASE, List.of(PlanningSamples.returned()), CasePlace.PLANNING,
                    PlanningSamples.returned().id().toString());
            draw(stage, folder, look, "large-household", CaseSamples.id(110), List.of(), CasePlace.PLANNING, null);
            draw(stage, folder, look, "application", CaseSamples.CASE, full, CasePlace.APPLICATION, "requests");
            draw(stage, folder, look, "calculation", CaseSamples.CASE, full, CasePlace.CALCULATION, null);
        }
        System.exit(0);
    }

    private static void draw(Stage stage, Path folder, String look, String name, java.util.UUID caseId, List<Document> documents,
            CasePlace place, String anchor) throws Exception {
        List<Document> all = new ArrayList<>(documents);
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), CaseSamples.KARIN).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(CaseSamples.large())
                .with(Decided.november(), Decided.investigated())
                .with(all)) {
            OpenCase[] open = new OpenCase[1];
            OpenCaseView[] view = new OpenCaseView[1];
            Pictures.onScreen(() -> {
                OpenCase openCase = new OpenCase(caseId, desk.desk(), Duration.ZERO);
                open[0] = openCase;
                view[0] = new OpenCaseView(openCase,
                        List.of(new ApplicationStep(openCase), new CalculationStep(openCase, Rulebook.shipped()),
                                new DecidingStep(openCase, Rulebook.shipped()), new PlanningStep(openCase), new JournalStep(openCase)));
                if (openCase.stateProperty().get() == OpenCase.State.REASON_NEEDED) {
                    openCase.giveReason("Jag hjälper en kollega");
                }
                Scene scene = new Scene(new StackPane(view[0].node()), 1065, 760);
                scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
                if (look.equals("large")) {
                    scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
                }
                stage.setScene(scene);
                stage.show();
                view[0].show(place, null);
                view[0].opened();
            });
            Pictures.settle();
            Pictures.onScreen(() -> view[0].show(place, anchor));
            Pictures.take(folder, look + "-" + name);
            Pictures.onScreen(() -> {
                view[0].closed();
                view[0].dispose();
            });
        }
    }
}
