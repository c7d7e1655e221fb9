package se.trepart.app.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.app.casefile.CaseSamples;
import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.ReferralReturn;
import se.trepart.model.plan.SelfSupport;

import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.TODAY;
import static se.trepart.app.casefile.CaseSamples.UNIT;
import static se.trepart.app.casefile.CaseSamples.id;

/** Amina's way to self-support: what the consultant Ola and the caseworker Karin have written. */
public final class PlanningSamples {

    public static final UUID AMINA = id(201);
    public static final Unit LABOUR_MARKET = new Unit(id(3), Unit.MUNICIPALITY, "Arbetsmarknad", Unit.UnitKind.LABOUR_MARKET,
            TODAY.minusYears(2));
    public static final Staff OLA = new Staff(id(14), Unit.MUNICIPALITY, "demo-14", "Ola Lindqvist", "arbetsmarknadskonsulent", "",
            List.of(Role.CONSULTANT), List.of(UNIT, LABOUR_MARKET.id()), List.of(), true, TODAY.minusYears(1));
    /** Another consultant. */
    public static final Staff HANNA = new Staff(id(16), Unit.MUNICIPALITY, "demo-16", "Hanna Ekdahl", "arbetsmarknadskonsulent", "",
            List.of(Role.CONSULTANT), OLA.units(), List.of(), true, TODAY.minusYears(1));
    public static final LocalDate ENDS = LocalDate.of(2026, 12, 4);

    private PlanningSamples() {}

    public static List<Document> municipality() {
        List<Document> all = new ArrayList<>(CaseSamples.municipality());
        all.addAll(List.of(LABOUR_MARKET, OLA));
        return all;
    }

    public static SelfSupport support() {
        return SelfSupport.begin(id(1001), UNIT, CASE, AMINA, LocalDate.of(2026, 10, 1))
                .goal("Jag vill jobba i storkök, helst i en skola nära hemmet.")
                .obstacle(id(1002), Obstacle.of("sick.none").orElseThrow(), LocalDate.of(2026, 4, 1))
                .obstacle(id(1003), Obstacle.of("unemployed.nothing").orElseThrow(), LocalDate.of(2026, 10, 1));
    }

    public static Referral sent() {
        return Referral.begin(id(1010), UNIT, CASE, AMINA, LABOUR_MARKET.id(), KARIN.id(), LocalDate.of(2026, 9, 10))
                .write("Amina behöver komma in i arbetslivet igen efter en lång sjukskrivning.", "internship", "Att pröva arbetsförmågan.",
                        "Arbete inom ett år.", "Praktik i kök, 25 timmar i veckan.", "Biståndet kan sänkas eller nekas.",
                        new Told(Told.How.MEETING, LocalDate.of(2026, 9, 9)))
                .send(id(1011), KARIN.id(), Instant.parse("2026-09-10T08:10:00Z"));
    }

    public static Referral accepted() {
        return sent().receive(id(1012), OLA.id(), Instant.parse("2026-09-11T07:40:00Z"))
                .accept(id(1013), OLA.id(), Instant.parse("2026-09-14T12:00:00Z"));
    }

    public static Referral declined() {
        return sent().decline(id(1014), "Vi har ingen praktikplats i kök före jul.", OLA.id(), Instant.parse("2026-09-14T12:00:00Z"));
    }

    public static Referral returned() {
        ReferralReturn why = new ReferralReturn("Amina orkar inte mer än tio timmar i veckan och har ont varje dag.",
                "Hon behöver utredas av vården innan vi kan fortsätta.", "Två veckors praktik. Hon kom varje dag men fick avbryta.",
                LocalDate.of(2026, 11, 18));
        return accepted().giveBack(id(1015), why, OLA.id(), Instant.parse("2026-11-19T09:00:00Z"));
    }

    public static Plan plan() {
        return new Plan(id(1020), UNIT, CASE, AMINA, OLA.id(), id(1010), "Jobb i storkök före sommaren.", List.of(),
                LocalDate.of(2026, 9, 18), null, List.of(), null);
    }

