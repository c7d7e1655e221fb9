package se.trepart.app.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterPrinter;
import se.trepart.app.letter.PrintFailed;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Texts;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** The day's letters (Utskrifter): which are to be printed, on what, how far it has come, and what went wrong. */
public final class PrintsViewModel implements AutoCloseable {

    private static final String PRINTER = "settings/printer";
    private static final String TRAY = "settings/tray";
    private static final int MOST_COPIES = 5;

    private final Desk desk;
    private final LetterOffice office;
    private final Texts texts;
    private final PrintLists lists;
    private final ObservableList<PrintRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObservableList<Choice<Boolean>> scopes;
    private final ObjectProperty<Choice<Boolean>> mineOnly;
    private final ObservableList<Choice<String>> printers;
    private final ObjectProperty<Choice<String>> printer;
    private final ObservableList<Choice<String>> trays;
    private final ObjectProperty<Choice<String>> tray;
    private final ObservableList<Choice<Integer>> copies;
    private final ObjectProperty<Choice<Integer>> copy;
    private final BooleanProperty bothSides = new SimpleBooleanProperty(true);
    private final BooleanProperty cover = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Reload reload;
    private final AutoCloseable watch;
    private @Nullable PrintRun run;
    private boolean shown;

    public PrintsViewModel(Desk desk, Directory directory, LetterOffice office) {
        this.desk = desk;
        this.office = office;
        texts = desk.texts();
        lists = new PrintLists(desk, directory);
        scopes = FXCollections.observableArrayList(new Choice<>(texts.of("print.mine"), true), new Choice<>(texts.of("print.all"), false));
        mineOnly = new SimpleObjectProperty<>(scopes.getFirst());
        printers = FXCollections.observableArrayList(new Choice<>(texts.of("print.no-printer"), null));
        printer = new SimpleObjectProperty<>(printers.getFirst());
        trays = FXCollections.observableArrayList(new Choice<>(texts.of("print.any-tray"), null));
        tray = new SimpleObjectProperty<>(trays.getFirst());
        copies = FXCollections.observableArrayList(
                IntStream.rangeClosed(1, MOST_COPIES).mapToObj(n -> new Choice<>(texts.count("print.copies", n), n)).toList());
        copy = new SimpleObjectProperty<>(copies.getFirst());
        reload = new Reload(desk.tasks(), () -> {
            boolean mine = !Boolean.FALSE.equals(mineOnly.get().value());
            return desk.tasks().of(() -> lists.rows(mine)).then(found -> {
                rows.setAll(found);
                loaded.set(true);
            });
        });
        watch = directory.onChange(() -> desk.tasks().onScreen(() -> {
            if (shown) {
                reload.soon();
            }
        }));
        mineOnly.addListener((_, _, _) -> reload.now());
        printer.addListener((_, _, chosen) -> readTrays(chosen.value()));
        tray.addListener((_, _, chosen) -> keep(TRAY, chosen.value()));
    }

    public void opened() {
        shown = true;
        message.set("");
        reload.now();
        readPrinters();
    }

    public void closed() {
        shown = false;
    }

    ObservableList<PrintRow> rows() {
        return rows;
    }

    /** Whether the list has been read at least once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** One's own letters, or all of the units. */
    public ObservableList<Choice<Boolean>> scopes() {
        return scopes;
    }

    public ObjectProperty<Choice<Boolean>> mineOnly() {
        return mineOnly;
    }

    public ObservableList<Choice<String>> printers() {
        return printers;
    }

    public ObjectProperty<Choice<String>> printer() {
        return printer;
    }

    public ObservableList<Choice<String>> trays() {
        return trays;
    }

    public ObjectProperty<Choice<String>> tray() {
        return tray;
    }

    public ObservableList<Choice<Integer>> copies() {
        return copies;
    }

    public ObjectProperty<Choice<Integer>> copy() {
        return copy;
    }

    public BooleanProperty bothSides() {
        return bothSides;
    }

