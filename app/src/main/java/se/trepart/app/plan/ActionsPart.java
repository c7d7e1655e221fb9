package se.trepart.app.plan;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.Folded;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Action.ActionStep;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Plan;

/** The time-limited actions of a participant (insatser). R23 */
final class ActionsPart {

    private final ParticipantViewModel model;
    private final Map<String, Node> anchors;
    private final Desk desk;
    private final Texts texts;

    ActionsPart(ParticipantViewModel model, Map<String, Node> anchors) {
        this.model = model;
        this.anchors = anchors;
        desk = model.openCase().desk();
        texts = desk.texts();
    }

    Node build(PlanPage page) {
        Section section = new Section(texts.of("plan.actions"));
        if (page.actions().isEmpty()) {
            section.getChildren().add(Labels.hint(texts.of("plan.actions.none")));
        }
        for (Action action : page.actions()) {
            ActionEnding ending = action.ending();
            Node node = ending == null ? card(action, page) : ended(action, ending);
            anchors.put(action.id().toString(), node);
            section.getChildren().add(node);
        }
        if (model.mayPlan()) {
            page.running()
                    .map((Plan plan) -> ParticipantPage.button(texts.of("plan.action.new"), "plan-action-new",
                            () -> model.open(new ActionForms.New(model, page, plan))))
                    .ifPresent(section.getChildren()::add);
        }
        return section;
    }

    private Node card(Action action, PlanPage page) {
        Action.Status status = action.status(page.today());
        String tone = switch (status) {
            case ONGOING, EXTENDED -> Styles.GOOD;
            case DUE_FOR_FOLLOW_UP -> Styles.URGENT;
            case PLANNED, ENDED -> Styles.BADGE;
        };
        HBox head = new HBox(Labels.strong(name(action.terms())), Labels.badge(texts.name("planning.action", status), tone));
        head.getStyleClass().add(Styles.ROW);
        if (action.endsWithin(page.settings().endingDays(), page.today())) {
            head.getChildren()
                    .add(Labels.badge(texts.of("plan.action.ends", desk.formats().due(action.terms().endsOn())), Styles.ATTENTION));
        }
        VBox card = new VBox(head, terms(action, page));
        card.getStyleClass().add(Styles.CARD);
        action.steps().forEach(step -> card.getChildren().add(step(action, step)));
        action.changes()
                .stream()
                .filter(change -> !change.waits())
                .forEach(change -> card.getChildren().add(Labels.hint(made(change, page))));
        action.proposal().ifPresent(change -> card.getChildren().add(Warnings.of(proposed(change, page))));
        if (model.mayPlan()) {
            card.getChildren().add(buttons(action, page));
        }
        return card;
    }

    private Node buttons(Action action, PlanPage page) {
        FlowPane row = new FlowPane(8, 8);
        Optional<ActionChange> proposal = action.proposal();
        if (proposal.isEmpty()) {
            row.getChildren()
                    .addAll(ParticipantPage.button(texts.of("plan.action.end"), "plan-end-" + action.id(),
                            () -> model.open(new ActionForms.End(model, action))),
                            ParticipantPage.button(texts.of("plan.action.change"), "plan-change-" + action.id(),
                                    () -> model.open(new ActionForms.Change(model, page, action))));
        } else if (ActionForms.Answer.mayAnswer(model, proposal.get())) {
            row.getChildren()
                    .add(ParticipantPage.button(texts.of("plan.action.answer"), "plan-answer-" + action.id(),
                            () -> model.open(new ActionForms.Answer(model, action))));
        }
        row.getChildren()
                .add(ParticipantPage.button(texts.of("plan.action.steps"), "plan-steps-" + action.id(),
                        () -> model.open(new ActionForms.Steps(model, action))));
        return row;
    }

