package se.trepart.app.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.conflict.ConflictRow;
import se.trepart.app.conflict.ConflictsViewModel;
import se.trepart.app.plan.OffersViewModel;
import se.trepart.app.print.PrintLists;
import se.trepart.app.reminder.PutOffViewModel;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.CallMeeting;
import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.Main;
import se.trepart.app.shell.Place.OfMeeting;
import se.trepart.app.shell.Place.OfPlan;
import se.trepart.app.shell.Place.Reminders;
import se.trepart.app.shell.Reload;
import se.trepart.app.shell.RolePlaces;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.app.today.TodayRow.Group;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.DayList;
import se.trepart.model.followup.DayWork;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Snooze;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.merge.WaitingConflict.Urgency;

import org.jspecify.annotations.Nullable;

/** What needs the user today (Min dag): the day list in words, with the sync's problems and the files that were set aside. */
public final class TodayViewModel implements AutoCloseable {

    private static final int SOON_DAYS = 7;
    private static final int CONFLICTS_SHOWN = 5;

    private final Desk desk;
    private final Texts texts;
    private final Directory directory;
    private final PrintLists prints;
    private final ConflictsViewModel conflicts;
    private final Runnable openSetAside;
    private final ObservableList<TodayRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper day = new ReadOnlyStringWrapper();
    private final Reload reload;
    private final List<AutoCloseable> watches = new ArrayList<>();
    private final TodayFilter filter;
    private final PutOffViewModel putOff;
    private Found found = new Found(List.of(), List.of(), List.of(), false);

    /** @param openSetAside leads to the files that were set aside */
    public TodayViewModel(Desk desk, Directory directory, ConflictsViewModel conflicts, Runnable openSetAside) {
        this.desk = desk;
        this.conflicts = conflicts;
        this.openSetAside = openSetAside;
        texts = desk.texts();
        this.directory = directory;
        prints = new PrintLists(desk, directory);
        filter = new TodayFilter(desk, directory);
        putOff = new PutOffViewModel(desk, directory);
        reload = new Reload(desk.tasks(), () -> {
            Optional<Role> unit = filter.unit();
            return desk.tasks().of(() -> load(unit)).then(this::show);
        });
        watches.add(directory.onChange(reload::soon));
        watches.add(desk.workstation().sync().onStatus(_ -> reload.soon()));
        conflicts.rows().subscribe(this::show);
        filter.scope().addListener((_, _, _) -> reload.now());
        filter.responsible().addListener((_, _, _) -> show());
        filter.kind().addListener((_, _, _) -> show());
        reload.now();
    }

    /** Whose lines are shown. */
    public TodayFilter filter() {
        return filter;
    }

    /** What can be done with a line without opening it. */
    public PutOffViewModel putOff() {
        return putOff;
    }

    public ObservableList<TodayRow> rows() {
        return rows;
    }

    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Whether the list has been read at least once: before that, empty means nothing. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether the user keeps the municipality's catalogue of actions and has no place Planer to reach it from. */
    boolean keepsCatalogueOnly() {
        return OffersViewModel.mayKeep(desk) && !RolePlaces.of(desk.staff().roles()).contains(Main.PLANS);
    }

    void openCatalogue() {
        desk.navigator().open(Aside.OFFERS);
    }

