package se.trepart.app.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.Pictures;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.app.shell.Place.OfPlan;
import se.trepart.model.Document;
import se.trepart.model.plan.Action;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import org.jspecify.annotations.Nullable;

/** Draws a participant for people to look at: {@code java … ParticipantPictures folder}. */
public final class ParticipantPictures {

    private static final LetterOffice LETTERS = new LetterOffice(Rulebook.shipped());

    private ParticipantPictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        Path folder = Path.of(args[0]);
        List<Document> full = List.of(PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.proposed(),
                PlanningSamples.ended(), PlanningSamples.away());
        List<Document> open = List.of(PlanningSamples.accepted(), PlanningSamples.plan(), PlanningSamples.internship());
        for (String look : List.of("light", "dark", "large")) {
            Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                    look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            draw(stage, folder, look, "empty", List.of(), null, null);
            draw(stage, folder, look, "sent", List.of(PlanningSamples.sent()), null, null);
            draw(stage, folder, look, "full", full, null, null);
            draw(stage, folder, look, "full-action", full, PlanningSamples.internship().id().toString(), null);
            draw(stage, folder, look, "end", open, null, (model, _) -> new ActionForms.End(model, PlanningSamples.internship()));
            Action worked = PlanningSamples.worked().workEnded(CaseSamples.TODAY.minusDays(12));
            List<Document> atWork = List.of(PlanningSamples.accepted(), PlanningSamples.plan(), worked);
            draw(stage, folder, look, "work", atWork, worked.id().toString(), null);
            draw(stage, folder, look, "work-ended", atWork, null, (model, _) -> new ActionForms.WorkEnded(model, worked));
            draw(stage, folder, look, "hand-over", open, null,
                    (model, page) -> new PlanForms.HandOver(model, page, PlanningSamples.plan()));
            draw(stage, folder, look, "new", open, null,
                    (model, page) -> new ActionForms.New(model, page, PlanningSamples.plan(), PlanTemplate.all().getFirst()));
        }
        System.exit(0);
    }

    private static void draw(Stage stage, Path folder, String look, String name, List<Document> documents, @Nullable String anchor,
            @Nullable BiFunction<ParticipantViewModel, PlanPage, PlanForm> form) throws Exception {
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), PlanningSamples.OLA).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(PlanningSamples.HANNA)
                .with(documents)) {
            Pictures.onScreen(() -> {
                ParticipantView view = new ParticipantView(new OpenCase(CaseSamples.CASE, desk.desk(), Duration.ZERO, _ -> true),
                        PlanningSamples.AMINA, LETTERS);
                StackPane root = new StackPane(view.node());
                Scene scene = new Scene(root, 1000, 760);
                scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
                if (look.equals("large")) {
                    scene.getStylesheets().add(Styles.class.getResource("text-125.css").toExternalForm());
                }
                stage.setScene(scene);
                stage.show();
                view.opened();
                view.show(new OfPlan(CaseSamples.CASE, PlanningSamples.AMINA, anchor));
                if (form != null) {
                    view.model().open(form.apply(view.model(), view.model().page().orElseThrow()));
                }
            });
            Pictures.take(folder, look + "-" + name);
        }
    }
}
