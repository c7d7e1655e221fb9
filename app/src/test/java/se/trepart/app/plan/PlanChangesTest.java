package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.List;

import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Plan.Goal;
import se.trepart.model.plan.PlanVersion;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader is told of the next version of Amina's plan. */
class PlanChangesTest {

    private static final Goal LICENCE = new Goal(CaseSamples.id(1901), "Körkort", "Teoriprov", null, null);
    private static final Goal CV = new Goal(CaseSamples.id(1902), "Ett aktuellt cv", "Med coachen", null, null);
    private static final Plan PLAN = PlanningSamples.plan().write("Jobb i storkök.", List.of(LICENCE, CV), LocalDate.of(2026, 12, 18));
    private static final Action PRACTICE = PlanningSamples.internship();

    @Test
    void nothingIsToldOfWhatIsTheSame() {
        assertThat(between(PLAN, List.of(PRACTICE), PLAN, List.of(PRACTICE))).isEmpty();
    }

    @Test
    void goalDayAndConsultantAreToldAsTheyWereAndAre() {
        Plan next = PLAN.write("Jobb i skolkök.", PLAN.goals(), null).handOver(PlanningSamples.HANNA.id());
        assertThat(between(PLAN, List.of(), next, List.of())).containsExactly("Konsulent var Ola Lindqvist och är nu Hanna Ekdahl.",
                "Målet var ”Jobb i storkök.” och är nu ”Jobb i skolkök.”.", "Nästa uppföljning var 2026-12-18 och är nu –.");
    }

    @Test
    void eachGoalIsToldOnce() {
        Goal reached = new Goal(LICENCE.id(), "Körkort", "Teoriprov", null, LocalDate.of(2026, 11, 20));
        Goal better = new Goal(CV.id(), "Ett cv på svenska", "Med coachen", null, null);
        Goal another = new Goal(CaseSamples.id(1903), "Öva intervju", "", null, null);
        assertThat(between(PLAN, List.of(), PLAN.write(PLAN.selfSupportGoal(), List.of(reached, another), PLAN.followUpOn()), List.of()))
                .containsExactly("Delmål nått: Körkort (2026-11-20)", "Nytt delmål: Öva intervju",
                        "Delmålet är borttaget: Ett aktuellt cv");
        assertThat(between(PLAN, List.of(), PLAN.write(PLAN.selfSupportGoal(), List.of(LICENCE, better), PLAN.followUpOn()), List.of()))
                .containsExactly("Delmålet är ändrat: Ett cv på svenska");
    }

    @Test
    void anActionIsNewLongerOtherwiseOrEnded() {
        ActionTerms terms = PRACTICE.terms();
        ActionTerms fewer = new ActionTerms(terms.kind(), terms.place(), terms.responsible(), terms.startsOn(), terms.endsOn(), 10,
                terms.goal());
        String name = "Praktik, Skolköket i Björkhaga";
        assertThat(between(PLAN, List.of(), PLAN, List.of(PRACTICE)))
                .containsExactly("Ny insats: " + name + ", 2026-09-21 till 2026-12-04");
        assertThat(between(PLAN, List.of(PRACTICE), PLAN, List.of(with(terms.until(LocalDate.of(2027, 1, 29))))))
                .containsExactly(name + ": sista dagen var 2026-12-04 och är nu 2027-01-29.");
        assertThat(between(PLAN, List.of(PRACTICE), PLAN, List.of(with(fewer)))).containsExactly(name + " är ändrad.");
        Action ended = PlanningSamples.ended();
        Action before = Action.begin(ended.id(), PLAN, null, ended.terms(), List.of());
        assertThat(between(PLAN, List.of(before), PLAN, List.of(ended)))
                .containsExactly("Kartläggning och motivation, Jobbcentrum avslutades 2026-09-18.");
    }

    private static Action with(ActionTerms terms) {
        return PRACTICE.change(CaseSamples.id(1910), terms, "skäl", CaseSamples.KARIN.id(), Role.CASEWORKER, CaseSamples.TODAY,
                ShippedPlanningSettings.of(Unit.MUNICIPALITY));
    }

    private static List<String> between(Plan before, List<Action> actions, Plan after, List<Action> later) {
        return new PlanChanges(new Texts()).between(version(before, actions), version(after, later),
                id -> id.equals(PlanningSamples.HANNA.id()) ? "Hanna Ekdahl" : "Ola Lindqvist");
    }

    private static PlanVersion version(Plan plan, List<Action> actions) {
        return PlanVersion.keep(CaseSamples.id(1920), plan, actions, List.of(), "nytt", CaseSamples.KARIN.id(), CaseSamples.NOW);
    }
}
