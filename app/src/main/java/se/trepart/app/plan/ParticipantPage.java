package se.trepart.app.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.Scrolling;
import se.trepart.app.casefile.StepColumn;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Section;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Focus;
import se.trepart.app.text.Texts;
import se.trepart.app.timeline.Timeline;
import se.trepart.app.timeline.TimelineRows;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** The whole of a participant from the top down: referral, plan, time, actions, versions; and the one thing to do next. */
final class ParticipantPage extends BorderPane {

    private final ParticipantViewModel model;
    private final Texts texts;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new StepColumn(column);
    private final StackPane foot = new StackPane();
    private final ReferralPart referrals;
    private final PlanPart plan;
    private final ActionsPart actions;
    private final VersionsPart versions;
    private final Map<String, Node> anchors = new HashMap<>();
    private @Nullable Object shape;
    private @Nullable MainAction next;

    ParticipantPage(ParticipantViewModel model, LetterOffice letters) {
        this.model = model;
        texts = model.openCase().desk().texts();
        referrals = new ReferralPart(model, anchors);
        plan = new PlanPart(model, anchors);
        actions = new ActionsPart(model, anchors);
        versions = new VersionsPart(model, letters);
        foot.getStyleClass().add(CaseStyles.FOOT);
        setCenter(scroll);
        setBottom(foot);
    }

    /** A button of little weight among others. */
    static Button button(String words, String id, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        // its words are never cut
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void show(PlanPage page) {
        Object now = page.shape();
        if (now.equals(shape)) {
            return;
        }
        shape = now;
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        String focused = owner == null || owner.getId() == null || lookup("#" + owner.getId()) == null ? null : owner.getId();
        anchors.clear();
        List<Node> parts = new ArrayList<>();
        parts.add(referrals.build(page));
        parts.add(plan.build(page));
        if (!page.actions().isEmpty()) {
            Timeline time = new Timeline(TimelineRows.of(page.plan(), page.actions(), page.attendances(), page.today()), texts,
                    id -> go(id.toString()));
            parts.add(new Section(texts.of("plan.time"), time));
        }
        if (page.plan() != null) {
            parts.add(actions.build(page));
            parts.add(versions.build(page));
        }
        column.getChildren().setAll(parts);
        showNext(page);
        if (focused != null && lookup("#" + focused) instanceof Node same) {
            same.requestFocus();
        }
    }

    void mainAction() {
        MainAction now = next;
        if (now != null) {
            now.fire();
        }
    }

    void leave() {
        plan.leave();
    }

    /** The focus comes back from a form. */
    void focus() {
        MainAction now = next;
        if (now != null && getScene() != null) {
            Platform.runLater(() -> now.button().requestFocus());
        }
    }

    void go(String anchor) {
        Platform.runLater(() -> {
            Node node = anchors.get(anchor);
            if (node != null) {
                Scrolling.to(scroll, node);
                Focus.first(node);
            }
        });
    }

    /** What comes next, in the order of the way: an answer, a plan, an action, the next follow-up. */
    private void showNext(PlanPage page) {
        next = model.mayPlan() ? nextAction(page) : null;
        foot.setVisible(next != null);
        foot.setManaged(next != null);
        foot.getChildren().setAll(next == null ? List.of() : List.of(Objects.requireNonNull(next)));
    }

    private @Nullable MainAction nextAction(PlanPage page) {
        if (page.unanswered().isPresent()) {
            Referral referral = page.unanswered().get();
            return named(texts.of("plan.referral.accept"), () -> model.accept(referral));
        }
        if (page.running().isEmpty()) {
            return page.accepted().isPresent() ? named(texts.of("plan.begin"), () -> model.open(new PlanForms.Begin(model, page))) : null;
        }
        Plan running = page.running().get();
        return page.open().isEmpty()
                ? named(texts.of("plan.action.new"), () -> model.open(new ActionForms.New(model, page, running)))
                : named(texts.of("plan.follow-up"), () -> model.open(new PlanForms.OfFollowUp(model, running)));
    }

    private static MainAction named(String words, Runnable action) {
        MainAction main = new MainAction(words, action);
        main.button().setId("plan-next");
        return main;
    }
}
