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

import se.trepart.app.control.EmptyState;
import se.trepart.app.shell.CaseView;
import se.trepart.app.shell.Focus;
import se.trepart.app.text.Texts;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** An open case on the screen (öppet ärende): head, step row, the step at hand, and what is left to do to the right. */
public final class OpenCaseView implements CaseView {

    private final CaseViewModel model;
    private final OpenCase openCase;
    private final Map<CasePlace, CaseStep> steps = new EnumMap<>(CasePlace.class);
    private final StackPane root = new StackPane();
    private final BorderPane page = new BorderPane();
    private final StackPane body = new StackPane();
    private final CaseStepRow row;
    private final ReadReasonView reason;
    private @Nullable CaseStep shown;
    private boolean open;

    /** Starts reading the case. @param steps in the order of the work */
    public OpenCaseView(OpenCase openCase, List<? extends CaseStep> steps) {
        this.openCase = openCase;
        model = new CaseViewModel(openCase, steps);
        steps.forEach(step -> this.steps.put(step.place(), step));
        reason = new ReadReasonView(openCase, () -> openCase.desk().navigator().closeCase(openCase.id()));
        row = new CaseStepRow(steps, openCase);
        page.setTop(new VBox(new CaseHeadView(model), row));
        body.getStyleClass().add(CaseStyles.BODY);
        page.setCenter(body);
        page.setRight(new CaseSideView(model));
        root.getStylesheets().add(CaseStyles.stylesheet());
        openCase.stateProperty().addListener((_, _, now) -> show(now));
        show(openCase.stateProperty().get());
        openCase.open();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
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
        if (openCase.stateProperty().get() == OpenCase.State.REASON_NEEDED) {
            Focus.first(reason);
        }
        if (shown != null) {
            shown.opened();
        }
    }

    @Override
    public void closed() {
        open = false;
        if (shown != null) {
            shown.closed();
        }
    }

    @Override
    public void mainAction() {
        if (openCase.stateProperty().get() == OpenCase.State.REASON_NEEDED) {
            reason.read();
        } else if (shown != null) {
            shown.mainAction();
        }
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

    private void show(OpenCase.State state) {
        Texts texts = openCase.desk().texts();
        root.getChildren().setAll(switch (state) {
            case LOADING -> new EmptyState(texts.of("casefile.loading"), "");
            case REASON_NEEDED -> reason;
            case OPEN -> page;
            case NOT_HERE -> new EmptyState(texts.of("casefile.not-here.title"), texts.of("casefile.not-here.text"));
            case LOCKED -> new EmptyState(texts.of("casefile.locked.title"), texts.of("casefile.locked.text"));
            case CLOSED_TO_OTHERS -> new EmptyState(texts.of("casefile.closed.title"), texts.of("casefile.closed.text"));
        });
        if (state == OpenCase.State.REASON_NEEDED && open) {
            Focus.first(reason);
        }
    }
}
