package se.trepart.app.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.DayItem.Kind;

import org.jspecify.annotations.Nullable;

/** Whose lines Min dag shows (urval i Min dag): who leads a unit may look at the unit's, by responsible person and by missing next step. */
public final class TodayFilter {

    /** Whose lines. */
    public enum Scope {
        MINE,
        UNIT
    }

    /** Which responsible person; null for nobody. */
    record Whose(@Nullable UUID staff) {}

    private final Optional<Role> leading;
    private final ObservableList<Choice<Scope>> scopes = FXCollections.observableArrayList();
    private final ObservableList<Choice<Whose>> people = FXCollections.observableArrayList();
    private final ObservableList<Choice<Kind>> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Scope>> scope = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<Whose>> responsible = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<Kind>> kind = new SimpleObjectProperty<>();

    TodayFilter(Desk desk, Directory directory) {
        Texts texts = desk.texts();
        leading = desk.staff().roles().stream().filter(Role::leads).findFirst();
        for (Scope one : Scope.values()) {
            scopes.add(new Choice<>(texts.name("reminder.scope", one), one));
        }
        List<Choice<Whose>> all = new ArrayList<>();
        all.add(new Choice<>(texts.of("reminder.everybody"), null));
        all.add(new Choice<>(texts.of("reminder.nobody"), new Whose(null)));
        for (Staff staff : directory.staff()) {
            all.add(new Choice<>(staff.name(), new Whose(staff.id())));
        }
        people.setAll(all);
        kinds.setAll(List.of(new Choice<>(texts.of("reminder.all-lines"), null),
                new Choice<>(texts.of("reminder.no-next-step"), Kind.NO_NEXT_STEP)));
        scope.set(scopes.getFirst());
        responsible.set(people.getFirst());
        kind.set(kinds.getFirst());
    }

    /** Whether the user leads a unit and may choose at all. */
    public boolean offered() {
        return leading.isPresent();
    }

    /** The role in which the unit's lines are to be shown; empty for the user's own. */
    Optional<Role> unit() {
        return scope.get().value() == Scope.UNIT ? leading : Optional.empty();
    }

    public ObservableList<Choice<Scope>> scopes() {
        return scopes;
    }

    public ObjectProperty<Choice<Scope>> scope() {
        return scope;
    }

    ObservableList<Choice<Whose>> people() {
        return people;
    }

    ObjectProperty<Choice<Whose>> responsible() {
        return responsible;
    }

    public ObservableList<Choice<Kind>> kinds() {
        return kinds;
    }

    public ObjectProperty<Choice<Kind>> kind() {
        return kind;
    }

    /** Whether a line of the unit is shown. */
    boolean keeps(TodayRow row) {
        DayItem item = row.item();
        Whose whose = responsible.get().value();
        Kind wanted = kind.get().value();
        return item != null && (whose == null || Objects.equals(whose.staff(), row.responsible()))
                && (wanted == null || item.kind() == wanted);
    }
}