    /** Whether a list of the letters is printed on top of them. */
    public BooleanProperty cover() {
        return cover;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** From 0 to 1. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** What came of it, in words. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Those that are to be printed together: none of a protected household (R34), and nothing that has come out. */
    List<PrintRow> toPrint() {
        return rows.stream().filter(row -> !row.printed() && !row.apart()).toList();
    }

    /** Why nothing can be printed now, in words; empty when it can. */
    public List<String> hindrances() {
        List<String> why = new ArrayList<>();
        if (printer.get().value() == null) {
            why.add(texts.of("print.hindrance.printer"));
        }
        if (toPrint().isEmpty()) {
            why.add(texts.of("print.hindrance.nothing"));
        }
        return why;
    }

    /** Skriv ut alla: a letter of which some pages failed gets those pages alone. */
    public void printAll() {
        List<PrintRow> all = toPrint();
        if (hindrances().isEmpty()) {
            start(cover.get() && all.size() > 1 ? all : List.of(),
                    all.stream().map(row -> new PrintRun.Job(row, row.paper().left())).toList());
        }
    }

    /** Skriv ut igen: one letter, all of it. */
    void print(PrintRow row) {
        start(List.of(), List.of(new PrintRun.Job(row, List.of())));
    }

    /** Skriv ut en sida: asks which. */
    void printPage(PrintRow row) {
        desk.tasks()
                .of(() -> PrintRun.pages(desk, row.paper().letter()))
                .then(pages -> desk.dialogs()
                        .choose(texts.of("print.page"), texts.of("print.page-text"),
                                IntStream.rangeClosed(1, pages)
                                        .mapToObj(page -> new Choice<>(texts.of("print.page-number", page), page))
                                        .toList())
                        .ifPresent(page -> start(List.of(), List.of(new PrintRun.Job(row, List.of(page))))))
                .on(PrintFailed.class, this::tell)
                .start();
    }

    /** Avbryt: the letter at hand comes out, the rest waits. */
    public void stop() {
        PrintRun now = run;
        if (now != null) {
            now.stop();
            message.set(texts.of("print.stopping"));
        }
    }

    void open(PrintRow row) {
        desk.navigator().open(new Place.InCase(row.paper().letter().caseId(), CasePlace.LETTER, null));
    }

    @Override
    public void close() throws Exception {
        stop();
        watch.close();
    }

    private void tell(PrintFailed failed) {
        message.set(failed.words(texts));
    }

    private void start(List<PrintRow> onCover, List<PrintRun.Job> jobs) {
        String to = printer.get().value();
        Integer many = copy.get().value();
        if (running.get() || to == null || jobs.isEmpty()) {
            return;
        }
        String from = tray.get().value();
        PrintRun next = new PrintRun(desk, office.printer(),
                new LetterPrinter.Order(to, many == null ? 1 : many, bothSides.get(), from == null ? "" : from, ""));
        run = next;
        running.set(true);
        progress.set(0);
        message.set(texts.of("print.running", 0, jobs.size()));
        desk.tasks()
                .of(() -> next.run(onCover.isEmpty() ? null : CoverList.pdf(desk, office, onCover), jobs,
                        done -> desk.tasks().onScreen(() -> told(done, jobs.size()))))
                .then(_ -> message.set(texts.count("print.done", Math.round(progress.get() * jobs.size()), to)))
                .on(PrintFailed.class, this::tell)
                .always(() -> {
                    running.set(false);
                    run = null;
                    reload.now();
                })
                .start();
    }

    private void told(int done, int all) {
        progress.set((double) done / all);
        message.set(texts.of("print.running", done, all));
    }

    private void readPrinters() {
        desk.tasks().of(() -> new Found(office.printer().printers(), kept(PRINTER))).then(found -> {
            if (found.names().isEmpty()) {
                return;
            }
            String before = printer.get().value();
            printers.setAll(found.names().stream().map(name -> new Choice<>(name, name)).toList());
            printer.set(choice(printers, before == null ? found.kept() : before));
        }).start();
    }

    private void readTrays(@Nullable String name) {
        if (name == null) {
            return;
        }
        keep(PRINTER, name);
        desk.tasks().of(() -> new Found(office.printer().trays(name), kept(TRAY))).then(found -> {
            trays.setAll(new Choice<>(texts.of("print.any-tray"), null));
            found.names().forEach(one -> trays.add(new Choice<>(one, one)));
            tray.set(choice(trays, found.kept()));
        }).start();
    }

    /** @param kept what was chosen the last time; empty for nothing */
    private record Found(List<String> names, String kept) {}

    private static Choice<String> choice(List<Choice<String>> choices, String wanted) {
        return choices.stream().filter(one -> wanted.equals(one.value())).findFirst().orElseGet(choices::getFirst);
    }

    private String kept(String key) {
        return desk.workstation().drafts().find(key).map(draft -> draft.text()).orElse("");
    }

    private void keep(String key, @Nullable String value) {
        String text = value == null ? "" : value;
        desk.tasks().of(() -> desk.workstation().drafts().keep(key, text)).start();
    }
}
