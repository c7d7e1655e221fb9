package se.trepart.app.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.conflict.ConflictViewModel.Page;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Settling.Lacking;

/** Where a person settles one conflict (Vad ska gälla?). Nothing is chosen when it opens, and leaving it chooses nothing. */
public final class ConflictView implements View {

    private final ConflictViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final MainAction settle;
    private final TextArea reason = new TextArea();
    private final Field reasonField;
    private final Map<String, ChoiceView> choices = new HashMap<>();

    public ConflictView(ConflictViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        texts = desk.texts();
        root.getStylesheets().add(ConflictStyles.stylesheet());
        settle = new MainAction(texts.of("conflict.done"), model::settle);
        reason.setWrapText(true);
        reason.setPrefRowCount(1);
        reason.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, TypedField::tabToNext);
        reason.textProperty().bindBidirectional(model.reason());
        reasonField = new Field(texts.of("conflict.reason"), reason);
        model.page().subscribe(this::show);
        model.lacking().subscribe(this::showLacking);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void opened() {
        // the view is made anew for each conflict and follows its model for as long
    }

    @Override
    public void closed() {
        // what is typed stays, and is kept as a draft
    }

    @Override
    public void mainAction() {
        settle.fire();
    }

    @Override
    public String help() {
        return texts.of("conflict.help");
    }

    private void show(Optional<Page> page) {
        choices.clear();
        root.getChildren().setAll(page.map(this::page).orElseGet(this::nothing));
    }

    private Node nothing() {
        return model.loaded()
                ? new EmptyState(texts.of("conflict.gone"), texts.of("conflict.gone-hint"))
                : Labels.hint(texts.of("conflict.loading"));
    }

    private Node page(Page page) {
        Conflict conflict = page.conflict();
        VBox column = new VBox(head(page), Labels.text(page.lead()));
        column.getStyleClass().add(ConflictStyles.PAGE);
        for (ChoiceViewModel choice : page.choices()) {
            ChoiceView view = new ChoiceView(choice, page, desk);
            view.onlyRead(!page.allowed());
            choices.put(choice.key(), view);
            column.getChildren().add(view);
        }
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox foot = page.allowed()
                ? new VBox(reasonField, settle)
                : new VBox(Labels.text(texts
                        .of(conflict.refused().equals(Conflict.ACCESS_WITHDRAWN) ? "conflict.for-team-lead" : "conflict.for-caseworker")));
        foot.getStyleClass().add(ConflictStyles.FOOT);
        BorderPane whole = new BorderPane(scroll);
        whole.setBottom(foot);
        return whole;
    }

    private Node head(Page page) {
        HBox head = new HBox(Labels.title(page.heading()));
        head.getStyleClass().add(Styles.PAGE_HEAD);
        if (!page.caseName().isEmpty()) {
            Hyperlink open = new Hyperlink(page.caseName());
            open.getStyleClass().add(Styles.LINK);
            open.setAccessibleText(texts.of("conflict.open-case") + ", " + page.caseName());
            open.setOnAction(_ -> model.openCase());
            head.getChildren().add(open);
        }
        return head;
    }

    private void showLacking(List<Lacking> lacking) {
        List<Reason> reasons = new ArrayList<>();
        List<String> open = lacking.stream().filter(Lacking.Choice.class::isInstance).map(l -> ((Lacking.Choice) l).key()).toList();
        for (ChoiceViewModel choice : model.page().get().map(Page::choices).orElse(List.of())) {
            if (open.contains(choice.key())) {
                reasons.add(new Reason(texts.of("conflict.missing", ConflictWords.inside(choice.name())), () -> focus(choice.key())));
            }
        }
        if (lacking.contains(new Lacking.Reason())) {
            reasons.add(new Reason(texts.of("conflict.missing-reason"), reason::requestFocus));
        }
        settle.reasons(reasons);
    }

    private void focus(String key) {
        ChoiceView view = choices.get(key);
        if (view != null) {
            view.focusFirst();
        }
    }
}
