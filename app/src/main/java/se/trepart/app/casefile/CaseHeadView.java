package se.trepart.app.casefile;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.CaseHead.Badge;
import se.trepart.app.casefile.CaseHead.Period;
import se.trepart.app.control.Labels;
import se.trepart.app.control.LinkList;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** The head of a case (ärendehuvud): who, which case, who is responsible, what to bear in mind, which month. */
final class CaseHeadView extends VBox {

    private final CaseViewModel model;
    private final Texts texts;
    private final Label name = Labels.title("");
    private final Label facts = Labels.muted("");
    private final Label household = Labels.muted("");
    private final FlowPane marks = new FlowPane();
    private final ComboBox<Period> period = new ComboBox<>();
    private final Label periodLabel;
    private final Button distribute;
    private final Button handOver;
    private final Button disclose;
    private final VBox conflicts = new VBox();
    private boolean showing;

    CaseHeadView(CaseViewModel model) {
        this.model = model;
        texts = model.openCase().desk().texts();
        getStyleClass().add(CaseStyles.HEAD);
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        facts.setMinWidth(Region.USE_PREF_SIZE);
        distribute = new Button(texts.of("casefile.distribute"));
        distribute.getStyleClass().add(Styles.QUIET_BUTTON);
        distribute.setMinWidth(Region.USE_PREF_SIZE);
        distribute.setOnAction(_ -> model.distribute());
        handOver = new Button(texts.of("casefile.hand-over"));
        handOver.getStyleClass().add(Styles.QUIET_BUTTON);
        handOver.setMinWidth(Region.USE_PREF_SIZE);
        handOver.setOnAction(_ -> model.handOver());
        disclose = new Button(texts.of("disclosure.open"));
        disclose.getStyleClass().add(Styles.QUIET_BUTTON);
        disclose.setId("case-disclose");
        disclose.setMinWidth(Region.USE_PREF_SIZE);
        disclose.setOnAction(_ -> model.disclose());
        periodLabel = Labels.muted(texts.of("casefile.head.period"));
        periodLabel.setMinWidth(Region.USE_PREF_SIZE);
        periodLabel.setLabelFor(period);
        period.setAccessibleText(texts.of("casefile.head.period"));
        period.setMinWidth(Region.USE_PREF_SIZE);
        period.valueProperty().addListener((_, _, chosen) -> choose(chosen));
        marks.getStyleClass().add(Styles.ROW);
        marks.setHgap(8);
        marks.setVgap(4);
        marks.setPrefWrapLength(200);
        HBox.setHgrow(marks, Priority.ALWAYS);
        conflicts.getStyleClass().add(CaseStyles.CONFLICT);
        getChildren().addAll(row(name, spring(), facts, distribute, handOver, disclose), row(marks, periodLabel, period));
        model.headProperty().subscribe(this::show);
        model.conflicts().addListener((ListChangeListener<Reason>) _ -> showConflicts());
        showConflicts();
    }

    private void show(@Nullable CaseHead head) {
        if (head == null) {
            return;
        }
        showing = true;
        name.setText(head.name());
        facts.setText(head.facts());
        household.setText(head.household() + " · " + head.phase());
        marks.getChildren().setAll(household);
        head.badges().forEach(badge -> marks.getChildren().add(badge(badge)));
        distribute.setVisible(model.mayDistribute());
        distribute.setManaged(model.mayDistribute());
        handOver.setVisible(model.mayHandOver());
        handOver.setManaged(model.mayHandOver());
        disclose.setVisible(model.mayDisclose());
        disclose.setManaged(model.mayDisclose());
        showPeriods(head.periods());
        showing = false;
    }

    private void showPeriods(List<Period> periods) {
        period.getItems().setAll(periods);
        model.openCase()
                .situation()
                .flatMap(CaseSituation::atHand)
                .flatMap(a -> periods.stream().filter(p -> p.applicationId().equals(a.id())).findFirst())
                .ifPresent(period::setValue);
        boolean some = !periods.isEmpty();
        period.setVisible(some);
        periodLabel.setVisible(some);
    }

    private void choose(@Nullable Period chosen) {
        if (chosen != null && !showing) {
            model.openCase().choose(chosen.applicationId());
        }
    }

    private void showConflicts() {
        conflicts.getChildren().setAll(Labels.strong(texts.of("casefile.conflict.title")));
        conflicts.getChildren().add(new LinkList(model.conflicts()));
        if (model.conflicts().isEmpty()) {
            getChildren().remove(conflicts);
        } else if (!getChildren().contains(conflicts)) {
            getChildren().add(conflicts);
        }
    }

    private static Label badge(Badge badge) {
        return switch (badge.weight()) {
            case QUIET -> Labels.badge(badge.text());
            case ATTENTION -> Labels.badge(badge.text(), Styles.ATTENTION);
            case URGENT -> Labels.badge(badge.text(), Styles.URGENT);
        };
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(Styles.ROW);
        return row;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
