package se.trepart.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.SearchRow.Kind;
import se.trepart.app.task.Task;
import se.trepart.local.search.Search;

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
    private final List<UUID> recent = new ArrayList<>();
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
        if (place instanceof InCase in) {
            recent.remove(in.caseId());
            recent.addFirst(in.caseId());
        }
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
        return new SearchRow(Kind.CASE, hit.who(), hit.personalNumber() + "   " + hit.caseNumber(),
                () -> desk.navigator().openCase(hit.caseId()));
    }

    /** R34: a protected case is remembered for nobody but its named handlers, as the directory holds it for them only. */
    private List<SearchRow> recentCases() {
        return recent.stream()
                .flatMap(id -> directory.find(id).stream())
                .limit(RECENT)
                .map(c -> new SearchRow(Kind.RECENT, c.who(), c.number(), () -> desk.navigator().openCase(c.caseId())))
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
