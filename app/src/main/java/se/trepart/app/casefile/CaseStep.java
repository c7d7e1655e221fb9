package se.trepart.app.casefile;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

import se.trepart.app.control.Reason;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;
import se.trepart.model.followup.CasePlace;

/**
 * One step of the work in a case (steg): a place in the step row with its page. Made once for each open case, with the {@link OpenCase} it
 * follows; the page is shown and hidden by {@link #opened()} and {@link #closed()}.
 */
public abstract class CaseStep implements View {

    /** The progress of a step that is done. */
    protected static final String DONE = "✓";

    private final OpenCase openCase;
    private final CasePlace place;
    private final String help;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ObservableList<Reason> toDo = FXCollections.observableArrayList();

    /** @param help the key of the text that F1 shows */
    protected CaseStep(OpenCase openCase, CasePlace place, String help) {
        this.openCase = openCase;
        this.place = place;
        this.help = help;
    }

    protected abstract CaseStepView view();

    /** The case is closed: let go of it. */
    public abstract void dispose();

    public final CasePlace place() {
        return place;
    }

    /** How far the step has come, beside its name: "✓", "9 av 12"; empty when it has nothing to tell. */
    public final ObservableStringValue progress() {
        return progress.getReadOnlyProperty();
    }

    /** What is left to do here, for the case's right column. Kept up to date also while the step is not shown. */
    public final ObservableList<Reason> toDo() {
        return toDo;
    }

    /** Takes the user to something on the page, such as a check's key; unknown anchors show the top. */
    public final void show(String anchor) {
        view().show(anchor);
    }

    @Override
    public final Node node() {
        return view();
    }

    @Override
    public void opened() {
        view().opened();
    }

    @Override
    public void closed() {
        view().closed();
    }

    @Override
    public void mainAction() {
        view().mainAction();
    }

    @Override
    public final boolean press(Shortcut shortcut) {
        return view().press(shortcut);
    }

    @Override
    public final String help() {
        return texts().of(help);
    }

    protected final OpenCase openCase() {
        return openCase;
    }

    protected final Texts texts() {
        return openCase.desk().texts();
    }

    /** Tells how far the step has come and what is left. */
    protected final void tell(String progressNow, List<Reason> left) {
        progress.set(progressNow);
        toDo.setAll(left);
    }

    /** Goes to something on this step's page, from wherever the user is. */
    protected final void go(String anchor) {
        openCase.desk().navigator().openCase(openCase.id(), place, anchor);
        show(anchor);
    }
}
