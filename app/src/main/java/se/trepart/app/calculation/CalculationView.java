package se.trepart.app.calculation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.calculation.CalculationPage.Gone;
import se.trepart.app.calculation.CalculationPage.Group;
import se.trepart.app.calculation.CalculationPage.Part;
import se.trepart.app.calculation.CalculationPage.State;
import se.trepart.app.casefile.AbsenceNotice;
import se.trepart.app.casefile.CaseStepView;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.Scrolling;
import se.trepart.app.casefile.StepColumn;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.norm.LineKind;

/** The calculation on the screen (beräkning): the table with its two value columns, and the sums that stay in sight. */
final class CalculationView extends CaseStepView {

    private final CalculationViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new StepColumn(column);
    private final SumsView sums;
    private final AbsenceNotice absences;
    private final VBox foot = new VBox();
    private final MainAction goOn;
    private final Map<UUID, CalculationRowView> rows = new LinkedHashMap<>();
    private List<Object> shape = List.of();

    CalculationView(CalculationViewModel model, OpenCase openCase) {
        this.model = model;
        desk = openCase.desk();
        texts = desk.texts();
        sums = new SumsView(texts);
        absences = new AbsenceNotice(openCase);
        goOn = new MainAction(texts.of("calculation.go-on"), () -> desk.navigator().openCase(openCase.id(), CasePlace.DECISION));
        goOn.button().setId("calculation-go-on");
        getStylesheets().add(CalculationStyles.stylesheet());
        column.getStyleClass().add(CalculationStyles.PAGE);
        foot.getStyleClass().addAll(CaseStyles.FOOT, CalculationStyles.FOOT);
        foot.getChildren().addAll(sums, goOn);
        setCenter(scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::upAndDown);
    }

    @Override
    protected Subscription follow() {
        return Subscription.combine(absences.follow(), model.pageProperty().subscribe(this::show), model.sumsProperty().subscribe(now -> {
            sums.show(now);
            showReasons();
        }));
    }

    @Override
    protected void hidden() {
        rows.values().forEach(CalculationRowView::closed);
        rows.clear();
        shape = List.of();
    }

    @Override
    protected void mainAction() {
        goOn.fire();
    }

    /** Goes to a line by its id. */
    @Override
    protected void show(String anchor) {
        rows.values()
                .stream()
                .filter(view -> view.row().id().toString().equals(anchor))
                .findFirst()
                .ifPresent(view -> Platform.runLater(() -> {
                    Scrolling.to(scroll, view);
                    view.focusMissing();
                }));
    }

    private void show(CalculationPage page) {
        if (!page.shape().equals(shape)) {
            shape = page.shape();
            build(page);
        }
        showReasons();
    }

    private void showReasons() {
        goOn.reasons(model.reasonsMissing()
                .stream()
                .limit(2)
                .map(row -> new Reason(texts.of("calculation.to-do.reason", row.words().name()), () -> show(row.id().toString())))
                .toList());
    }

    private void build(CalculationPage page) {
        rows.values().forEach(CalculationRowView::closed);
        rows.clear();
        boolean some = page.state() == State.OPEN || page.state() == State.LOCKED;
        setBottom(some ? foot : null);
        column.getChildren().clear();
        if (!some) {
            column.getChildren().add(nothing(page));
            return;
        }
        column.getChildren().add(absences);
        if (!page.locked().isEmpty()) {
            column.getChildren().add(Labels.hint(page.locked()));
        }
        if (page.outdated() && model.editable()) {
            Button again = new Button(texts.of("calculation.again"));
            again.setId("calculation-again");
            again.setMinWidth(Button.USE_PREF_SIZE);
            again.setOnAction(_ -> model.recalculate());
            Label why = Warnings.of(texts.of("calculation.outdated"));
            HBox.setHgrow(why, Priority.ALWAYS);
            HBox line = new HBox(why, again);
            line.getStyleClass().addAll(Styles.ROW, Styles.CARD);
            column.getChildren().add(line);
        }
        page.notes().forEach(note -> column.getChildren().add(Warnings.of(note)));
        VBox table = new VBox(head(page));
        table.getStyleClass().add(CalculationStyles.TABLE);
        page.groups().forEach(group -> addGroup(table, group));
        column.getChildren().add(table);
    }