    private Node terms(Action action, PlanPage page) {
        ActionTerms terms = action.terms();
        KeyValues facts = new KeyValues().add(texts.of("planning.action.time"), time(terms))
                .add(texts.of("planning.action.hours"), texts.of("planning.action.hours-a-week", terms.hoursAWeek()))
                .add(texts.of("planning.action.responsible"), page.staff(terms.responsible()))
                .add(texts.of("planning.action.goal"), terms.goal());
        if (action.referralId() != null) {
            facts.add(texts.of("plan.action.why-here"), texts.of("plan.action.asked-for"));
        }
        return facts;
    }

    private Node step(Action action, ActionStep step) {
        String words = step.doneOn() == null ? step.what() : texts.of("plan.step.done", step.what(), Formats.date(step.doneOn()));
        CheckBox box = new CheckBox(words);
        box.setId("plan-step-" + step.id());
        box.setSelected(step.doneOn() != null);
        box.setDisable(!model.mayPlan());
        box.setOnAction(_ -> model.step(action, step.id(), box.isSelected()));
        return box;
    }

    private Node ended(Action action, ActionEnding ending) {
        String title = texts.of("plan.action.ended", name(action.terms()), Formats.date(ending.on()),
                texts.name("plan.outcome", ending.outcome()));
        KeyValues said = new KeyValues().add(texts.of("planning.action.time"), time(action.terms()));
        if (ActionForms.WorkEnded.asked(action)) {
            said.add(texts.of("plan.work"), work(ending));
        }
        said.add(texts.of("plan.said.done"), ending.done())
                .add(texts.of("plan.said.gave"), ending.gave())
                .add(texts.of("plan.said.applicant"), ending.applicantSays())
                .add(texts.of("plan.said.caseworker"), ending.caseworkerSays())
                .add(texts.of("plan.said.consultant"), ending.consultantSays())
                .add(texts.of("plan.said.next"), ending.nextStep());
        VBox content = new VBox(said);
        content.getStyleClass().add(Styles.SECTION);
        if (model.mayPlan() && ActionForms.WorkEnded.asked(action)) {
            content.getChildren()
                    .add(ParticipantPage.button(texts.of(ending.workTo() == null ? "plan.work.note" : "plan.work.change"),
                            "plan-work-" + action.id(), () -> model.open(new ActionForms.WorkEnded(model, action))));
        }
        return new Folded(title, content);
    }

    /** R28: from when until when, and whether it counts. */
    private String work(ActionEnding ending) {
        String from = Optional.ofNullable(ending.workFrom()).map(Formats::date).orElse("–");
        String time = Optional.ofNullable(ending.workTo())
                .map(to -> texts.of("planning.action.from-to", from, Formats.date(to)))
                .orElse(texts.of("plan.work.since", from));
        return ending.workCountsFrom().isPresent() ? time : texts.of("plan.work.short", time);
    }

    private String made(ActionChange change, PlanPage page) {
        String line = texts.of("plan.change", Formats.date(change.on()), page.staff(change.by()), what(change), change.reason());
        ActionChange.Answer answer = change.answer();
        return answer == null
                ? line
                : texts.of(answer.accepted() ? "plan.change.accepted" : "plan.change.declined", line, page.staff(answer.by()),
                        answer.reason());
    }

    private String proposed(ActionChange change, PlanPage page) {
        return texts.of("plan.change.waits", texts.name("plan.asks-who", change.asks()),
                texts.of("plan.change", Formats.date(change.on()), page.staff(change.by()), what(change), change.reason()));
    }

    private String what(ActionChange change) {
        return change.before().endsOn().equals(change.terms().endsOn())
                ? texts.of("plan.change.other", name(change.terms()))
                : texts.of("plan.change.end", Formats.date(change.before().endsOn()), Formats.date(change.terms().endsOn()));
    }

    private String time(ActionTerms terms) {
        return texts.of("planning.action.from-to", Formats.date(terms.startsOn()), Formats.date(terms.endsOn()));
    }

    static String name(ActionTerms terms) {
        String kind = ActionKind.nameOf(terms.kind());
        return terms.place().isBlank() ? kind : kind + ", " + terms.place();
    }
}
