package se.trepart.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.OfPlan;
import se.trepart.app.shell.SearchRow.Kind;
import se.trepart.app.task.Task;
import se.trepart.local.search.Search;
import se.trepart.model.access.CaseAccess;

import org.jspecify.annotations.Nullable;

/** Finds a case, a place or a command (sök, Ctrl+K). Persons and cases by name, personal number and case number only (R32). */
public final class SearchViewModel {

    private static final int HITS = 12;
    private static final int RECENT = 6;

    private final Desk desk;
    private final Directory directory;
    private final List<SearchRow> commands;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final LinkedHashMap<UUID, Runnable> recent = new LinkedHashMap<>();
    private @Nullable Task<?> running;

    /** @param commands the places and commands of this window */
    public SearchViewModel(Desk desk, Directory directory, List<SearchRow> commands) {
        this.desk = desk;
        this.directory = directory;
        this.commands = List.copyOf(commands);
        text.subscribe(this::find);
        desk.navigator().place().subscribe(this::visited);
    }

    public StringProperty text() {
        return text;
    }

    public ObservableList<SearchRow> rows() {
        return rows;
    }

    /** Shows recent cases and the commands; for when the search opens. */
    public void start() {
        text.set("");
        find("");
    }

    private void visited(Place place) {
        switch (place) {
            case InCase in -> remember(in.caseId(), () -> desk.navigator().openCase(in.caseId()));
            case OfPlan of -> remember(of.caseId(), () -> desk.navigator().open(of));
            default -> {
                // only cases are remembered
            }
        }
    }

    private void remember(UUID caseId, Runnable open) {
        recent.remove(caseId);
        recent.putFirst(caseId, open);
    }

    private void find(String typed) {
        if (running != null) {
            running.cancel();
        }
        String wanted = typed.strip();
        if (wanted.isEmpty()) {
            List<SearchRow> all = new ArrayList<>(recentCases());
            all.addAll(commands);
            rows.setAll(all);
            return;
        }
        running = desk.tasks().of(() -> hits(wanted)).then(hits -> {
            List<SearchRow> all = new ArrayList<>(hits);
            commands.stream().filter(c -> lower(c.name()).contains(lower(wanted))).forEach(all::add);
            rows.setAll(all);
        }).start();
    }

    private List<SearchRow> hits(String wanted) {
        return desk.workstation().search().find(wanted, HITS).stream().map(this::row).toList();
    }

    private SearchRow row(Search.Hit hit) {
        return new SearchRow(Kind.CASE, hit.who(), hit.personalNumber() + "   " + hit.caseNumber(), () -> open(hit));
    }

    /** Who sees no money has no business in the case itself, but with the participant. */
    private void open(Search.Hit hit) {
        if (desk.staff().roles().stream().anyMatch(CaseAccess::seesMoney)) {
            desk.navigator().openCase(hit.caseId());
        } else {
            desk.navigator().open(new OfPlan(hit.caseId(), hit.memberId()));
        }
    }

    /** R34: a protected case is remembered for nobody but its named handlers, as the directory holds it for them only. */
    private List<SearchRow> recentCases() {
        return recent.entrySet()
                .stream()
                .flatMap(one -> directory.find(one.getKey())
                        .stream()
                        .map(c -> new SearchRow(Kind.RECENT, c.who(), c.number(), one.getValue())))
                .limit(RECENT)
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
