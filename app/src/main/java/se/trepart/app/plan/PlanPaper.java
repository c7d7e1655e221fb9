package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.Map;

import se.trepart.app.letter.LetterHead;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Action.ActionStep;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Plan;

import org.jspecify.annotations.Nullable;

/** The plan as an accessible paper to sign, and the participant's own copy in plain words (planen på papper). */
final class PlanPaper {

    private final Desk desk;
    private final Texts texts;
    private final LetterOffice office;

    PlanPaper(Desk desk, LetterOffice office) {
        this.desk = desk;
        this.office = office;
        texts = desk.texts();
    }

    /** To be signed by both. Not on the JavaFX thread. */
    Paper plan(PlanPage page) {
        return paper("plan", page, texts.of("plan.file"));
    }

    /** The participant's own. Not on the JavaFX thread. */
    Paper inPlainWords(PlanPage page) {
        return paper("plan-plain", page, texts.of("plan.file-plain"));
    }

    private Paper paper(String template, PlanPage page, String fileName) {
        LocalDate today = desk.today();
        LetterHead head = LetterHead.of(page.now().documents().file(), page.now().documents().household(), page.adult().id(),
                page.now().registers().settings(today).municipality(), desk.staff(), today);
        return new Paper(head.queueName(fileName), office.pdf(template, head, Map.of("plan", sheet(page))));
    }

    private PlanSheet sheet(PlanPage page) {
        Plan plan = page.running().or(() -> java.util.Optional.ofNullable(page.plan())).orElseThrow();
        String version = page.versions()
                .stream()
                .findFirst()
                .filter(kept -> kept.plan().equals(plan))
                .map(kept -> texts.of("plan.paper.version", kept.number()))
                .orElse(texts.of("plan.paper.draft"));
        return new PlanSheet(page.adult().person().name(), plan.selfSupportGoal(),
                plan.goals()
                        .stream()
                        .filter(goal -> goal.reachedOn() == null)
                        .map(goal -> new PlanSheet.Goal(goal.what(), goal.how(), day(goal.by())))
                        .toList(),
                page.open().stream().filter(action -> action.planId().equals(plan.id())).map(action -> action(action, page)).toList(),
                day(plan.followUpOn()), page.staff(plan.consultant()), version);
    }

    private static PlanSheet.Action action(Action action, PlanPage page) {
        String kind = ActionKind.nameOf(action.terms().kind());
        String place = action.terms().place();
        return new PlanSheet.Action(place.isBlank() ? kind : kind + ", " + place, day(action.terms().startsOn()),
                day(action.terms().endsOn()), action.terms().hoursAWeek(), page.staff(action.terms().responsible()), action.terms().goal(),
                action.steps().stream().filter(step -> step.doneOn() == null).map(ActionStep::what).toList());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Formats.longDate(day);
    }
}