    /** Today's date in words. */
    public ReadOnlyStringProperty day() {
        return day.getReadOnlyProperty();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable watch : watches) {
            watch.close();
        }
    }

    private void show(Found now) {
        found = now;
        putOff.show(now.snoozed());
        show();
    }

    private void show() {
        List<TodayRow> own = own();
        List<TodayRow> all = filter.unit().isPresent() ? found.unit().stream().filter(filter::keeps).toList() : own;
        if (!Objects.equals(rows, all)) {
            rows.setAll(all);
        }
        count.set(own.size());
        day.set(Formats.longDate(desk.today()));
        loaded.set(found.fetched());
    }

    private List<TodayRow> own() {
        List<TodayRow> all = new ArrayList<>(found.rows());
        conflicts.rows().stream().limit(CONFLICTS_SHOWN).map(this::conflict).forEach(all::add);
        int more = conflicts.rows().size() - CONFLICTS_SHOWN;
        if (more > 0) {
            all.add(problem(texts.count("today.conflicts", more), texts.of("today.conflicts-why"),
                    () -> desk.navigator().open(Aside.CONFLICTS)));
        }
        all.sort(Comparator.comparing(TodayRow::group));
        return all;
    }

    private TodayRow conflict(ConflictRow row) {
        return new TodayRow(row.urgency() == Urgency.STOPS_DECISION ? Group.LATE : Group.SOON, texts.of("today.conflict", row.what()),
                row.who(), row.since(), texts.of("today.conflict-why", row.between(), row.why()), false, () -> conflicts.open(row), null,
                null);
    }

    /**
     * @param unit empty unless the unit's lines are to be shown
     * @param fetched false on a new workstation that the central store has not sent anything yet: it is not empty, it does not know
     */
    private record Found(List<TodayRow> rows, List<TodayRow> unit, List<Snooze> snoozed, boolean fetched) {}

    private Found load(Optional<Role> unit) {
        List<TodayRow> all = new ArrayList<>(machineProblems());
        Optional<DayWork> work = new DayWorkReading(desk).read();
        Map<DayItem, Role> items = new LinkedHashMap<>();
        work.ifPresent(read -> desk.staff()
                .roles()
                .forEach(role -> DayList.of(read, desk.staff(), role, desk.today()).forEach(item -> items.putIfAbsent(item, role))));
        Planned planned = work.map(read -> Planned.of(read.planning())).orElse(Planned.NOTHING);
        items.forEach((item, role) -> all.add(row(item, role, planned)));
        all.sort(Comparator.comparing(TodayRow::group));
        List<TodayRow> ofUnit = new ArrayList<>();
        work.ifPresent(read -> unit.ifPresent(role -> DayList.ofUnit(read, desk.staff(), role, desk.today())
                .forEach(line -> ofUnit.add(ofUnit(row(line.item(), role, planned), line.responsible())))));
        ofUnit.sort(Comparator.comparing(TodayRow::group));
        List<Snooze> snoozed = work.stream()
                .flatMap(read -> read.planning().snoozes().stream())
                .filter(snooze -> snooze.lasts(desk.today()) && (unit.isPresent() || mine(snooze)))
                .sorted(Comparator.comparing(Snooze::until).thenComparing(Snooze::id))
                .toList();
        return new Found(all, ofUnit, snoozed, work.isPresent());
    }

    private boolean mine(Snooze snooze) {
        UUID me = desk.staff().id();
        return snooze.by().equals(me) || directory.find(snooze.caseId()).filter(entry -> me.equals(entry.responsible())).isPresent();
    }

    private TodayRow row(DayItem item, Role role, Planned planned) {
        boolean late = item.overdue(desk.today());
        LocalDate due = item.dueOn();
        Reminder reminder = item.kind() == DayItem.Kind.OWN_REMINDER ? planned.reminders().get(item.aboutId()) : null;
        return new TodayRow(late ? Group.LATE : soon(item) ? Group.SOON : Group.LATER,
                reminder == null ? texts.name("today.kind", item.kind()) : reminder.what(),
                item.subject() == null ? texts.of("today.protected") : item.subject(),
                due == null ? texts.of("today.since", desk.formats().shortDate(item.since())) : desk.formats().due(due),
                texts.name("today.why", item.kind()) + (item.rule().contains("§") ? " (" + item.rule() + ")" : ""), late,
                () -> desk.navigator().open(place(item, role, planned)), item, null);
    }

    /**
     * Where it is done: at the meeting when it is about one; a consultant works with the participant, and there a team lead answers how
     * long an action may be.
     */
    private static Place place(DayItem item, Role role, Planned planned) {
        if (item.kind() == DayItem.Kind.OWN_REMINDER) {
            return new Reminders(item.caseId());
        }
        if (item.kind() == DayItem.Kind.NEXT_MEETING_TO_CALL && Meetings.mayCall(role)) {
            return new CallMeeting(item.caseId(), item.memberId());
        }
        UUID meeting = planned.meetings().get(item.aboutId());
        if (meeting != null) {
            return new OfMeeting(meeting);
        }
        boolean answersForTheUnit = item.kind() == DayItem.Kind.CHANGE_PROPOSED && role.covers(Role.TEAM_LEAD);
        if (!role.plansOnly() && !answersForTheUnit) {
            return new InCase(item.caseId(), item.place(), item.aboutId().toString());
        }
        UUID member = item.memberId();
        return member == null ? Main.PLANS : new OfPlan(item.caseId(), member, item.aboutId().toString());
    }

    /** As the one who leads the unit sees it: whose it is goes first. */
    private TodayRow ofUnit(TodayRow row, @Nullable UUID responsible) {
        String whose = responsible == null ? texts.of("reminder.nobody") : directory.staffName(responsible);
        return new TodayRow(row.group(), row.what(), row.who(), row.when(), whose + ". " + row.why(), row.late(), row.open(), row.item(),
                responsible);
    }

    /** Somebody waits for it, or it is due within the week; the rest can wait. */
    private boolean soon(DayItem item) {
        LocalDate due = item.dueOn();
        boolean waits = item.kind().somebodyWaits() || item.kind() == DayItem.Kind.NEW_APPLICATION;
        return due == null ? waits : !due.isAfter(desk.today().plusDays(SOON_DAYS));
    }

    /** What only the user can put right: the sync cannot go on by itself, or files wait to be corrected. */
    private List<TodayRow> machineProblems() {
        List<TodayRow> problems = new ArrayList<>();
        SyncStatus sync = desk.workstation().sync().status();
        if (sync.problem() != Problem.NONE && sync.problem() != Problem.NO_NETWORK && sync.problem() != Problem.SERVER_BUSY) {
            problems.add(problem(texts.of("today.sync-stopped"), texts.name("shell.problem", sync.problem()),
                    () -> desk.navigator().open(Aside.SYNC)));
        }
        if (sync.failed() > 0) {
            problems.add(problem(texts.count("today.failed", sync.failed()), texts.of("today.failed-why"),
                    () -> desk.navigator().open(Aside.SYNC)));
        }
        int files = desk.workstation().setAside().all().size();
        if (files > 0) {
            problems.add(problem(texts.count("today.set-aside", files), texts.of("today.set-aside-why"), openSetAside));
        }
        long letters = lettersToPrint();
        if (letters > 0) {
            problems.add(
                    problem(texts.count("today.prints", letters), texts.of("today.prints-why"), () -> desk.navigator().open(Aside.PRINTS)));
        }
        return problems;
    }

    private long lettersToPrint() {
        boolean posts = desk.staff().roles().stream().anyMatch(CaseAccess::changesCases);
        return posts ? prints.waiting() : 0;
    }

    private static TodayRow problem(String what, String why, Runnable open) {
        return new TodayRow(Group.SOON, what, "", "", why, false, open, null, null);
    }
}
