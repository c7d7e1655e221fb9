package se.trepart.installer.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.attendance.AttendanceRow;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Main;
import se.trepart.local.cache.DocumentStore;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
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

    /** The consultant takes the referral, and makes a plan from a template with an action that began this week. */
    private void plan(Worker leyla) {
        Hands hands = leyla.hands();
        openParticipant(leyla);
        hands.see("Anta remissen");
        hands.picture("24-remissen-hos-konsulenten");
        hands.pressId("plan-next");
        hands.press("Börja planen");
        hands.choose("plan-TEMPLATE", "Praktik mot");
        hands.typeInto("plan-SELF_SUPPORT", "Jobba i storkök");
        hands.pick("plan-NEXT_ON", today.plusMonths(2));
        hands.picture("25-plan-ur-mall");
        hands.pressId("plan-form-do");
        LocalDate monday = Attendance.monday(today);
        hands.typeInto("plan-PLACE", "Skolköket");
        hands.pick("plan-STARTS_ON", monday);
        hands.pick("plan-ENDS_ON", monday.plusWeeks(11).plusDays(4));
        hands.choose("plan-ASKED_FOR", "Ja");
        hands.pressId("plan-form-do");
        leyla.has(Action.class, caseId, "insatsen");
        openParticipant(leyla);
        hands.picture("26-planen");
    }

    private void openParticipant(Worker leyla) {
        leyla.open(new Place.OfPlan(caseId, leyla.has(Referral.class, caseId, "remissen").memberId()));
    }

    private void seePlan(Worker karin) {
        karin.has(Action.class, caseId, "insatsen hos handläggaren");
        TourOfTheMainJob.go(karin.hands(), karin.client(), caseId, CasePlace.PLANNING);
        karin.hands().see("Skolköket");
        karin.hands().picture("27-plan-i-arendet");
    }

    /** R24: the first day of the week, nobody came. */
    private void markAbsent(Worker leyla) {
        Hands hands = leyla.hands();
        Action action = leyla.has(Action.class, caseId, "insatsen");
        leyla.open(Main.ATTENDANCE);
        TableView<?> grid = hands.await("närvaron",
                () -> hands.find(TableView.class, table -> table.getItems().stream().anyMatch(AttendanceRow.class::isInstance)));
        int row = grid.getItems().stream().map(AttendanceRow.class::cast).map(one -> one.action().id()).toList().indexOf(action.id());
        hands.focus(grid);
        hands.keys(Collections.nCopies(grid.getItems().size(), KeyCode.UP).toArray(KeyCode[]::new));
        hands.keys(KeyCode.HOME);
        hands.keys(Collections.nCopies(row, KeyCode.DOWN).toArray(KeyCode[]::new));
        hands.keys(KeyCode.O);
        hands.see("Handläggaren ser det när det har skickats");
        hands.picture("28-narvaro");
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
        Hands hands = leyla.hands();
        openParticipant(leyla);
        hands.pressFirst("plan-end-");
        hands.pick("plan-ON", today);
        hands.typeInto("plan-DONE", "Praktik i skolköket.");
        hands.typeInto("plan-GAVE", "Ett vikariat i köket.");
        hands.typeInto("plan-APPLICANT", "Jag trivs och vill stanna.");
        hands.typeInto("plan-CASEWORKER", "Bra att det gick att följa.");
        hands.typeInto("plan-CONSULTANT", "Växte med uppgifterna.");
        hands.choose("plan-OUTCOME", "arbete utan stöd");
        hands.pick("plan-WORK_FROM", today.plusDays(1));
        hands.typeInto("plan-NEXT_STEP", "Följs upp efter en månad.");
        hands.picture("37-utvardering");
        hands.pressId("plan-form-do");
        leyla.has(Action.class, caseId, action -> action.ending() != null, "avslutet");
        hands.picture("38-avslutad");
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
