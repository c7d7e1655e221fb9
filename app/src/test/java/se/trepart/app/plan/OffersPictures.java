package se.trepart.app.plan;

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
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.control.Styles;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.app.shell.Directory;
import se.trepart.model.Money;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionOffer;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Draws the catalogue for people to look at: {@code java … OffersPictures folder}. */
public final class OffersPictures {

    private OffersPictures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        Path folder = Path.of(args[0]);
        for (String look : List.of("light", "dark", "large")) {
            Pictures.onScreen(() -> Application.setUserAgentStylesheet(
                    look.equals("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            draw(stage, folder, look, "empty", OffersScreenTest.INGRID, List.of(), _ -> {});
            draw(stage, folder, look, "full", OffersScreenTest.INGRID, many(), _ -> {});
            draw(stage, folder, look, "reads", PlanningSamples.OLA, List.of(OffersScreenTest.KITCHEN), _ -> {});
            draw(stage, folder, look, "new", OffersScreenTest.INGRID, List.of(OffersScreenTest.KITCHEN), OffersViewModel::add);
            draw(stage, folder, look, "change", OffersScreenTest.INGRID, List.of(OffersScreenTest.KITCHEN), model -> {
                model.change(model.rows().getFirst());
                model.typed("plan/change_offer/" + OffersScreenTest.KITCHEN.id() + "/capacity").textProperty().set("inga");
            });
        }
        System.exit(0);
    }

    private static List<ActionOffer> many() {
        List<ActionOffer> all = new ArrayList<>(List.of(OffersScreenTest.KITCHEN));
        for (int i = 0; i < 60; i++) {
            ActionKind kind = ActionKind.catalogue().get(i % ActionKind.catalogue().size());
            all.add(new ActionOffer(CaseSamples.id(1700 + i), Unit.MUNICIPALITY, kind.key(),
                    i % 7 == 0 ? "Exempelstads kommunala fastighetsaktiebolag, södra distriktet " + i : "Återbruket " + i, 3 + i % 20,
                    i % 5 == 0 ? null : Money.kronor(1_500 + i * 100L), i % 3 == 0 ? "Enhetschefen för arbetsmarknad" : "Kostenheten",
                    CaseSamples.TODAY.minusMonths(i), i % 4 == 0 ? CaseSamples.TODAY.plusMonths(2) : null));
        }
        return all;
    }

    private static void draw(Stage stage, Path folder, String look, String name, Staff me, List<ActionOffer> offers,
            Consumer<OffersViewModel> then) throws Exception {
        try (CaseDesk desk = new CaseDesk(Files.createTempDirectory("pictures"), me).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(PlanningSamples.plan(), PlanningSamples.internship())
                .with(offers); Directory directory = new Directory(desk.desk().documents(), me)) {
            Pictures.onScreen(() -> {
                OffersViewModel model = new OffersViewModel(desk.desk(), directory, Duration.ZERO);
                OffersView view = new OffersView(model, desk.desk().texts());
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
