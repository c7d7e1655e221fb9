package se.trepart.installer.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Main;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Intent;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;

/** From the referral to the result, between the caseworker on one workstation and the consultant on another (planeringen). */
final class TourOfThePlan {

    private static final int TRIES = 400;
    private static final int PAUSE_MILLIS = 100;

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

        /** Waits until such a document of the case is on this workstation. */
        <D extends Document> D has(Class<D> type, UUID caseId, Predicate<D> which, String what) {
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<D> found = documents().inCase(type, caseId).stream().filter(which).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                Hands.pause(PAUSE_MILLIS);
            }
            hands.picture("felet");
            throw new TourFailed(what + " kom inte", null);
        }

        <D extends Document> D has(Class<D> type, UUID caseId, String what) {
            return has(type, caseId, _ -> true, what);
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
        markAbsent(leyla);
        answerAbsence(karin);
        meet(karin);
        end(leyla);
        results(leyla);
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
        karin.hands().picture("27-plan-i-arendet");
    }

    /** R24: the first day of the week, nobody came. */
    private void markAbsent(Worker leyla) {
        Action action = leyla.has(Action.class, caseId, "insatsen");
        leyla.documents()
                .save(Intent.create(Attendance.of(action, today)
                        .mark(Attendance.monday(today), Presence.INVALID, 240, 0, "Kom inte.", DemoStaff.LEYLA.id(), Instant.now())));
    }

    /** It is in the caseworker's day when it has synced, in the head of the case, in the calculation, and gets its answer. */
    private void answerAbsence(Worker karin) {
        Hands hands = karin.hands();
        karin.has(Attendance.class, caseId, "frånvaron hos handläggaren");
        karin.open(Main.TODAY);
        hands.rollTo("Ogiltig frånvaro");
        hands.picture("29-handlaggarens-dag");
        TourOfTheMainJob.go(hands, karin.client(), caseId, CasePlace.CALCULATION);
        hands.see("ogiltig frånvaro");
        hands.picture("30-berakning");
        TourOfTheMainJob.go(hands, karin.client(), caseId, CasePlace.PLANNING);
        hands.pressId("planning-absence-TALKED");
        hands.typeInto("planning-absence-why", "Bussen var inställd. Vi har gått igenom hur frånvaro anmäls.");
        hands.picture("31-franvaro");
        hands.pressId("planning-absence-record");
        karin.has(AbsenceResponse.class, caseId, "följden av frånvaron");
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
        hands.picture("32-kalla-till-mote");
        hands.press("Kalla till mötet");
        hands.see("Vilka kommer?");
        hands.picture("33-mote");
        hands.press("Öppna mötesvyn");
        hands.type("Med dina egna ord", "Det känns bra i köket. Jag vill ha fler timmar.");
        hands.type("Anteckningar", "Praktiken fungerar. Vi ökar timmarna när två veckor till har gått.");
        hands.pressSpoken("Lägg till en uppgift för: Den sökande");
        hands.type("Vad", "Ringer före klockan åtta vid sjukdom.");
        hands.pressSpoken("Inget den här gången för: Socialsekreterare");
        hands.pressSpoken("Inget den här gången för: Konsulent");
        hands.pickFor("Vi träffas igen", today.plusWeeks(6));
        hands.picture("34-motesvyn");
        hands.press("Avsluta mötet");
        hands.see("anteckningarna är låsta");
        hands.picture("35-motet-avslutat");
        hands.press("Lämna mötesvyn (Esc)");
        karin.open(Main.MEETINGS);
        hands.picture("36-moten");
    }

    /** R23, R28: what the three say of it, and what it led to. */
    private void end(Worker leyla) {
        Action action = leyla.has(Action.class, caseId, "insatsen");
        leyla.documents()
                .save(Intent.change(action,
                        action.end(new ActionEnding(today, Outcome.EMPLOYMENT, "Praktik i skolköket.", "Ett vikariat i köket.",
                                "Jag trivs och vill stanna.", "Bra att det gick att följa.", "Växte med uppgifterna.",
                                "Följs upp efter en månad.", today.plusDays(1), null, DemoStaff.LEYLA.id()))));
    }

    private static void results(Worker leyla) {
        leyla.open(Main.RESULTS);
        leyla.hands().see("Så läser du talen");
        leyla.hands().picture("39-resultat");
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
