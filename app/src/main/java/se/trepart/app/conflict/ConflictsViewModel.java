package se.trepart.app.conflict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.Staff;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.WaitingConflict;
import se.trepart.model.plan.Plan;

/** The open conflicts that this user may settle (att reda ut), the most urgent first. */
public final class ConflictsViewModel implements AutoCloseable {

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final ObservableList<ConflictRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final Reload reload;
    private final AutoCloseable watch;

    public ConflictsViewModel(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).then(this::show));
        watch = directory.onChange(reload::soon);
        reload.now();
    }

    public ObservableList<ConflictRow> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public void open(ConflictRow row) {
        desk.navigator().open(new OfConflict(row.id()));
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    private void show(List<ConflictRow> found) {
        if (!Objects.equals(rows, found)) {
            rows.setAll(found);
        }
        loaded.set(true);
    }

    private List<ConflictRow> read() {
        Staff me = desk.staff();
        // R34: what is about a case that this user does not see is not shown either
        List<Conflict> open = desk.documents()
                .list(Conflict.class, ListFilter.states("OPEN"))
                .stream()
                .filter(conflict -> conflict.caseId() == null || directory.find(conflict.caseId()).isPresent())
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        Stream<UUID> handled = directory.cases().stream().filter(entry -> me.id().equals(entry.responsible())).map(CaseEntry::caseId);
        Stream<UUID> planned = desk.documents()
                .list(Plan.class, ListFilter.states("RUNNING"))
                .stream()
                .filter(plan -> plan.consultant().equals(me.id()))
                .map(Plan::caseId);
        Set<UUID> own = Stream.concat(handled, planned).collect(Collectors.toSet());
        Set<UUID> deciding = desk.documents()
                .list(Decision.class,
                        ListFilter.states(DecisionStatus.PREPARED.name(), DecisionStatus.SENT.name(), DecisionStatus.RETURNED.name()))
                .stream()
                .map(Decision::caseId)
                .collect(Collectors.toSet());
        return WaitingConflict.of(open, me, own, deciding).stream().map(this::row).toList();
    }

    private ConflictRow row(WaitingConflict waiting) {
        Conflict conflict = waiting.conflict();
        String who = Optional.ofNullable(conflict.caseId())
                .flatMap(directory::find)
                .map(CaseEntry::who)
                .orElse(texts.of("conflict.no-case"));
        String between = conflict.myAuthor().equals(conflict.theirAuthor())
                ? directory.staffName(conflict.myAuthor())
                : texts.of("conflict.between", directory.staffName(conflict.theirAuthor()), directory.staffName(conflict.myAuthor()));
        return new ConflictRow(conflict.id(), waiting.urgency(), who, ConflictWords.document(conflict.aboutType(), texts), between,
                desk.formats().time(conflict.mineAt()), texts.name("conflict.urgency", waiting.urgency()));
    }
}
