package se.trepart.app.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.shell.Place.AboutMeeting;
import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.Main;
import se.trepart.app.shell.Place.Open;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** Where the user is, has been and can go (vägvisare). On the JavaFX thread only. */
public final class Navigator {

    private static final int REMEMBERED = 100;

    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Main.TODAY);
    private final ObservableList<UUID> openKeys = FXCollections.observableArrayList();
    /** Where each open case or participant was last left. */
    private final Map<UUID, Open> last = new HashMap<>();
    /** Cases that the user has said why they open. */
    private final Set<UUID> explained = new HashSet<>();
    private final List<Place> back = new ArrayList<>();
    private final List<Place> forward = new ArrayList<>();

    /** Where the user is now. */
    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** The keys of what is held open, such as cases, in the order they were opened. */
    public ObservableList<UUID> openKeys() {
        return FXCollections.unmodifiableObservableList(openKeys);
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
        open(last.getOrDefault(caseId, new InCase(caseId, CasePlace.APPLICATION, null)));
    }

    public void openCase(UUID caseId, CasePlace at) {
        open(new InCase(caseId, at, null));
    }

    public void openCase(UUID caseId, CasePlace at, @Nullable String anchor) {
        open(new InCase(caseId, at, anchor));
    }

    /** One that is held open, where it was left. */
    public void openAgain(UUID key) {
        Optional.ofNullable(last.get(key)).ifPresent(this::open);
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

    /** The next one in the list of what is open, round and round. */
    public void nextOpen(int step) {
        if (!openKeys.isEmpty()) {
            int now = place.get() instanceof Open here ? openKeys.indexOf(here.key()) : step > 0 ? -1 : 0;
            openAgain(openKeys.get(Math.floorMod(now + step, openKeys.size())));
        }
    }

    /** Away from the list of what is open; from there itself the way leads to the place before it. */
    public void close(UUID key) {
        boolean here = in(place.get(), key);
        openKeys.remove(key);
        Open closed = last.remove(key);
        if (closed != null && !heldOpen().contains(closed.caseId())) {
            explained.remove(closed.caseId());
        }
        back.removeIf(p -> in(p, key));
        forward.removeIf(p -> in(p, key));
        if (here) {
            go(back.isEmpty() ? Main.TODAY : back.removeLast());
        }
    }

    /**
     * R31: the user has said why they open a case that is not theirs. They are not asked again while the case is held open, nor on the way
     * from one of its meetings to another.
     */
    public void explain(UUID caseId) {
        explained.add(caseId);
    }

    /** R31: whether the user has said why they open this case. */
    public boolean explained(UUID caseId) {
        return explained.contains(caseId);
    }

    private void go(Place next) {
        if (next instanceof Open one) {
            last.put(one.key(), one);
            if (!openKeys.contains(one.key())) {
                openKeys.add(one.key());
            }
        }
        if (!(next instanceof AboutMeeting)) {
            explained.retainAll(heldOpen());
        }
        place.set(next);
    }

    private Set<UUID> heldOpen() {
        return last.values().stream().map(Open::caseId).collect(Collectors.toSet());
    }

    private static boolean in(Place place, UUID key) {
        return place instanceof Open one && one.key().equals(key);
    }
}