    private EmptyState nothing(CalculationPage page) {
        return switch (page.state()) {
            case NO_APPLICATION -> new EmptyState(texts.of("calculation.nothing"), texts.of("calculation.no-application"));
            case NOT_CALCULABLE -> new EmptyState(texts.of("calculation.not-calculable"), String.join("\n", page.faults()));
            default -> new EmptyState(texts.of("calculation.making"), texts.of("calculation.making-text"));
        };
    }

    private Node head(CalculationPage page) {
        Label line = Labels.muted("");
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox head = new HBox(line, column(page.comparedWith(), CalculationStyles.BEFORE),
                column(texts.of("calculation.system"), CalculationStyles.SYSTEM),
                column(texts.of("calculation.own"), CalculationStyles.OWN));
        head.getStyleClass().addAll(CalculationStyles.LINE, CalculationStyles.HEAD);
        return head;
    }

    private static Label column(String name, String style) {
        Label label = Labels.figure(name);
        label.getStyleClass().add(style);
        return label;
    }

    private void addGroup(VBox table, Group group) {
        Label heading = Labels.heading(texts.name("calculation.part", group.part()));
        heading.getStyleClass().add(CalculationStyles.GROUP);
        table.getChildren().add(heading);
        for (CalculationRow row : group.rows()) {
            CalculationRowView view = new CalculationRowView(row, desk, model.editable());
            rows.put(row.id(), view);
            table.getChildren().add(view);
            view.opened();
        }
        group.gone().forEach(gone -> table.getChildren().add(gone(gone)));
        if (group.rows().isEmpty() && group.gone().isEmpty()) {
            table.getChildren().add(Labels.hint(texts.of(group.part() == Part.INCOME ? "calculation.no-income" : "calculation.no-costs")));
        }
        if (model.editable() && group.part() != Part.NORM) {
            table.getChildren().add(adding(group.part() == Part.COST ? LineKind.COST : LineKind.INCOME));
        }
    }

    private Node gone(Gone gone) {
        Label name = Labels.muted(texts.of("calculation.gone", gone.name()));
        name.setMaxWidth(Double.MAX_VALUE);
        name.getStyleClass().add(CalculationStyles.NAME);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label before = column(gone.lastMonth(), CalculationStyles.BEFORE);
        before.getStyleClass().add(CaseStyles.DIFFERENCE);
        HBox line = new HBox(name, before, column("–", CalculationStyles.SYSTEM), column("", CalculationStyles.OWN));
        line.getStyleClass().add(CalculationStyles.LINE);
        return line;
    }

    private Node adding(LineKind kind) {
        StackPane place = new StackPane();
        place.getStyleClass().add(CalculationStyles.UNDER);
        Button start = new Button(texts.of(kind == LineKind.COST ? "calculation.add.cost" : "calculation.add.income"));
        start.setId(kind == LineKind.COST ? "calculation-add-cost" : "calculation-add-income");
        start.getStyleClass().add(Styles.QUIET_BUTTON);
        StackPane.setAlignment(start, Pos.CENTER_LEFT);
        start.setOnAction(_ -> model.adding(kind).ifPresent(line -> {
            AddedLineView view = new AddedLineView(line, desk, () -> {
                place.getChildren().setAll(start);
                start.requestFocus();
            });
            place.getChildren().setAll(view);
            view.focusFirst();
        }));
        place.getChildren().add(start);
        return place;
    }

    /** Up and down go between the rows' own amounts. */
    private void upAndDown(KeyEvent event) {
        if (event.getCode() != KeyCode.UP && event.getCode() != KeyCode.DOWN && event.getCode() != KeyCode.ENTER) {
            return;
        }
        List<CalculationRowView> all = new ArrayList<>(rows.values());
        Optional<CalculationRowView> here = all.stream().filter(view -> view.own() == event.getTarget()).findFirst();
        here.ifPresent(view -> {
            event.consume();
            view.row().leave();
            int next = all.indexOf(view) + (event.getCode() == KeyCode.UP ? -1 : 1);
            if (view.row().reasonMissingProperty().get() && event.getCode() == KeyCode.ENTER) {
                view.focusMissing();
            } else if (next >= 0 && next < all.size()) {
                all.get(next).own().requestFocus();
            }
        });
    }
}