    public static Action internship() {
        return Action.begin(id(1030), plan(), id(1010), new ActionTerms("internship", "Skolköket i Björkhaga", OLA.id(),
                LocalDate.of(2026, 9, 21), ENDS, 25, "Klara arbetstider och tempo i ett storkök."), List.of());
    }

    /** What the consultant wants changed in what the referral asked for. */
    public static Action proposed() {
        return internship().change(id(1031), internship().terms().until(LocalDate.of(2027, 1, 29)),
                "Köket vill ha kvar henne till februari.", OLA.id(), Role.CONSULTANT, LocalDate.of(2026, 11, 20),
                ShippedPlanningSettings.of(Unit.MUNICIPALITY));
    }

    public static Action ended() {
        return Action
                .begin(id(1040), plan(), null,
                        new ActionTerms("mapping", "Jobbcentrum", OLA.id(), LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 18), 10,
                                "Ta reda på vad Amina vill och kan."),
                        List.of())
                .end(new ActionEnding(LocalDate.of(2026, 9, 18), Outcome.CONTINUES, "Samtal och ett studiebesök.", "Ett tydligt mål.",
                        "Det var bra att få berätta.", "Hon vet vad hon vill.", "Redo för praktik.", "Praktik i kök.", null, null,
                        OLA.id()));
    }

    /** The internship led to work in October. */
    public static Action worked() {
        return internship().end(new ActionEnding(LocalDate.of(2026, 10, 16), Outcome.EMPLOYMENT, "Praktik i kök.", "Ett arbete.",
                "Jag trivs.", "Hon har vuxit.", "Köket är nöjt.", "Uppföljning om en månad.", LocalDate.of(2026, 10, 19), null, OLA.id()));
    }

    /** Aid for a month, granted. */
    public static Decision granted(YearMonth month) {
        DecisionItem item = new DecisionItem(UUID.randomUUID(), null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, Money.kronor(9000),
                Money.kronor(9000), "", "");
        return new Decision(UUID.randomUUID(), UNIT, CASE, UUID.randomUUID(), null, DecisionKind.AID, DecisionStatus.MADE, month,
                month.atDay(1), KARIN.id(), List.of(item), "", "", null, List.of(), KARIN.id(), Role.CASEWORKER, month.atDay(1), null);
    }

    /** Two days away without a valid reason in one week. */
    public static Attendance away() {
        return Attendance.of(internship(), LocalDate.of(2026, 11, 12))
                .mark(LocalDate.of(2026, 11, 11), Presence.PRESENT, 300, 300, "", OLA.id(), Instant.parse("2026-11-11T16:00:00Z"))
                .mark(LocalDate.of(2026, 11, 12), Presence.INVALID, 300, 0, "Kom inte och svarade inte i telefon.", OLA.id(),
                        Instant.parse("2026-11-12T16:00:00Z"))
                .mark(LocalDate.of(2026, 11, 13), Presence.INVALID, 300, 0, "", OLA.id(), Instant.parse("2026-11-13T16:00:00Z"));
    }

    public static AttendanceSummary october() {
        Attendance week = Attendance.of(internship(), LocalDate.of(2026, 10, 26))
                .mark(LocalDate.of(2026, 10, 26), Presence.PRESENT, 300, 285, "", OLA.id(), Instant.parse("2026-10-26T16:00:00Z"))
                .mark(LocalDate.of(2026, 10, 27), Presence.SICK_WITHOUT_CERTIFICATE, 300, 0, "", OLA.id(),
                        Instant.parse("2026-10-27T16:00:00Z"));
        return AttendanceSummary.send(UNIT, CASE, AMINA, YearMonth.of(2026, 10), List.of(week), "Bra jobbat, men ofta trött.", OLA.id(),
                Instant.parse("2026-11-03T09:00:00Z"));
    }
}
