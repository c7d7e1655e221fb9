package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.control.Reason;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Intake;
import se.trepart.model.casefile.Phase;
import se.trepart.model.disclosure.Disclosure;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.Reminder;
import se.trepart.model.merge.Conflict;
import se.trepart.model.plan.InvalidAbsence;

import org.jspecify.annotations.Nullable;

/** The frame of an open case (ärende): head, what is left to do, what has changed, conflicts. */
public final class CaseViewModel {

    private final OpenCase openCase;
    private final List<? extends CaseStep> steps;
    private final ReadOnlyObjectWrapper<@Nullable CaseHead> head = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper shortName = new ReadOnlyStringWrapper("…");
    private final ReadOnlyBooleanWrapper needsCare = new ReadOnlyBooleanWrapper();
    private final ObservableList<Reason> toDo = FXCollections.observableArrayList();
    private final ObservableList<Reason> sinceLast = FXCollections.observableArrayList();
    private final ObservableList<Reason> reminders = FXCollections.observableArrayList();
    private final ObservableList<Reason> conflicts = FXCollections.observableArrayList();
    // kept: a read-only list that nobody holds is forgotten with its listeners
    private final ObservableList<Reason> toDoOnly = FXCollections.unmodifiableObservableList(toDo);
    private final ObservableList<Reason> sinceLastOnly = FXCollections.unmodifiableObservableList(sinceLast);
    private final ObservableList<Reason> remindersOnly = FXCollections.unmodifiableObservableList(reminders);
    private final ObservableList<Reason> conflictsOnly = FXCollections.unmodifiableObservableList(conflicts);
    private final ListChangeListener<Reason> stepChanged = _ -> showToDo();
    private final Runnable stop;

    public CaseViewModel(OpenCase openCase, List<? extends CaseStep> steps) {
        this.openCase = openCase;
        this.steps = steps;
        steps.forEach(step -> step.toDo().addListener(stepChanged));
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        steps.forEach(step -> step.toDo().removeListener(stepChanged));
        stop.run();
    }

    public OpenCase openCase() {
        return openCase;
    }

