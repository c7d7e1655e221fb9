package se.trepart.app.shell;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

/** What is held open in the list to the left, a case or a participant (öppet ärende). One for as long as it is open. */
public interface CaseView extends View {

    /** Called on each navigation there, before {@link #opened()} when it was not shown. */
    void show(Place.Open place);

    /** The name in the list of open cases, such as "Öberg A". */
    ObservableStringValue shortName();

    /** Something unsaved or a conflict: marked in the list of open cases. */
    ObservableBooleanValue needsCare();

    /** It is closed by the user: let go of everything. */
    void dispose();
}
