package se.trepart.app.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.plan.Plan;

import org.jspecify.annotations.Nullable;

/** Own reminders (bevakningar): a new one, and those that are open for the user, the nearest first. */
public final class RemindersViewModel implements AutoCloseable {

    private static final String DRAFT = "reminder/what";

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final ObservableList<ReminderRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Choice<UUID>> cases = FXCollections.observableArrayList();
    private final ObservableList<Choice<Boolean>> people;
    private final ObjectProperty<Choice<UUID>> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> due = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<Boolean>> whom = new SimpleObjectProperty<>();
    private final TypedText what;
    private final ReadOnlyStringWrapper caseFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whatFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper dueFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final Reload reload;
    private final AutoCloseable watch;
    private boolean shown;
    private @Nullable UUID asked;

    public RemindersViewModel(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
        // with the case, or always this person: whoever takes over the case takes over the reminder
        people = FXCollections.observableArrayList(new Choice<>(texts.of("reminder.whoever"), false),
                new Choice<>(texts.of("reminder.me"), true));
        whom.set(people.getFirst());
        what = new TypedText(DRAFT, new DraftKeeper(desk.workstation().drafts(), desk.tasks(), DraftKeeper.PAUSE), null, _ -> {});
        cases.setAll(List.of(new Choice<>(texts.of("reminder.no-case"), null)));
        chosen.set(cases.getFirst());
        chosen.subscribe(now -> {
            caseFault.set(now.value() == null ? texts.of("reminder.case-fault") : "");
            whom.set(now.value() == null || mine(now.value()) ? people.getFirst() : people.getLast());
        });
        what.textProperty().subscribe(text -> whatFault.set(text.isBlank() ? texts.of("reminder.what-fault") : ""));
        due.subscribe(day -> dueFault.set(day == null || day.isBefore(desk.today()) ? texts.of("reminder.due-fault") : ""));
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).then(this::show));
        watch = directory.onChange(() -> desk.tasks().onScreen(() -> {
            if (shown) {
                reload.soon();
            }
        }));
    }

    /** @param caseId the case that a new reminder is about at first; null for the one that was chosen before */
    public void ask(@Nullable UUID caseId) {
        asked = caseId;
    }

    public void opened() {
        shown = true;
        message.set("");
        reload.now();
    }

    public void closed() {
        shown = false;
    }

    public Desk desk() {
        return desk;
    }

    public ObservableList<ReminderRow> rows() {
        return rows;
    }

    /** Whether the list has been read at least once: before that, empty means nothing. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ObservableList<Choice<UUID>> cases() {
        return cases;
    }

    public ObjectProperty<Choice<UUID>> chosen() {
        return chosen;
    }

    public TypedText what() {
        return what;
    }

    public ObjectProperty<@Nullable LocalDate> due() {
        return due;
    }

    /** False for whoever has the case that day, true for the user whoever has it. */
    public ObservableList<Choice<Boolean>> people() {
        return people;
    }

    public ObjectProperty<Choice<Boolean>> whom() {
        return whom;
    }

    public ReadOnlyStringProperty caseFault() {
        return caseFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty whatFault() {
        return whatFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty dueFault() {
        return dueFault.getReadOnlyProperty();
    }

    /** What was done last, in words. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** In so many days from today. */
    public void dueIn(int days) {
        due.set(desk.today().plusDays(days));
    }

    /** Sets the reminder when nothing is missing. Returns whether it did. */
    public boolean set() {
        UUID caseId = chosen.get().value();
        LocalDate day = due.get();
        if (caseId == null || day == null || !(caseFault.get() + whatFault.get() + dueFault.get()).isEmpty()) {
            return false;
        }
        UUID me = desk.staff().id();
        String words = what.text().strip();
        UUID forStaff = Boolean.TRUE.equals(whom.get().value()) ? me : null;
        directory.find(caseId)
                .ifPresent(entry -> save(Intent.create(
                        Reminder.set(desk.newId().get(), entry.unitId(), caseId, side(desk), words, day, forStaff, me, desk.today())),
                        texts.of("reminder.is-set", desk.formats().shortDate(day)), () -> {
                            what.textProperty().set("");
                            due.set(null);
                        }));
        return true;
    }

    public void done(ReminderRow row) {
        save(Intent.change(row.reminder(), row.reminder().done(desk.today())), texts.of("reminder.is-done"), () -> {});
    }

    public void move(ReminderRow row, LocalDate day) {
        if (!day.equals(row.reminder().dueOn())) {
            save(Intent.change(row.reminder(), row.reminder().moved(day)), texts.of("reminder.is-moved", desk.formats().shortDate(day)),
                    () -> {});
        }
    }

    public void open(ReminderRow row) {
        desk.navigator().openCase(row.reminder().caseId());
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    /** The side of the case that the user's own reminders lie on: a consultant knows the plan side only. */
    static Side side(Desk desk) {
        return desk.staff().roles().stream().anyMatch(role -> CaseAccess.changes(role, Side.AID)) ? Side.AID : Side.PLAN;
    }

    private void save(Intent intent, String done, Runnable then) {
        desk.tasks().of(() -> desk.documents().save(intent)).then(_ -> {
            message.set(done);
            then.run();
            reload.now();
        }).start();
    }

    private boolean mine(UUID caseId) {
        return side(desk) == Side.PLAN || directory.find(caseId).filter(entry -> desk.staff().id().equals(entry.responsible())).isPresent();
    }

    /** @param found the words that were typed and never became a reminder; null when there are none */
    private record Found(List<CaseEntry> cases, List<Reminder> reminders, @Nullable Draft found) {}

    private Found read() {
        UUID me = desk.staff().id();
        Set<UUID> kept = desk.documents()
                .list(Plan.class, ListFilter.states("RUNNING"))
                .stream()
                .filter(plan -> plan.consultant().equals(me))
                .map(Plan::caseId)
                .collect(Collectors.toSet());
        List<Reminder> open = desk.documents()
                .list(Reminder.class, ListFilter.states("OPEN"))
                .stream()
                .filter(reminder -> directory.find(reminder.caseId()).filter(entry -> isMine(reminder, entry, kept)).isPresent())
                .sorted(Comparator.comparing(Reminder::dueOn).thenComparing(Reminder::id))
                .toList();
        Draft draft = desk.workstation().drafts().startingWith(DRAFT).stream().findFirst().orElse(null);
        return new Found(directory.cases(), open, draft);
    }

    private boolean isMine(Reminder reminder, CaseEntry entry, Set<UUID> kept) {
        UUID me = desk.staff().id();
        return reminder.forStaff() == null
                ? reminder.by().equals(me) || me.equals(entry.responsible()) || kept.contains(entry.caseId())
                : reminder.forStaff().equals(me);
    }

    private void show(Found found) {
        showCases(found.cases());
        if (found.found() != null && !loaded.get()) {
            what.restore(found.found());
        }
        rows.setAll(found.reminders().stream().flatMap(reminder -> row(reminder).stream()).toList());
        loaded.set(true);
    }

    private void showCases(List<CaseEntry> all) {
        UUID wanted = Optional.ofNullable(asked).orElse(chosen.get().value());
        asked = null;
        List<Choice<UUID>> next = new ArrayList<>();
        next.add(new Choice<>(texts.of("reminder.no-case"), null));
        all.forEach(entry -> next.add(new Choice<>(entry.who() + "  " + entry.number(), entry.caseId())));
        if (!next.equals(cases)) {
            cases.setAll(next);
        }
        chosen.set(cases.stream().filter(choice -> Objects.equals(choice.value(), wanted)).findFirst().orElse(cases.getFirst()));
    }

    private Optional<ReminderRow> row(Reminder reminder) {
        return directory.find(reminder.caseId())
                .map(entry -> new ReminderRow(reminder, entry.who(), desk.formats().due(reminder.dueOn()),
                        reminder.dueOn().isBefore(desk.today()),
                        reminder.forStaff() == null ? texts.of("reminder.with-the-case") : directory.staffName(reminder.forStaff())));
    }
}
