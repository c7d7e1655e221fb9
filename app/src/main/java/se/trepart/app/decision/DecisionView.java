package se.trepart.app.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.AbsenceNotice;
import se.trepart.app.casefile.CaseStepView;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.Scrolling;
import se.trepart.app.casefile.StepColumn;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Section;
import se.trepart.app.decision.DecisionPage.Main;
import se.trepart.app.decision.DecisionPage.Stage;
import se.trepart.app.decision.DecisionPage.State;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** The decision on the screen (beslut). */
final class DecisionView extends CaseStepView {

    static final String REASONS = "reasons";
    static final String CHILD_EFFECT = "child-effect";
    static final String COMMUNICATION = "communication";
    static final String DELEGATION = "delegation";

    private final DecisionViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final HindranceWords words;
    private final AbsenceNotice absences;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new StepColumn(column);
    private final StackPane foot = new StackPane();
    private final Map<String, Node> anchors = new HashMap<>();
    private final List<ItemView> items = new ArrayList<>();
    private List<Object> shape = List.of();
    private @Nullable MainAction main;

    DecisionView(DecisionViewModel model, OpenCase openCase, HindranceWords words) {
        this.model = model;
        this.openCase = openCase;
        this.words = words;
        desk = openCase.desk();
        texts = desk.texts();
        absences = new AbsenceNotice(openCase);
        getStylesheets().add(DecisionStyles.stylesheet());
        foot.getStyleClass().add(CaseStyles.FOOT);
        setCenter(scroll);
    }

    @Override
    protected Subscription follow() {
        return Subscription.combine(absences.follow(), model.pageProperty().subscribe(this::show));
    }

    @Override
    protected void hidden() {
        shape = List.of();
    }

    @Override
    protected void mainAction() {
        if (main != null) {
            main.fire();
        }
    }

    @Override
    protected void show(String anchor) {
        items.stream().filter(item -> item.row().id().toString().equals(anchor)).findFirst().ifPresent(item -> Platform.runLater(() -> {
            Scrolling.to(scroll, item);
            item.focusReason();
        }));
        Node node = anchors.get(anchor);
        if (node != null) {
            Platform.runLater(() -> {
                Scrolling.to(scroll, node);
                node.requestFocus();
            });
        }
    }

    private void show(DecisionPage page) {
        if (!page.shape().equals(shape)) {
            String focused = getScene() == null || getScene().getFocusOwner() == null ? null : getScene().getFocusOwner().getId();
            shape = page.shape();
            build(page);
            if (focused != null && column.lookup("#" + focused) != null) {
                column.lookup("#" + focused).requestFocus();
            }
        }
        if (main != null) {
            main.reasons(page.hindrances().stream().limit(4).map(words::reason).toList());
        }
    }

    private void build(DecisionPage page) {
        anchors.clear();
        items.clear();
        column.getChildren().clear();
        Decision decision = page.decision();
        if (decision == null) {
            column.getChildren().add(nothing(page.state()));
        } else {
            column.getChildren().addAll(head(page, decision), absences);
            if (decision.kind() == DecisionKind.AID) {
                addItems(page);
            }
            addText(page, REASONS, "decision.why", decision.kind() == DecisionKind.AID ? "decision.why-help" : "", model.reasons(), 3);
            boolean children = openCase.situation().filter(now -> !now.documents().household().children().isEmpty()).isPresent();
            if (children && decision.kind() == DecisionKind.AID) {
                addText(page, CHILD_EFFECT, "decision.child-effect", "decision.child-effect-help", model.childEffect(), 2);
            }
            if (page.communication().stage() != Stage.NOT_NEEDED) {
                CommunicationView view = new CommunicationView(model, desk, page.communication(), page.editable());
                anchors.put(COMMUNICATION, first(view));
                column.getChildren().add(view);
            }
            addLines("decision.laws", page.laws());
            if (!page.delegation().isEmpty()) {
                Label who = Labels.text(page.delegation());
                who.setId("decision-delegation");
                anchors.put(DELEGATION, who);
                column.getChildren().add(new Section(texts.of("decision.delegation"), who));
            }
            addLines("decision.history.title", page.history());
            addLines("decision.earlier", page.earlier());
        }
        buildFoot(page);
    }

    private EmptyState nothing(State state) {
        return switch (state) {
            case NO_APPLICATION -> new EmptyState(texts.of("decision.nothing"), texts.of("decision.no-application"));
            case NO_CALCULATION -> new EmptyState(texts.of("decision.nothing"), texts.of("decision.no-calculation"), toCalculation());
            default -> new EmptyState(texts.of("decision.not-prepared"), texts.of("decision.not-prepared-text"));
        };
    }

