package se.trepart.app.shell;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** An open case with its head and places (öppet ärende). One for as long as the case is open. */
public interface CaseView extends View {

    /** Called on each navigation into the case, before {@link #opened()} when it was not shown. */
    void show(CasePlace place, @Nullable String anchor);

    /** The name in the list of open cases, such as "Öberg A". */
    ObservableStringValue shortName();

    /** Something unsaved or a conflict: marked in the list of open cases. */
    ObservableBooleanValue needsCare();

    /** The case is closed by the user: let go of everything. */
    void dispose();
}
