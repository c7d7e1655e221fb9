package se.trepart.app.casefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.shell.CaseView;
import se.trepart.app.shell.Place;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** An open case on the screen (öppet ärende): head, step row, the step at hand, and what is left to do to the right. */
public final class OpenCaseView implements CaseView {

    private final CaseViewModel model;
    private final OpenCase openCase;
    private final CaseGate gate;
    private final Map<CasePlace, CaseStep> steps = new EnumMap<>(CasePlace.class);
    private final BorderPane page = new BorderPane();
    private final StackPane body = new StackPane();
    private final CaseStepRow row;
    private @Nullable CaseStep shown;
    private boolean open;

    /** Starts reading the case. @param steps in the order of the work */
    public OpenCaseView(OpenCase openCase, List<? extends CaseStep> steps) {
        this.openCase = openCase;
        model = new CaseViewModel(openCase, steps);
        steps.forEach(step -> this.steps.put(step.place(), step));
        row = new CaseStepRow(steps, openCase);
        page.setTop(new VBox(new CaseHeadView(model), row));
        body.getStyleClass().add(CaseStyles.BODY);
        page.setCenter(body);
        page.setRight(new CaseSideView(model));
        gate = new CaseGate(openCase, page);
        gate.getStylesheets().add(CaseStyles.stylesheet());
        openCase.open();
    }

    @Override
    public Node node() {
        return gate;
    }

    @Override
    public void show(Place.Open place) {
        if (place instanceof Place.InCase in) {
            show(in.place(), in.anchor());
        }
    }

    /** Goes to a step, and there to what the anchor names. */
    public void show(CasePlace place, @Nullable String anchor) {
        CaseStep next = Optional.ofNullable(steps.get(place)).orElseGet(() -> steps.values().iterator().next());
        if (next != shown) {
            if (shown != null && open) {
                shown.closed();
            }
            shown = next;
            body.getChildren().setAll(next.node());
            row.select(next.place());
            if (open) {
                next.opened();
            }
        }
        if (anchor != null) {
            next.show(anchor);
        }
    }

    @Override
    public void opened() {
        open = true;
        gate.opened();
        if (shown != null) {
            shown.opened();
        }
    }

    @Override
    public void closed() {
        open = false;
        gate.closed();
        if (shown != null) {
            shown.closed();
        }
    }

    @Override
    public void mainAction() {
        if (gate.asks()) {
            gate.read();
        } else if (shown != null) {
            shown.mainAction();
        }
    }

    @Override
    public boolean press(Shortcut shortcut) {
        return !gate.asks() && shown != null && shown.press(shortcut);
    }

    @Override
    public void undo() {
        openCase.undo().takeBack();
    }

    @Override
    public String help() {
        return shown == null ? "" : shown.help();
    }

    @Override
    public ObservableStringValue shortName() {
        return model.shortNameProperty();
    }

    @Override
    public ObservableBooleanValue needsCare() {
        return model.needsCareProperty();
    }

    @Override
    public void dispose() {
        model.dispose();
        steps.values().forEach(CaseStep::dispose);
        openCase.close();
    }
}
