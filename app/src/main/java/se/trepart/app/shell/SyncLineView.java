package se.trepart.app.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.SyncLineViewModel.Line;
import se.trepart.app.text.Texts;
import se.trepart.local.sync.SyncStatus.Connection;

import atlantafx.base.controls.ToggleSwitch;

/** The line at the bottom of the window (synkrad). */
final class SyncLineView extends HBox {

    private static final PseudoClass ONLINE = PseudoClass.getPseudoClass("online");

    private final String centre;
    private final Circle dot = new Circle(4);
    private final Hyperlink connection = new Hyperlink();
    private final Label unsent = Labels.muted("");
    private final Label lastSuccess = Labels.muted("");
    private final Label lastAttempt = Labels.muted("");
    private final Hyperlink conflicts = new Hyperlink();
    private final Hyperlink failed = new Hyperlink();

    SyncLineView(SyncLineViewModel model, Texts texts) {
        centre = texts.of("shell.sync.title");
        getStyleClass().add("sync-line");
        dot.getStyleClass().add("connection-dot");
        connection.getStyleClass().add(Styles.LINK);
        connection.setOnAction(_ -> model.openCentre());
        conflicts.getStyleClass().addAll(Styles.LINK, Styles.BADGE, Styles.ATTENTION);
        conflicts.accessibleTextProperty().bind(conflicts.textProperty().map(words -> texts.of("shell.sync.conflicts") + " " + words));
        conflicts.setOnAction(_ -> model.openConflicts());
        failed.getStyleClass().addAll(Styles.LINK, Styles.BADGE, Styles.URGENT);
        failed.accessibleTextProperty().bind(failed.textProperty().map(words -> texts.of("shell.sync.failed") + " " + words));
        failed.setOnAction(_ -> model.openCentre());
        failed.managedProperty().bind(failed.visibleProperty());
        failed.visibleProperty().bind(failed.textProperty().isNotEmpty());
        HBox state = new HBox(dot, connection);
        state.getStyleClass().add(Styles.ROW);
        Hyperlink now = new Hyperlink(texts.of("shell.try-now"));
        now.getStyleClass().add(Styles.LINK);
        now.setOnAction(_ -> model.tryNow());
        now.visibleProperty().bind(lastAttempt.textProperty().isNotEmpty());
        now.managedProperty().bind(now.visibleProperty());
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        ToggleSwitch fieldMode = new ToggleSwitch(texts.of("shell.field-mode"));
        fieldMode.setAccessibleText(texts.of("shell.field-mode"));
        fieldMode.setFocusTraversable(true);
        fieldMode.selectedProperty().bindBidirectional(model.fieldMode());
        getChildren().addAll(state, unsent, lastSuccess, lastAttempt, now, conflicts, failed, space, fieldMode);
        conflicts.managedProperty().bind(conflicts.visibleProperty());
        conflicts.visibleProperty().bind(conflicts.textProperty().isNotEmpty());
        model.line().subscribe(this::show);
    }

    private void show(Line line) {
        dot.pseudoClassStateChanged(ONLINE, line.state() == Connection.ONLINE);
        connection.setText(line.connection());
        connection.setAccessibleText(centre + ", " + line.connection());
        unsent.setText(line.unsent());
        lastSuccess.setText(line.lastSuccess());
        lastAttempt.setText(line.lastAttempt());
        conflicts.setText(line.conflicts());
        failed.setText(line.failed());
    }
}
