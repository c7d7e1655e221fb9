package se.trepart.app.casefile;

import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Reason;
import se.trepart.app.shell.CasePlace;
import se.trepart.app.shell.View;

/**
 * One step of the work in a case (steg): a place in the step row with its page. Made once for each open case, with the {@link OpenCase} it
 * follows; the page is shown and hidden by {@link #opened()} and {@link #closed()}.
 */
public interface CaseStep extends View {

    CasePlace place();

    /** How far the step has come, beside its name: "✓", "9 av 12"; empty when it has nothing to tell. */
    ObservableStringValue progress();

    /** What is left to do here, for the case's right column. Kept up to date also while the step is not shown. */
    default ObservableList<Reason> toDo() {
        return FXCollections.emptyObservableList();
    }

    /** Takes the user to something on the page, such as a check's key; unknown anchors show the top. */
    default void show(String anchor) {}

    /** The case is closed: let go of it. */
    default void dispose() {}
}
