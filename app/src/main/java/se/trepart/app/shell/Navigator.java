package se.trepart.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.Main;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** Where the user is, has been and can go (vägvisare). On the JavaFX thread only. */
public final class Navigator {

    private static final int REMEMBERED = 100;

    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Main.TODAY);
    private final ObservableList<UUID> openCases = FXCollections.observableArrayList();
    private final List<Place> back = new ArrayList<>();
    private final List<Place> forward = new ArrayList<>();

    /** Where the user is now. */
    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** The cases held open, in the order they were opened. */
    public ObservableList<UUID> openCases() {
        return FXCollections.unmodifiableObservableList(openCases);
    }

    public void open(Place next) {
        if (next.equals(place.get())) {
            return;
        }
        back.add(place.get());
        if (back.size() > REMEMBERED) {
            back.removeFirst();
        }
        forward.clear();
        go(next);
    }

    /** The case at the place it was last at, or at its application when it was not open. */
    public void openCase(UUID caseId) {
        open(lastIn(caseId));
    }

    public void openCase(UUID caseId, CasePlace at) {
        open(new InCase(caseId, at, null));
    }

    public void openCase(UUID caseId, CasePlace at, @Nullable String anchor) {
        open(new InCase(caseId, at, anchor));
    }

    public void back() {
        if (!back.isEmpty()) {
            forward.add(place.get());
            go(back.removeLast());
        }
    }

    public void forward() {
        if (!forward.isEmpty()) {
            back.add(place.get());
            go(forward.removeLast());
        }
    }

    /** The next open case in the list, round and round. */
    public void nextCase(int step) {
        if (!openCases.isEmpty()) {
            int now = place.get() instanceof InCase in ? openCases.indexOf(in.caseId()) : step > 0 ? -1 : 0;
            openCase(openCases.get(Math.floorMod(now + step, openCases.size())));
        }
    }

    /** Away from the list of open cases; from the case itself the way leads to the place before it. */
    public void closeCase(UUID caseId) {
        boolean here = in(place.get(), caseId);
        openCases.remove(caseId);
        back.removeIf(p -> in(p, caseId));
        forward.removeIf(p -> in(p, caseId));
        if (here) {
            go(back.isEmpty() ? Main.TODAY : back.removeLast());
        }
    }

    private void go(Place next) {
        if (next instanceof InCase in && !openCases.contains(in.caseId())) {
            openCases.add(in.caseId());
        }
        place.set(next);
    }

    private Place lastIn(UUID caseId) {
        if (in(place.get(), caseId)) {
            return place.get();
        }
        return back.reversed().stream().filter(p -> in(p, caseId)).findFirst().orElse(new InCase(caseId, CasePlace.APPLICATION, null));
    }

    private static boolean in(Place place, UUID caseId) {
        return place instanceof InCase in && in.caseId().equals(caseId);
    }
}
