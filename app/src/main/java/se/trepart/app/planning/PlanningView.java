package se.trepart.app.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStepView;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.Scrolling;
import se.trepart.app.casefile.StepColumn;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Focus;
import se.trepart.app.text.Texts;
import se.trepart.model.casefile.Adult;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.ReferralIncomplete.Part;

import org.jspecify.annotations.Nullable;

/** The way to self-support on the screen (planering), one adult at a time. */
final class PlanningView extends CaseStepView {

    static final String GOAL = "goal";
    static final String REFERRALS = "referrals";
    /** So much of what is missing stands beside the main action; the rest is counted. */
    private static final int NAMED = 2;

    private final PlanningViewModel model;
    private final OpenCase openCase;
    private final Texts texts;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new StepColumn(column);
    private final FlowPane adults = new FlowPane(16, 8);
    private final List<PlanningPart> parts;
    private final StackPane foot = new StackPane();
    private final MainAction send;
    private final MainAction begin;
    private List<UUID> shownAdults = List.of();
    private @Nullable UUID followedDraft;
    private Subscription typing = Subscription.EMPTY;

    PlanningView(PlanningViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        texts = openCase.desk().texts();
        send = new MainAction(texts.of("planning.referral.send"),
                () -> model.page().flatMap(PlanningPage::writing).map(model::draft).ifPresent(ReferralDraft::send));
        send.button().setId("planning-referral-send");
        begin = new MainAction(texts.of("planning.referral.begin"), model::beginReferral);
        begin.button().setId("planning-referral-begin");
        parts = List.of(new AbsenceView(model, openCase), new SelfSupportView(model, openCase), new ExemptionView(model, openCase),
                new ReferralsView(model, openCase), new ActionsView(model, openCase, this::show), new AttendanceView(model, openCase),
                new MeetingsPart(openCase));
        column.getChildren().add(adults);
        column.getChildren().addAll(parts);
        foot.getStyleClass().add(CaseStyles.FOOT);
        setCenter(scroll);
        setBottom(foot);
    }

    @Override
    protected Subscription follow() {
        return model.pageProperty().subscribe(this::show);
    }

    @Override
    protected void hidden() {
        model.leave();
    }

    @Override
    protected void mainAction() {
        List.copyOf(foot.getChildren()).stream().map(MainAction.class::cast).forEach(MainAction::fire);
    }

    @Override
    protected void show(String anchor) {
        model.page().ifPresent(page -> id(anchor).flatMap(id -> PlanningWords.memberOf(id, page.now().documents())).ifPresent(member -> {
            if (!member.equals(page.adult().id())) {
                model.choose(member);
            }
        }));
        Platform.runLater(() -> parts.stream().flatMap(part -> part.find(anchor).stream()).findFirst().ifPresent(node -> {
            if (node instanceof TitledPane folded) {
                folded.setExpanded(true);
            }
            Scrolling.to(scroll, node);
            Focus.first(node);
        }));
    }

    private static Optional<UUID> id(String anchor) {
        try {
            return Optional.of(UUID.fromString(anchor));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void show(@Nullable PlanningPage page) {
        if (page == null) {
            return;
        }
        showAdults(page);
        parts.forEach(part -> part.show(page));
        followDraft(page);
        boolean writing = page.writing().isPresent();
        boolean may = openCase.mayChange() && (writing || page.mayRefer());
        foot.getChildren().setAll(writing ? List.of(send) : List.of(begin));
        begin.reasons(model.labourMarketUnits().isEmpty()
                ? List.of(new Reason(texts.of("planning.referrals.no-unit"), () -> show(REFERRALS)))
                : List.of());
        foot.setVisible(may);
        foot.setManaged(may);
        refresh();
    }

    private void showAdults(PlanningPage page) {
        List<Adult> all = page.now().documents().household().adults();
        adults.setVisible(all.size() > 1);
        adults.setManaged(adults.isVisible());
        List<UUID> ids = all.stream().map(Adult::id).toList();
        if (!ids.equals(shownAdults)) {
            shownAdults = ids;
            ToggleGroup group = new ToggleGroup();
            Label label = new Label(texts.of("planning.who"));
            label.getStyleClass().add(Styles.FIELD_LABEL);
            adults.getChildren().setAll(label);
            for (Adult adult : all) {
                RadioButton choice = new RadioButton(adult.person().firstName());
                choice.setId("planning-adult-" + adult.id());
                choice.setToggleGroup(group);
                choice.setOnAction(_ -> model.choose(adult.id()));
                adults.getChildren().add(choice);
            }
        }
        if (adults.lookup("#planning-adult-" + page.adult().id()) instanceof RadioButton choice) {
            choice.setSelected(true);
        }
    }

    /** What is missing follows what is typed. */
    private void followDraft(PlanningPage page) {
        UUID now = page.writing().map(Referral::id).orElse(null);
        if (Objects.equals(now, followedDraft)) {
            return;
        }
        typing.unsubscribe();
        followedDraft = now;
        typing = page.writing()
                .map(model::draft)
                .map(draft -> Subscription.combine(ReferralDraft.WRITTEN.stream()
                        .map(part -> draft.part(part).textProperty().subscribe(_ -> refresh()))
                        .toArray(Subscription[]::new)))
                .orElse(Subscription.EMPTY);
    }

    private void refresh() {
        List<Part> missing = model.page().flatMap(PlanningPage::writing).map(model::draft).map(ReferralDraft::missing).orElse(List.of());
        List<Reason> reasons = new ArrayList<>();
        missing.stream()
                .limit(NAMED)
                .forEach(part -> reasons.add(new Reason(texts.name("planning.missing", part), () -> show(part.name()))));
        if (missing.size() > NAMED) {
            Part next = missing.get(NAMED);
            reasons.add(new Reason(texts.of("planning.missing.more", missing.size() - NAMED), () -> show(next.name())));
        }
        send.reasons(reasons);
    }
}