    private Button toCalculation() {
        Button go = new Button(texts.of("decision.to-calculation"));
        go.setOnAction(_ -> desk.navigator().openCase(openCase.id(), CasePlace.CALCULATION));
        return go;
    }

    private Node head(DecisionPage page, Decision decision) {
        Label status = Labels.text(page.status());
        status.setId("decision-status");
        VBox words = new VBox(Labels.heading(texts.name("decision.kind", decision.kind())), status);
        if (page.state() == State.MADE) {
            words.getChildren().add(Labels.hint(texts.of("decision.locked")));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words);
        head.getStyleClass().add(DecisionStyles.HEAD);
        if (decision.kind() == DecisionKind.AID) {
            head.getChildren().add(ItemView.outcome(decision.outcome(), texts));
        }
        return head;
    }

    private void addItems(DecisionPage page) {
        VBox list = new VBox(columns());
        for (ItemRow row : page.items()) {
            ItemView view = new ItemView(row, desk, page.editable());
            items.add(view);
            list.getChildren().add(view);
        }
        column.getChildren().add(list);
    }

    private HBox columns() {
        Label what = Labels.muted(texts.of("decision.column.what"));
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Label applied = Labels.figure(texts.of("decision.column.applied"));
        Label granted = Labels.figure(texts.of("decision.column.granted"));
        applied.getStyleClass().addAll(DecisionStyles.AMOUNT, se.trepart.app.control.Styles.MUTED);
        granted.getStyleClass().addAll(DecisionStyles.AMOUNT, se.trepart.app.control.Styles.MUTED);
        StackPane outcome = new StackPane(Labels.muted(texts.of("decision.column.outcome")));
        outcome.getStyleClass().add(DecisionStyles.OUTCOME);
        HBox head = new HBox(what, applied, granted, outcome);
        head.getStyleClass().addAll(DecisionStyles.LINE, DecisionStyles.HEAD);
        return head;
    }

    private void addText(DecisionPage page, String anchor, String label, String help, se.trepart.app.casefile.TypedText text, int rows) {
        if (page.editable()) {
            TypedField field = TypedField.area(texts.of(label), help.isEmpty() ? "" : texts.of(help), text, rows, desk);
            field.control().setId("decision-" + anchor);
            anchors.put(anchor, field.control());
            column.getChildren().add(field);
        } else if (!text.text().isBlank()) {
            column.getChildren().add(new Section(texts.of(label), Labels.text(text.text())));
        }
    }

    private void addLines(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            Section section = new Section(texts.of(heading));
            lines.forEach(line -> section.getChildren().add(Labels.text(line)));
            column.getChildren().add(section);
        }
    }

    private void buildFoot(DecisionPage page) {
        main = switch (page.main()) {
            case NONE -> null;
            case PREPARE -> action("decision.prepare", "decision-prepare", model::prepare);
            case DECIDE -> action("decision.decide", "decision-decide", model::decide);
            case SEND -> action("decision.send", "decision-send", model::send);
            case APPROVE -> action("decision.approve", "decision-approve", model::decide).beside(sendBack());
            case TAKE_BACK -> action("decision.take-back", "decision-take-back", model::takeBack);
            case TO_LETTER ->
                action("decision.to-letter", "decision-to-letter", () -> desk.navigator().openCase(openCase.id(), CasePlace.LETTER));
        };
        MainAction action = main;
        if (action != null) {
            boolean mayChange = openCase.mayChange();
            if (page.main() == Main.PREPARE && mayChange) {
                action.beside(more(item("decision.dismiss", "decision-dismiss", model::dismiss),
                        item("decision.withdraw", "decision-withdraw", model::withdraw)));
            }
            if (page.state() == State.MADE && mayChange) {
                action.beside(more(item("decision.correct", "decision-correct", model::correct)));
            }
            foot.getChildren().setAll(action);
        }
        setBottom(action == null ? null : foot);
    }

    private MainAction action(String name, String id, Runnable run) {
        MainAction action = new MainAction(texts.of(name), run);
        action.button().setId(id);
        return action;
    }

    private Button sendBack() {
        Button button = new Button(texts.of("decision.send-back"));
        button.setId("decision-send-back");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> model.sendBack());
        return button;
    }

    private MenuButton more(MenuItem... choices) {
        MenuButton more = new MenuButton(texts.of("decision.more"), null, choices);
        more.setId("decision-more");
        more.setMinWidth(MenuButton.USE_PREF_SIZE);
        return more;
    }

    private MenuItem item(String name, String id, Runnable run) {
        MenuItem item = new MenuItem(texts.of(name));
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    /** What in a part the focus can go to. */
    private static Node first(CommunicationView view) {
        Node field = view.lookup("#decision-communication-answer");
        Node radio = view.lookup("#decision-communication-send");
        return field != null ? field : radio != null ? radio : view;
    }
}