    /** Null until the case is read. */
    public ReadOnlyObjectProperty<@Nullable CaseHead> headProperty() {
        return head.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty shortNameProperty() {
        return shortName.getReadOnlyProperty();
    }

    /** There is a conflict that a person must resolve. */
    public ReadOnlyBooleanProperty needsCareProperty() {
        return needsCare.getReadOnlyProperty();
    }

    /** What is left to do, each with the way to it (att göra). */
    public ObservableList<Reason> toDo() {
        return toDoOnly;
    }

    /** What differs from the application before (sedan sist). */
    public ObservableList<Reason> sinceLast() {
        return sinceLastOnly;
    }

    /** The open reminders that people have set in the case, and the way to a new one (bevakningar). */
    public ObservableList<Reason> reminders() {
        return remindersOnly;
    }

    public ObservableList<Reason> conflicts() {
        return conflictsOnly;
    }

    /** Whether the user distributes cases in this unit (R3). */
    public boolean mayDistribute() {
        Staff me = openCase.desk().staff();
        return openCase.situation().isPresent() && me.roles().stream().anyMatch(role -> role.covers(Role.TEAM_LEAD));
    }

    /** Whether the user hands this case over from intake to the running work (R3). */
    public boolean mayHandOver() {
        return mayDistribute() && openCase.situation().filter(now -> now.documents().file().phase() == Phase.INTAKE).isPresent();
    }

    /** Whether the user takes out files for those who ask. */
    public boolean mayDisclose() {
        return openCase.situation().isPresent() && Disclosure.mayTakeOut(openCase.desk().staff().roles());
    }

    /** Lämna ut akten: a place of its own. */
    public void disclose() {
        openCase.desk().navigator().open(new Place.Disclose(openCase.id()));
    }

    /** Asks who is to be responsible, and makes it so. */
    public void distribute() {
        chooseResponsible("casefile.distribute", this::distributeTo);
    }

    /**
     * Asks who is to go on with the case, and hands it over. It stays in its unit: what is written in a case and never changed carries its
     * unit, and must stay with the rest.
     */
    public void handOver() {
        chooseResponsible("casefile.hand-over", this::handOverTo);
    }

    private void chooseResponsible(String key, Consumer<Staff> chosen) {
        Texts texts = openCase.desk().texts();
        openCase.situation().ifPresent(now -> {
            List<Staff> handlers = now.registers()
                    .staff()
                    .stream()
                    .filter(s -> s.active() && s.units().contains(now.documents().unitId())
                            && s.roles().stream().anyMatch(Role::handlesCases))
                    .toList();
            List<Choice<Staff>> choices = SwedishOrder.sorted(handlers, Staff::name)
                    .stream()
                    .map(s -> new Choice<>(s.name() + ", " + s.title(), s))
                    .toList();
            openCase.desk().dialogs().choose(texts.of(key + ".title"), texts.of(key + ".text"), choices).ifPresent(chosen);
        });
    }

    private void distributeTo(Staff responsible) {
        openCase.edit(documents -> {
            CaseFile before = documents.file();
            return Intent.change(before, Intake.distribute(before, responsible.id()));
        });
    }

    private void handOverTo(Staff responsible) {
        openCase.edit(documents -> {
            CaseFile before = documents.file();
            CaseFile running = Intake.handOver(before, before.unitId(), openCase.desk().today());
            return Intent.change(before, Intake.distribute(running, responsible.id()));
        });
    }

    private void show(CaseSituation now) {
        Texts texts = openCase.desk().texts();
        head.set(CaseHead.of(now, texts, openCase.desk().formats()));
        shortName.set(CaseHead.shortName(now.documents().household()));
        List<Conflict> open = now.documents().openConflicts();
        needsCare.set(!open.isEmpty());
        conflicts.setAll(open.stream().map(this::toSettle).toList());
        List<Reason> since = new ArrayList<>(absences(now));
        new SinceLast(texts).lines(now).forEach(text -> since.add(new Reason(text, () -> go(CasePlace.APPLICATION, "compare"))));
        sinceLast.setAll(since);
        showReminders(now);
        showToDo();
    }

    private void showReminders(CaseSituation now) {
        Texts texts = openCase.desk().texts();
        Runnable open = () -> openCase.desk().navigator().open(new Place.Reminders(openCase.id()));
        List<Reason> lines = new ArrayList<>();
        now.documents()
                .of(Reminder.class)
                .stream()
                .filter(Reminder::open)
                .sorted(Comparator.comparing(Reminder::dueOn))
                .map(reminder -> new Reason(
                        texts.of("reminder.case-line", openCase.desk().formats().shortDate(reminder.dueOn()), reminder.what()), open))
                .forEach(lines::add);
        lines.add(new Reason(texts.of("reminder.remind-me"), open));
        reminders.setAll(lines);
    }

    private void showToDo() {
        Texts texts = openCase.desk().texts();
        List<Reason> all = new ArrayList<>();
        openCase.situation()
                .filter(now -> now.documents().file().responsible() == null && mayDistribute())
                .ifPresent(_ -> all.add(new Reason(texts.of("casefile.to-do.distribute"), this::distribute)));
        all.addAll(conflicts);
        steps.forEach(step -> all.addAll(step.toDo()));
        toDo.setAll(all);
    }

    /** R24: what weighs in the month at hand; without any application, what nobody has dealt with. */
    private List<Reason> absences(CaseSituation now) {
        List<InvalidAbsence> weighed = now.atHand()
                .map(application -> InvalidAbsence.weighedIn(now.absences(), application.period()))
                .orElseGet(() -> now.absences().stream().filter(InvalidAbsence::open).toList());
        if (weighed.isEmpty()) {
            return List.of();
        }
        String newest = weighed.getLast().mark().id().toString();
        return new AbsenceWords(openCase.desk().texts(), openCase.desk().formats()).perAction(weighed, now.documents())
                .stream()
                .map(text -> new Reason(text, () -> go(CasePlace.PLANNING, newest)))
                .toList();
    }

    private Reason toSettle(Conflict conflict) {
        Texts texts = openCase.desk().texts();
        String key = "conflict.document";
        String name = key + "." + conflict.aboutType();
        // a newer client may know more kinds of document
        String about = texts.of(texts.has(name) ? name : "conflict.document.OTHER");
        return new Reason(texts.of("casefile.to-do.conflict", about),
                () -> openCase.desk().navigator().open(new OfConflict(conflict.id())));
    }

    private void go(CasePlace place, String anchor) {
        openCase.desk().navigator().openCase(openCase.id(), place, anchor);
    }
}
