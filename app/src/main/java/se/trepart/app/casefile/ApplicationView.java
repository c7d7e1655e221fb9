package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Folded;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.application.Application;
import se.trepart.model.application.FormAnswer;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** The application on the screen (ansökan): how it came in, applied beside last month, what is missing, the form as answered. */
final class ApplicationView extends CaseStepView {

    private final ApplicationViewModel model;
    private final OpenCase openCase;
    private final Texts texts;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new StepColumn(column);
    private final RequestsView requests;
    private final EarlyMeetingsView meetings;
    private final MainAction goOn;
    private final StackPane foot;
    private @Nullable Node comparison;

    ApplicationView(ApplicationViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        texts = openCase.desk().texts();
        requests = new RequestsView(model, openCase);
        meetings = new EarlyMeetingsView(model.meetings(), openCase);
        goOn = new MainAction(texts.of("casefile.application.go-on"),
                () -> openCase.desk().navigator().openCase(openCase.id(), CasePlace.INVESTIGATION));
        foot = new StackPane(goOn);
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
        if (foot.isVisible()) {
            goOn.fire();
        }
    }

    @Override
    protected void show(String anchor) {
        Node target = anchor.equals(ApplicationStep.REQUESTS) ? requests : comparison;
        if (target != null) {
            Platform.runLater(() -> Scrolling.to(scroll, target));
        }
    }

    private void show(ApplicationPage page) {
        Application application = page.application();
        foot.setVisible(application != null);
        foot.setManaged(application != null);
        if (application == null) {
            column.getChildren()
                    .setAll(new EmptyState(texts.of("casefile.application.nothing"), texts.of("casefile.application.nothing-text")));
            return;
        }
        KeyValues facts = new KeyValues();
        page.facts().forEach(fact -> facts.add(fact.name(), fact.value()));
        List<Node> parts = new ArrayList<>();
        parts.add(facts);
        if (!page.remarks().isEmpty()) {
            VBox remarks = new VBox();
            remarks.getStyleClass().add(Styles.TIGHT);
            page.remarks().forEach(remark -> remarks.getChildren().add(Warnings.of(remark)));
            parts.add(remarks);
        }
        requests.show(page);
        comparison = new Section(texts.of(page.beforeMonth().isEmpty() ? "casefile.applied" : "casefile.applied-beside"),
                new ComparisonTable(page, texts));
        parts.add(comparison);
        parts.add(requests);
        meetings.show(page.meetings());
        if (!page.meetings().isEmpty()) {
            parts.add(meetings);
        }
        page.others().forEach(other -> parts.add(lines(other)));
        parts.add(form(application));
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        column.getChildren().setAll(parts);
        if (focused != null && focused.getScene() != null) {
            // what is written in stays on the page, but taking it up and putting it back moved the focus
            focused.requestFocus();
        }
    }

    private static Node lines(ApplicationPage.Other other) {
        Section section = new Section(other.heading());
        other.lines().forEach(line -> section.getChildren().add(Labels.text(line)));
        return section;
    }

    /** The form word for word as it was answered, and the file as it came. */
    private Node form(Application application) {
        VBox answers = new VBox();
        answers.getStyleClass().add(Styles.SECTION);
        for (FormAnswer answer : application.answers()) {
            Label question = Labels.text(answer.question());
            question.getStyleClass().add(Styles.MUTED);
            VBox pair = new VBox(question, Labels.text(Objects.requireNonNullElse(answer.answer(), "").isBlank() ? "–" : answer.answer()));
            answers.getChildren().add(pair);
        }
        if (application.answers().isEmpty()) {
            answers.getChildren().add(Labels.hint(texts.of("casefile.form.by-hand")));
        }
        VBox all = new VBox(new Folded(texts.of("casefile.form.answers"), answers));
        all.getStyleClass().add(Styles.SECTION);
        if (!application.form().isBlank()) {
            TextArea raw = new TextArea(application.form());
            raw.setEditable(false);
            raw.setPrefRowCount(16);
            raw.setAccessibleText(texts.of("casefile.form.raw"));
            TitledPane pane = new Folded(texts.of("casefile.form.raw"), raw);
            pane.getStyleClass().add(CaseStyles.FORM_TEXT);
            all.getChildren().add(pane);
        }
        return new Section(texts.of("casefile.form"), all);
    }
}
