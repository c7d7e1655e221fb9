package se.trepart.app.investigation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStepView;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.Scrolling;
import se.trepart.app.casefile.StepColumn;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.investigation.InvestigationPage.State;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.RecurringCheck;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.Missing;
import se.trepart.model.investigation.Missing.Theme;

/** The investigation on the screen (utredning): the checklist, the children, the long-term review, and the way to finish. */
final class InvestigationView extends CaseStepView {

    /** So much of what is missing stands beside the main action; the rest is counted. */
    private static final int NAMED = 2;

    private final InvestigationViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final Function<Missing, Reason> reason;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new StepColumn(column);
    private final StackPane foot = new StackPane();
    private final MainAction start;
    private final MainAction finish;
    private final MainAction goOn;
    private final Map<String, CheckView> checks = new LinkedHashMap<>();
    private final Map<String, Node> anchors = new LinkedHashMap<>();
    private List<Object> rows = List.of();

    InvestigationView(InvestigationViewModel model, OpenCase openCase, Function<Missing, Reason> reason) {
        this.model = model;
        this.openCase = openCase;
        this.reason = reason;
        desk = openCase.desk();
        texts = desk.texts();
        start = new MainAction(texts.of("investigation.start"), model::start);
        finish = new MainAction(texts.of("investigation.finish"), model::finish);
        Button again = new Button(texts.of("investigation.reopen"));
        again.setOnAction(_ -> model.reopen());
        goOn = new MainAction(texts.of("investigation.go-on"), () -> desk.navigator().openCase(openCase.id(), CasePlace.CALCULATION))
                .beside(again);
        foot.getStyleClass().add(CaseStyles.FOOT);
        setCenter(scroll);
        setBottom(foot);
    }

    @Override
    protected Subscription follow() {
        return model.pageProperty().subscribe(this::show);
    }

    @Override
    protected void mainAction() {
        if (!openCase.mayChange()) {
            return;
        }
        List.copyOf(foot.getChildren()).stream().map(MainAction.class::cast).forEach(MainAction::fire);
    }

    /** Opens a check and takes the focus to what is missing there; or goes to a child or a theme. */
    @Override
    protected void show(String anchor) {
        CheckView check = checks.get(anchor);
        if (check != null) {
            openOnly(check);
            Platform.runLater(() -> {
                Scrolling.to(scroll, check);
                check.focusMissing();
            });
            return;
        }
        Node node = anchors.get(anchor);
        if (node != null) {
            Platform.runLater(() -> {
                Scrolling.to(scroll, node);
                (node instanceof ChildView child ? child.first() : node).requestFocus();
            });
        }
    }

    private void show(InvestigationPage page) {
        List<Object> next = rowsOf(page);
        if (!next.equals(rows)) {
            rows = next;
            build(page);
        }
        checks.values().forEach(view -> view.show(page));
        finish.reasons(reasons(page.missing()));
        foot.getChildren().setAll(switch (page.state()) {
            case NOT_STARTED -> List.of(start);
            case OPEN -> List.of(finish);
            case FINISHED -> List.of(goOn);
            case NO_APPLICATION, NO_CHECKLIST -> List.of();
        });
        foot.setVisible(!foot.getChildren().isEmpty() && openCase.mayChange());
        foot.setManaged(foot.isVisible());
    }

    private List<Reason> reasons(List<Missing> missing) {
        List<Reason> reasons = new ArrayList<>(missing.stream().limit(NAMED).map(reason).toList());
        if (missing.size() > NAMED) {
            reasons.add(new Reason(texts.of("investigation.missing.more", missing.size() - NAMED), reason.apply(missing.get(NAMED)).go()));
        }
        return reasons;
    }

