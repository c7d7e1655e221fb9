package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Plan.Goal;

import org.jspecify.annotations.Nullable;

/** The plan itself: where the person is going, the goals on the way, when it is followed up (genomförandeplan). R27 */
final class PlanPart {

    private final ParticipantViewModel model;
    private final Map<String, Node> anchors;
    private final Desk desk;
    private final Texts texts;
    private @Nullable TypedField goal;
    private @Nullable UUID goalOf;

    PlanPart(ParticipantViewModel model, Map<String, Node> anchors) {
        this.model = model;
        this.anchors = anchors;
        desk = model.openCase().desk();
        texts = desk.texts();
    }

    Node build(PlanPage page) {
        Section section = new Section(texts.of("plan.plan"));
        Plan plan = page.plan();
        if (plan == null) {
            section.getChildren().add(Labels.hint(texts.of(page.accepted().isPresent() ? "plan.none-yet" : "plan.none")));
            return section;
        }
        anchors.put(plan.id().toString(), section);
        boolean may = model.mayPlan() && plan.running();
        section.getChildren().add(may ? goalField(plan) : Labels.text(plan.selfSupportGoal()));
        plan.goals().forEach(one -> section.getChildren().add(goal(one, plan, may)));
        LocalDate next = plan.followUpOn();
        KeyValues facts = new KeyValues().add(texts.of("plan.kept-by"), page.staff(plan.consultant()));
        LocalDate closed = plan.closedOn();
        if (closed == null) {
            facts.add(texts.of("plan.next-follow-up"), next == null ? texts.of("plan.no-follow-up") : desk.formats().due(next));
        } else {
            facts.add(texts.of("plan.closed-on"), Formats.date(closed));
        }
        section.getChildren().add(facts);
        plan.followUps()
                .reversed()
                .forEach(done -> section.getChildren()
                        .add(Labels.text(texts.of("plan.followed-up", Formats.date(done.on()), page.staff(done.by()), done.words()))));
        if (may) {
            section.getChildren().add(buttons(plan, page));
        }
        return section;
    }

    void leave() {
        TypedField field = goal;
        if (field != null && goalOf != null) {
            model.page().flatMap(PlanPage::running).map(model::goal).ifPresent(se.trepart.app.casefile.TypedText::leave);
        }
    }

    /** The same field for as long as it is the same plan, so that nothing typed is lost. */
    private TypedField goalField(Plan plan) {
        TypedField known = goal;
        if (known == null || !plan.id().equals(goalOf)) {
            known = TypedField.area(texts.of("plan.goal"), texts.of("plan.goal-help"), model.goal(plan), 2, desk);
            known.control().setId("plan-goal");
            goal = known;
            goalOf = plan.id();
        }
        return known;
    }

    private Node goal(Goal one, Plan plan, boolean may) {
        VBox card = new VBox(Labels.strong(one.what()));
        card.getStyleClass().addAll(Styles.CARD);
        if (!one.how().isBlank()) {
            card.getChildren().add(Labels.text(one.how()));
        }
        LocalDate reached = one.reachedOn();
        LocalDate by = one.by();
        if (reached != null) {
            card.getChildren().add(Labels.badge(texts.of("plan.goal.reached", Formats.date(reached)), Styles.GOOD));
        } else if (by != null) {
            card.getChildren().add(Labels.hint(texts.of("plan.goal.by", desk.formats().due(by))));
        }
        if (may) {
            card.getChildren()
                    .add(ParticipantPage.button(texts.of("plan.goal.change"), "plan-goal-" + one.id(),
                            () -> model.open(new PlanForms.OfGoal(model, plan, one))));
        }
        return card;
    }

    private Node buttons(Plan plan, PlanPage page) {
        Button close = ParticipantPage.button(texts.of("plan.close"), "plan-close", () -> model.closePlan(plan));
        boolean open = page.open().stream().map(Action::planId).anyMatch(plan.id()::equals);
        close.setDisable(open);
        FlowPane row = new FlowPane(8, 8,
                ParticipantPage.button(texts.of("plan.goal.new"), "plan-goal-new",
                        () -> model.open(new PlanForms.OfGoal(model, plan, null))),
                ParticipantPage.button(texts.of("plan.follow-up"), "plan-follow-up",
                        () -> model.open(new PlanForms.OfFollowUp(model, plan))));
        if (CaseAccess.handsOver(desk.staff(), plan)) {
            row.getChildren()
                    .add(ParticipantPage.button(texts.of("plan.hand-over"), "plan-hand-over",
                            () -> model.open(new PlanForms.HandOver(model, page, plan))));
        }
        row.getChildren().add(close);
        return open ? new VBox(8, row, Labels.hint(texts.of("plan.close.open-actions"))) : row;
    }
}
