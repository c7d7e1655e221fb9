package se.trepart.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.CaseGate;
import se.trepart.app.casefile.CaseHead;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.CaseView;
import se.trepart.app.shell.Place;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Plan;

import org.jspecify.annotations.Nullable;

/** One adult's way to self-support on the screen (deltagare): the whole page, or what is being filled in. */
public final class ParticipantView implements CaseView {

    private final ParticipantViewModel model;
    private final Texts texts;
    private final CaseGate gate;
    private final Label name = Labels.title("");
    private final Label facts = Labels.muted("");
    private final HBox badges = new HBox();
    private final StackPane body = new StackPane();
    private final ParticipantPage overview;
    private final ReadOnlyStringWrapper shortName = new ReadOnlyStringWrapper("…");
    private @Nullable PlanFormView form;
    private @Nullable String wanted;

    /** Starts reading the case. */
    public ParticipantView(OpenCase openCase, UUID memberId, LetterOffice letters) {
        model = new ParticipantViewModel(openCase, memberId);
        texts = openCase.desk().texts();
        overview = new ParticipantPage(model, letters);
        HBox title = new HBox(name, badges);
        title.getStyleClass().add(Styles.ROW);
        badges.getStyleClass().add(Styles.ROW);
        VBox head = new VBox(title, facts);
        head.getStyleClass().add(CaseStyles.HEAD);
        BorderPane page = new BorderPane(body);
        page.setTop(head);
        gate = new CaseGate(openCase, page);
        gate.getStylesheets().add(CaseStyles.stylesheet());
        model.pageProperty().subscribe(this::show);
        model.formProperty().subscribe(this::showForm);
        openCase.open();
    }

    @Override
    public Node node() {
        return gate;
    }

    @Override
    public void show(Place.Open place) {
        if (place instanceof Place.OfPlan of && of.anchor() != null) {
            wanted = of.anchor();
            goThere();
        }
    }

    @Override
    public void opened() {
        gate.opened();
    }

    @Override
    public void closed() {
        gate.closed();
        overview.leave();
    }

    @Override
    public void mainAction() {
        PlanFormView filled = form;
        if (gate.asks()) {
            gate.read();
        } else if (filled != null) {
            filled.mainAction();
        } else {
            overview.mainAction();
        }
    }

    @Override
    public String help() {
        return texts.of("plan.help");
    }

    @Override
    public ObservableStringValue shortName() {
        return shortName.getReadOnlyProperty();
    }

    @Override
    public ObservableBooleanValue needsCare() {
        return Bindings.createBooleanBinding(() -> model.formProperty().get() != null, model.formProperty());
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    /** For pictures. */
    ParticipantViewModel model() {
        return model;
    }

    private void show(@Nullable PlanPage page) {
        if (page == null) {
            return;
        }
        name.setText(page.adult().person().listName());
        shortName.set(CaseHead.shortName(page.adult().person()));
        String keeper = page.running().map(Plan::consultant).map(page::staff).orElse(texts.of("plan.head.nobody"));
        facts.setText(texts.of("plan.head.facts", page.now().documents().file().number(), keeper,
                page.staff(page.now().documents().file().responsible())));
        List<Node> all = new ArrayList<>();
        if (page.now().documents().household().isProtected()) {
            all.add(Labels.badge(texts.of("casefile.badge.protected"), Styles.URGENT));
        }
        Optional.ofNullable(page.adult().person().interpreterLanguage())
                .filter(language -> !language.isBlank())
                .ifPresent(language -> all.add(Labels.badge(texts.of("casefile.badge.interpreter", language))));
        badges.getChildren().setAll(all);
        overview.show(page);
        goThere();
    }

    private void showForm(@Nullable PlanForm next) {
        PlanFormView before = form;
        if (before != null) {
            before.closed();
        }
        if (next == null) {
            form = null;
            body.getChildren().setAll(overview);
            overview.focus();
        } else {
            PlanFormView filled = new PlanFormView(next);
            form = filled;
            body.getChildren().setAll(filled);
            Platform.runLater(filled::focusFirst);
        }
    }

    private void goThere() {
        String anchor = wanted;
        if (anchor != null && model.page().isPresent()) {
            wanted = null;
            model.leaveForm();
            overview.go(anchor);
        }
    }
}
