package se.trepart.installer.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Main;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Intent;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Plan;
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
        plan(leyla);
        seePlan(karin);
        meet(karin);
    }

    /** The consultant takes the referral, and makes a plan with an action that began this week. */
    private void plan(Worker leyla) {
        Referral referral = leyla.has(Referral.class, caseId, "remissen");
        UUID me = DemoStaff.LEYLA.id();
        Plan plan = new Plan(UUID.randomUUID(), referral.unitId(), caseId, referral.memberId(), me, referral.id(), "Jobba i storkök",
                List.of(), today, today.plusMonths(2), List.of(), null);
        LocalDate monday = Attendance.monday(today);
        Action action = Action.begin(UUID.randomUUID(), plan, referral.id(),
                new ActionTerms("internship", "Skolköket", me, monday, monday.plusWeeks(11).plusDays(4), 20, "Vana vid arbetstider"),
                List.of());
        leyla.documents()
                .save(Intent.change(referral, referral.accept(UUID.randomUUID(), me, Instant.now())).andCreate(plan).andCreate(action));
    }

    private void seePlan(Worker karin) {
        karin.has(Action.class, caseId, "insatsen hos handläggaren");
        TourOfTheMainJob.go(karin.hands(), karin.client(), caseId, CasePlace.PLANNING);
        karin.hands().see("Skolköket");
        karin.hands().picture("26-plan-i-arendet");
    }

    /** R21, R25: the caseworker calls the three, and they agree on the one screen that all three look at. */
    private void meet(Worker karin) {
        Hands hands = karin.hands();
        karin.open(new Place.CallMeeting(caseId, null));
        hands.type("Varför ni träffas", "Vi går igenom din praktik i skolköket och vad som händer sedan.");
        hands.pickFor("Dag", today);
        hands.type("Klockan", "13:30");
        hands.type("Plats", "Rum Älven");
        hands.chooseFor("Konsulent", DemoStaff.LEYLA.name());
        hands.picture("27-kalla-till-mote");
        hands.press("Kalla till mötet");
        hands.see("Vilka kommer?");
        hands.picture("28-mote");
        hands.press("Öppna mötesvyn");
        hands.type("Med dina egna ord", "Det känns bra i köket. Jag vill ha fler timmar.");
        hands.type("Anteckningar", "Praktiken fungerar. Vi ökar timmarna när två veckor till har gått.");
        hands.pressSpoken("Lägg till en uppgift för: Den sökande");
        hands.type("Vad", "Ringer före klockan åtta vid sjukdom.");
        hands.pressSpoken("Inget den här gången för: Socialsekreterare");
        hands.pressSpoken("Inget den här gången för: Konsulent");
        hands.pickFor("Vi träffas igen", today.plusWeeks(6));
        hands.picture("29-motesvyn");
        hands.press("Avsluta mötet");
        hands.see("anteckningarna är låsta");
        hands.picture("30-motet-avslutat");
        hands.press("Lämna mötesvyn (Esc)");
        karin.open(Main.MEETINGS);
        hands.picture("31-moten");
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