    /** What the page is made of; while it is the same nothing is built anew and nothing typed is lost. */
    private static List<Object> rowsOf(InvestigationPage page) {
        List<Object> all = new ArrayList<>(page.checks());
        all.addAll(page.children());
        all.add(page.state());
        if (page.longTerm() != null) {
            all.add(page.longTerm());
        }
        all.add(page.recurring());
        if (page.template() != null) {
            all.add(page.template());
        }
        return all;
    }

    private void build(InvestigationPage page) {
        checks.clear();
        anchors.clear();
        column.getChildren().clear();
        ChecklistTemplate template = page.template();
        if (page.state() == State.NO_APPLICATION || template == null) {
            String key = page.state() == State.NO_APPLICATION ? "investigation.no-application" : "investigation.no-checklist";
            column.getChildren().add(new EmptyState(texts.of("investigation.nothing"), texts.of(key)));
            return;
        }
        column.getChildren().add(head(template));
        if (page.state() == State.NOT_STARTED) {
            column.getChildren()
                    .add(new EmptyState(texts.of("investigation.not-started"),
                            texts.of("investigation.not-started-text", template.steps().size())));
            return;
        }
        boolean locked = page.state() == State.FINISHED || !openCase.mayChange();
        if (page.state() == State.FINISHED) {
            column.getChildren().add(Labels.hint(texts.of("investigation.finished")));
        }
        VBox list = new VBox();
        for (CheckViewModel check : page.checks()) {
            CheckView view = new CheckView(check, openCase, locked, this::openOnly);
            checks.put(check.step().key(), view);
            list.getChildren().add(view);
        }
        column.getChildren().add(new Section(texts.of("investigation.checks"), list));
        children(page, locked);
        longTerm(page, locked);
        recurring(page.recurring());
    }

    private Node head(ChecklistTemplate template) {
        Label about = Labels.hint(texts.of("investigation.template", template.name(), template.version(), template.ownerFunction(),
                Formats.date(template.decidedOn()), Formats.date(template.reviewOn())));
        VBox head = new VBox(about);
        head.getStyleClass().add(Styles.TIGHT);
        if (template.reviewOverdue(desk.today())) {
            head.getChildren().add(Warnings.of(texts.of("investigation.review-overdue", Formats.date(template.reviewOn()))));
        }
        return head;
    }

    private void children(InvestigationPage page, boolean locked) {
        if (page.children().isEmpty()) {
            return;
        }
        Section section = new Section(texts.of("investigation.children"), Labels.hint(texts.of("investigation.children-help")));
        for (ChildViewModel child : page.children()) {
            ChildView view = new ChildView(child, desk, locked);
            anchors.put(child.child().id().toString(), view);
            section.getChildren().add(view);
        }
        column.getChildren().add(section);
    }

    private void longTerm(InvestigationPage page, boolean locked) {
        LongTermViewModel review = page.longTerm();
        if (review == null) {
            return;
        }
        int months = page.aid() == null ? 0 : page.aid().months();
        Section section = new Section(texts.of("investigation.long-term"), Labels.hint(texts.of("investigation.long-term-help", months)));
        for (Theme theme : Theme.values()) {
            TypedField field = TypedField.area(texts.name("investigation.theme", theme), "", review.text(theme), 2, desk).locked(locked);
            anchors.put(theme.name(), field.control());
            section.getChildren().add(field);
        }
        column.getChildren().add(section);
    }

    private void recurring(List<RecurringCheck> recurring) {
        if (recurring.isEmpty()) {
            return;
        }
        Section section = new Section(texts.of("investigation.recurring"));
        for (RecurringCheck check : recurring) {
            String last = check.lastOn() == null ? texts.of("investigation.recurring.never") : Formats.date(check.lastOn());
            section.getChildren()
                    .add(Labels.text(
                            texts.of("investigation.recurring.line", check.step().question(), last, desk.formats().due(check.dueOn()))));
        }
        column.getChildren().add(section);
    }

    private void openOnly(CheckView opened) {
        checks.values().forEach(view -> view.open(view == opened));
    }
}
