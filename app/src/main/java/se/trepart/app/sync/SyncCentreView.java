package se.trepart.app.sync;

import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.View;
import se.trepart.app.sync.SyncCentreViewModel.FailedRow;
import se.trepart.app.sync.SyncCentreViewModel.Standing;
import se.trepart.app.text.Texts;

import atlantafx.base.controls.ToggleSwitch;

/** How the sync stands and what to do about it (Synkcentral), opened from the line at the bottom. */
public final class SyncCentreView implements View {

    private final SyncCentreViewModel model;
    private final Texts texts;
    private final VBox cause = new VBox();
    private final VBox remarks = new VBox();
    private final Label connection = Labels.text("");
    private final Label unsent = Labels.text("");
    private final Label lastSuccess = Labels.text("");
    private final Label lastAttempt = Labels.text("");
    private final Hyperlink conflicts = new Hyperlink();
    private final Label fetching = Labels.text("");
    private final ProgressBar bar = new ProgressBar();
    private final HBox progress;
    private final Section failed;
    private final Button now;
    private final ScrollPane root;
    private Subscription bound = Subscription.EMPTY;

    public SyncCentreView(SyncCentreViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        conflicts.getStyleClass().add(Styles.LINK);
        conflicts.setOnAction(_ -> model.openConflicts());
        cause.getStyleClass().add(Styles.CARD);
        hideWhenAway(cause);
        remarks.getStyleClass().add(Styles.ROWS);
        hideWhenAway(remarks);
        now = new Button(texts.of("shell.try-now"));
        now.getStyleClass().add(Styles.ACCENT);
        now.setOnAction(_ -> model.tryNow());
        Button cancel = new Button(texts.of("shell.sync.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        bar.setAccessibleText(texts.of("shell.sync.fetching"));
        progress = new HBox(bar, fetching, cancel);
        progress.getStyleClass().add(Styles.ROW);
        hideWhenAway(progress);
        failed = new Section(texts.of("shell.sync.failed"));
        hideWhenAway(failed);
        KeyValues standing = new KeyValues().add(texts.of("shell.sync.connection"), connection)
                .add(texts.of("shell.sync.last-success"), lastSuccess)
                .add(texts.of("shell.sync.last-attempt"), lastAttempt)
                .add(texts.of("shell.sync.unsent"), unsent)
                .add(texts.of("shell.sync.conflicts"), conflicts);
        VBox page = new VBox(Labels.title(texts.of("shell.sync.title")), cause, remarks, standing, progress, new HBox(now), failed,
                new Section(texts.of("shell.field-mode"), Labels.hint(texts.of("shell.sync.field-mode")), fieldMode()));
        page.getStyleClass().addAll(Styles.PAGE, Styles.READING);
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        model.failed().addListener((ListChangeListener<FailedRow>) _ -> showFailed());
        showFailed();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void opened() {
        bound = model.standing().subscribe(this::show);
        now.requestFocus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
    }

    @Override
    public void mainAction() {
        now.fire();
    }

    @Override
    public String help() {
        return texts.of("shell.sync.help");
    }

    private static void hideWhenAway(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    private ToggleSwitch fieldMode() {
        ToggleSwitch fieldMode = new ToggleSwitch(texts.of("shell.field-mode"));
        fieldMode.setAccessibleText(texts.of("shell.field-mode"));
        fieldMode.setFocusTraversable(true);
        fieldMode.selectedProperty().bindBidirectional(model.fieldMode());
        return fieldMode;
    }

    private void show(Standing standing) {
        connection.setText(standing.connection());
        unsent.setText(standing.unsent());
        lastSuccess.setText(standing.lastSuccess());
        lastAttempt.setText(standing.lastAttempt());
        conflicts.setText(standing.conflicts());
        cause.getChildren().setAll(Labels.heading(standing.cause()), Labels.text(standing.whatToDo()));
        cause.setVisible(!standing.cause().isEmpty());
        remarks.getChildren().setAll(standing.remarks().stream().map(Warnings::of).toList());
        remarks.setVisible(!standing.remarks().isEmpty());
        fetching.setText(standing.progress());
        bar.setProgress(standing.part() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : standing.part());
        progress.setVisible(!standing.progress().isEmpty());
    }

    private void showFailed() {
        failed.getChildren().remove(1, failed.getChildren().size());
        failed.getChildren().add(Labels.hint(texts.of("shell.sync.failed-hint")));
        model.failed().forEach(row -> failed.getChildren().add(card(row)));
        failed.setVisible(!model.failed().isEmpty());
    }

    private VBox card(FailedRow row) {
        VBox card = new VBox(Labels.strong(row.heading()), Labels.text(row.why()));
        card.getStyleClass().add(Styles.CARD);
        row.content().forEach(line -> card.getChildren().add(Labels.text(line)));
        HBox actions = new HBox();
        actions.getStyleClass().add(Styles.ROW);
        UUID conflict = row.conflict();
        if (conflict != null) {
            actions.getChildren().add(button("shell.failed.open-conflict", row, () -> model.openConflict(conflict)));
        }
        if (row.again()) {
            actions.getChildren().add(button("shell.failed.again", row, () -> model.tryAgain(row)));
        }
        actions.getChildren().add(button("shell.failed.dismiss", row, () -> model.dismiss(row)));
        card.getChildren().add(actions);
        return card;
    }

    private Button button(String key, FailedRow row, Runnable action) {
        Button button = new Button(texts.of(key));
        button.setAccessibleText(texts.of(key) + ", " + row.heading());
        button.setOnAction(_ -> action.run());
        return button;
    }
}
