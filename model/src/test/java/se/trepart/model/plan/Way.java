package se.trepart.model.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Sample;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.plan.Referral.Told;

/** Amina's way to self-support for the tests: a referral, a plan and an action of twelve weeks. */
public final class Way {

    public static final UUID AMINA = Sample.id("amina");
    public static final UUID KARIN = Sample.id("karin");
    public static final UUID OLA = Sample.id("ola");
    public static final UUID LABOUR_MARKET = Sample.id("labour market");
    public static final PlanningSettings SETTINGS = ShippedPlanningSettings.of(Sample.UNIT);
    public static final LocalDate STARTS = LocalDate.of(2026, 9, 7);
    public static final LocalDate ENDS = LocalDate.of(2026, 11, 27);

    private Way() {}

    public static Referral writing() {
        return Referral.begin(Sample.id("referral"), Sample.UNIT, Sample.CASE, AMINA, LABOUR_MARKET, KARIN, LocalDate.of(2026, 8, 20));
    }

    public static Referral written() {
        return writing().write("hjälp att hitta arbete", "internship", "egen försörjning", "arbete inom ett år", "praktik 30 timmar",
                "biståndet kan nekas", new Told(Told.How.MEETING, LocalDate.of(2026, 8, 19)));
    }

    public static Referral sent() {
        return written().send(Sample.id("sent"), KARIN, at("2026-08-20T08:00:00Z"));
    }

    public static Referral accepted() {
        return sent().accept(Sample.id("accepted"), OLA, at("2026-08-24T08:00:00Z"));
    }

    public static Plan plan() {
        return new Plan(Sample.id("plan"), Sample.UNIT, Sample.CASE, AMINA, OLA, Sample.id("referral"), "jobb i storkök", List.of(),
                LocalDate.of(2026, 8, 28), LocalDate.of(2026, 11, 25), List.of(), null);
    }

    public static ActionTerms terms() {
        return new ActionTerms("internship", "Skolköket", OLA, STARTS, ENDS, 30, "våga ta plats");
    }

    public static Action action() {
        return Action.begin(Sample.id("action"), plan(), null, terms(), List.of());
    }

    public static Action askedFor() {
        return Action.begin(Sample.id("action"), plan(), Sample.id("referral"), terms(), List.of());
    }

    public static ActionEnding ending(Outcome outcome, LocalDate workFrom) {
        return new ActionEnding(ENDS, outcome, "praktik i köket", "vana vid arbetstider", "det gick bra", "bra närvaro", "redo för arbete",
                "söker jobb med coach", workFrom, null, OLA);
    }

    public static Instant at(String text) {
        return Instant.parse(text);
    }
}
