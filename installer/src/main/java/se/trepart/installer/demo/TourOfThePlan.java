package se.trepart.installer.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Main;
import se.trepart.local.cache.DocumentStore;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.Referral;

/** From the referral to the result, between the caseworker on one workstation and the consultant on another (planeringen). */
final class TourOfThePlan {

    private final DemoProgram program;
    private final Path folder;
    private final UUID caseId;
    private final LocalDate today = LocalDate.now();

    TourOfThePlan(DemoProgram program, Path folder, UUID caseId) {
        this.program = program;
        this.folder = folder;
        this.caseId = caseId;
    }

    /** Somebody's window and hands. */
    private record Worker(DemoProgram.Window window, Hands hands) {

        Client client() {
            return window.client();
        }

        DocumentStore documents() {
            return window.seat().workstation().documents();
        }

        void open(Place place) {
            Hands.onScreen(() -> {
                client().navigator().open(place);
                return true;
            });
            hands.settle();
        }

        /** Waits until the central store has brought such a document of the case. */
        <D extends Document> D has(Class<D> type, UUID caseId, String what) {
            return hands.await(what, () -> documents().inCase(type, caseId).stream().reduce((_, last) -> last));
        }
    }

    void run() {
        Worker karin = new Worker(program.window(1), new Hands(program.window(1).client().stage(), folder));
        refer(karin);
        Worker leyla = sit(DemoStaff.LEYLA);
        leyla.has(Referral.class, caseId, "remissen hos konsulenten");
        leyla.open(Main.TODAY);
        leyla.hands().see("Ny remiss");
        leyla.hands().picture("23-konsulentens-dag");
    }

    private Worker sit(Staff person) {
        DemoProgram.Window window = Hands.onScreen(() -> program.sit(person, 2, Stage::new)).join();
        Hands hands = new Hands(window.client().stage(), folder);
        hands.await("fönstret för " + person.name(), () -> window.client().ready() ? Optional.of(true) : Optional.empty());
        hands.see("senast synkad");
        return new Worker(window, hands);
    }

    /** R21: goal and obstacle, and the referral that says what is asked and that the applicant was told. */
    private void refer(Worker karin) {
        Hands hands = karin.hands();
        TourOfTheMainJob.go(hands, karin.client(), caseId, CasePlace.PLANNING);
        hands.typeInto("planning-goal", "Jobba i storkök");
        hands.pressId("planning-obstacle-change");
        hands.choose("planning-obstacle", "Arbetslös, ingen ersättning");
        hands.pick("planning-obstacle-from", today.minusDays(1));
        hands.pressId("planning-obstacle-note");
        hands.picture("20-planering");
        hands.pressId("planning-referral-begin");
        List.of("NEED:Behöver en plats att pröva på arbete i kök.", "PURPOSE:Komma närmare ett arbete.",
                "GOAL:Arbete i storkök inom ett halvår.", "CONTENT:Praktik 20 timmar i veckan.",
                "CONSEQUENCES:Den som inte deltar utan giltigt skäl kan få lägre bistånd.").forEach(part -> {
                    int colon = part.indexOf(':');
                    hands.typeInto("planning-referral-" + part.substring(0, colon), part.substring(colon + 1));
                });
        hands.choose("planning-referral-kind", "Praktik");
        hands.choose("planning-referral-told-how", "på möte");
        hands.pick("planning-referral-told-on", today);
        hands.picture("21-remiss");
        hands.pressId("planning-referral-send");
        hands.see("skickad");
        hands.picture("22-remiss-skickad");
    }
}
