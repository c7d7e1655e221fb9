package se.trepart.app.shell;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableIntegerValue;

import se.trepart.app.shell.Place.Main;

/**
 * What the frame shows around every place (ram).
 *
 * @param counts how much waits at a place; a place without a count has no entry
 */
public record FrameViewModel(Desk desk, SearchViewModel search, SyncLineViewModel syncLine, Map<Main, ObservableIntegerValue> counts,
        OfficeMenu office) {

    /** Name and roles, for the person menu. */
    public String user() {
        return desk.staff().name();
    }

    /** Those of the user's roles, in the order of the list to the left. */
    public List<Main> places() {
        return RolePlaces.of(desk.staff().roles());
    }

    public List<String> roles() {
        return desk.staff().roles().stream().map(role -> desk.texts().name("shell.role", role)).toList();
    }
}
