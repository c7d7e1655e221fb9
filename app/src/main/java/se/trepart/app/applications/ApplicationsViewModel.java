package se.trepart.app.applications;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.intake.Imported;
import se.trepart.app.intake.Intake;
import se.trepart.app.intake.WatchedFolder;
import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** What has come in (Ansökningar), filtered on status, month, unit and responsible person only (R32). */
public final class ApplicationsViewModel implements AutoCloseable {

    /** What the place shows. */
    public enum Page {
        LIST,
        SET_ASIDE,
        NEW
    }

    /** Under this name the workstation remembers the watched folder. */
    public static final String WATCHED = "applications/watched-folder";
    private static final int MONTHS = 14;

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final Intake intake;
    private final SetAsideViewModel setAside;
    private final ObservableList<ApplicationRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final BooleanProperty importing = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper watched = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper newCount = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.LIST);
    private final ObservableList<Choice<Set<ApplicationStatus>>> statuses = FXCollections.observableArrayList();
    private final ObservableList<Choice<YearMonth>> months = FXCollections.observableArrayList();
    private final ObservableList<Choice<UUID>> units = FXCollections.observableArrayList();
    private final ObservableList<Choice<UUID>> people = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Set<ApplicationStatus>>> status = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<YearMonth>> month = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<UUID>> unit = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<UUID>> responsible = new SimpleObjectProperty<>();
    private final Reload reload;
    private final AutoCloseable watch;
    private List<ApplicationRow> all = List.of();
    private @Nullable NewApplicationViewModel form;
    private @Nullable WatchedFolder folder;

    public ApplicationsViewModel(Desk desk, Directory directory, Intake intake) {
        this.desk = desk;
        this.directory = directory;
        this.intake = intake;
        texts = desk.texts();
        setAside = new SetAsideViewModel(desk, intake, outcomes -> told(outcomes));
        choices();
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::load).showing(loading).then(this::show));
        watch = directory.onChange(reload::soon);
        List.of(status, month, unit).forEach(chosen -> chosen.subscribe((_, _) -> reload.now()));
        responsible.subscribe((_, _) -> filter());
        desk.tasks()
                .of(() -> desk.workstation().drafts().find(WATCHED))
                .then(kept -> kept.ifPresent(d -> start(Path.of(d.text()))))
                .start();
        reload.now();
    }

    public ObservableList<ApplicationRow> rows() {
        return rows;
    }

    public BooleanProperty loading() {
        return loading;
    }

    /** Files are being taken in. */
    public BooleanProperty importing() {
        return importing;
    }

    /** What the last taking in came to; empty when nothing is to be said. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** The watched folder's name; empty when none is. */
    public ReadOnlyStringProperty watched() {
        return watched.getReadOnlyProperty();
    }

    /** Applications that nobody has begun with. */
    public ReadOnlyIntegerProperty newCount() {
        return newCount.getReadOnlyProperty();
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    public SetAsideViewModel setAside() {
        return setAside;
    }

    public ObservableList<Choice<Set<ApplicationStatus>>> statuses() {
        return statuses;
    }

    public ObservableList<Choice<YearMonth>> months() {
        return months;
    }

    public ObservableList<Choice<UUID>> units() {
        return units;
    }

    public ObservableList<Choice<UUID>> people() {
        return people;
    }

    public ObjectProperty<Choice<Set<ApplicationStatus>>> status() {
        return status;
    }

    public ObjectProperty<Choice<YearMonth>> month() {
        return month;
    }

    public ObjectProperty<Choice<UUID>> unit() {
        return unit;
    }

    public ObjectProperty<Choice<UUID>> responsible() {
        return responsible;
    }

    public void open(ApplicationRow row) {
        desk.navigator().openCase(row.caseId(), row.opensAt());
    }

    /** The form for what came by letter, mail or word of mouth; kept until it is registered or left. */
    public NewApplicationViewModel newApplication() {
        NewApplicationViewModel begun = form;
        if (begun == null) {
            begun = new NewApplicationViewModel(desk, directory, intake, () -> {
                form = null;
                page.set(Page.LIST);
            });
            form = begun;
        }
        return begun;
    }

    public void startNew() {
        page.set(Page.NEW);
    }

    public void pickFiles() {
        List<Path> files = desk.dialogs().pickFiles(texts.of("applications.pick"), texts.of("applications.file-kind"), List.of("json"));
        if (!files.isEmpty()) {
            takeIn(files);
        }
    }

    /** Takes in the files in the background and says what it came to. */
    public void takeIn(List<Path> files) {
        desk.tasks().of(() -> intake.importFiles(files)).showing(importing).then(this::told).start();
    }

    /** Files that come to the folder are taken in by themselves from now on, also after a restart. */
    public void watchFolder() {
        desk.dialogs().pickFolder(texts.of("applications.watch-pick")).ifPresent(path -> {
            desk.tasks().of(() -> desk.workstation().drafts().keep(WATCHED, path.toString())).start();
            start(path);
        });
    }

    public void stopWatching() {
        stop();
        desk.tasks().of(() -> desk.workstation().drafts().discard(WATCHED)).start();
    }

    private void start(Path path) {
        stop();
        folder = WatchedFolder.start(path, intake, outcomes -> desk.tasks().onScreen(() -> told(outcomes)));
        Path name = path.getFileName();
        watched.set(name == null ? path.toString() : name.toString());
    }

    private void stop() {
        WatchedFolder running = folder;
        if (running != null) {
            running.close();
        }
        folder = null;
        watched.set("");
    }

    private void told(List<Imported> outcomes) {
        message.set(words(outcomes));
        setAside.refresh();
        reload.now();
    }

    @Override
    public void close() throws Exception {
        watch.close();
        stop();
    }

    private String words(List<Imported> outcomes) {
        long registered = outcomes.stream().filter(Imported.Stored.class::isInstance).count();
        long already = outcomes.stream().filter(Imported.AlreadyImported.class::isInstance).count();
        long rejected = outcomes.size() - registered - already;
        List<String> parts = new ArrayList<>();
        parts.add(texts.count("applications.registered", registered));
        if (already > 0) {
            parts.add(texts.count("applications.already-here", already));
        }
        if (rejected > 0) {
            parts.add(texts.count("applications.put-aside", rejected));
        }
        return String.join(", ", parts) + ".";
    }

    private void choices() {
        Set<ApplicationStatus> open = Arrays.stream(ApplicationStatus.values()).filter(s -> !s.ended()).collect(Collectors.toSet());
        statuses.add(new Choice<>(texts.of("applications.open"), open));
        for (ApplicationStatus one : ApplicationStatus.values()) {
            statuses.add(new Choice<>(texts.name("applications.status", one), Set.of(one)));
        }
        statuses.add(new Choice<>(texts.of("applications.all-statuses"), null));
        months.add(new Choice<>(texts.of("applications.all-months"), null));
        YearMonth next = YearMonth.from(desk.today()).plusMonths(1);
        for (int i = 0; i < MONTHS; i++) {
            months.add(new Choice<>(Formats.month(next.minusMonths(i)), next.minusMonths(i)));
        }
        units.add(new Choice<>(texts.of("applications.all-units"), null));
        for (Unit one : directory.units()) {
            units.add(new Choice<>(one.name(), one.id()));
        }
        people.add(new Choice<>(texts.of("applications.everyone"), null));
        people.add(new Choice<>(texts.of("applications.mine"), desk.staff().id()));
        for (Staff one : directory.staff()) {
            if (!one.id().equals(desk.staff().id())) {
                people.add(new Choice<>(one.name(), one.id()));
            }
        }
        status.set(statuses.getFirst());
        month.set(months.getFirst());
        unit.set(units.getFirst());
        responsible.set(people.getFirst());
    }

    private Loaded load() {
        ListFilter wanted = filterOf(status.get(), month.get(), unit.get());
        List<ApplicationRow> found = desk.documents()
                .list(Application.class, wanted)
                .stream()
                .sorted(Comparator.comparing(Application::receivedAt).reversed())
                .flatMap(a -> row(a).stream())
                .toList();
        int received = (int) desk.documents()
                .list(Application.class, ListFilter.states(ApplicationStatus.RECEIVED.name()))
                .stream()
                .filter(a -> directory.find(a.caseId()).isPresent())
                .count();
        return new Loaded(found, received);
    }

    private static ListFilter filterOf(Choice<Set<ApplicationStatus>> status, Choice<YearMonth> month, Choice<UUID> unit) {
        Set<ApplicationStatus> statuses = status.value();
        YearMonth wanted = month.value();
        UUID unitId = unit.value();
        return new ListFilter(statuses == null ? Set.of() : statuses.stream().map(Enum::name).collect(Collectors.toSet()),
                unitId == null ? Set.of() : Set.of(unitId), wanted == null ? null : wanted.atDay(1),
                wanted == null ? null : wanted.atEndOfMonth());
    }

    private void show(Loaded loaded) {
        all = loaded.rows();
        newCount.set(loaded.received());
        filter();
    }

    private void filter() {
        UUID wanted = responsible.get().value();
        rows.setAll(all.stream().filter(row -> wanted == null || Objects.equals(wanted, row.responsibleId())).toList());
    }

    private Optional<ApplicationRow> row(Application a) {
        return directory.find(a.caseId()).map(c -> row(a, c));
    }

    private ApplicationRow row(Application a, CaseEntry c) {
        return new ApplicationRow(a.id(), a.caseId(), opensAt(a.status()), c.who(), c.order(), Formats.shortMonth(a.period()),
                texts.name("applications.kind-short", a.kind()), desk.formats().shortDate(desk.formats().dateOf(a.receivedAt())),
                texts.name("applications.status", a.status()), directory.unitName(a.unitId()), directory.staffName(c.responsible()),
                c.responsible());
    }

    private static CasePlace opensAt(ApplicationStatus status) {
        return switch (status) {
            case RECEIVED, WAITING, DISMISSED, WITHDRAWN -> CasePlace.APPLICATION;
            case INVESTIGATED -> CasePlace.INVESTIGATION;
            case WITH_DECIDER, RETURNED, DECIDED -> CasePlace.DECISION;
        };
    }

    private record Loaded(List<ApplicationRow> rows, int received) {}
}
