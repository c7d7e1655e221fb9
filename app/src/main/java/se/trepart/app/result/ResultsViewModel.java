package se.trepart.app.result;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.PaperDelivery;
import se.trepart.app.letter.WholeFile;
import se.trepart.app.result.ResultSheet.Behind;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.OfPlan;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Formats;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Unit;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Outcome;
import se.trepart.model.result.CaseResult;
import se.trepart.model.result.Grouping;
import se.trepart.model.result.Participation;
import se.trepart.model.result.ResultRow;
import se.trepart.model.result.Results;
import se.trepart.model.result.ShownResults;
import se.trepart.model.result.Span;

import org.jspecify.annotations.Nullable;

/** Results (Resultat): what the actions led to, laid out as the user chooses. R28, R34 */
public final class ResultsViewModel implements AutoCloseable {

    /** Those whom a number counts, as they are shown. */
    record People(String title, List<PeopleRow> rows) {}

    private record Question(Span span, Grouping grouping, @Nullable UUID unit, @Nullable String kind) {

        Predicate<Participation> among() {
            return one -> (unit == null || one.unitId().equals(unit)) && (kind == null || one.kind().equals(kind));
        }

        boolean filtered() {
            return unit != null || kind != null;
        }
    }

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final PaperDelivery delivery;
    private final LetterOffice letters;
    private final ResultBook book;
    private final Reload reload;
    private final AutoCloseable watch;
    private final boolean lists;
    private final ObservableList<Choice<Span>> periods = FXCollections.observableArrayList();
    private final ObservableList<Choice<Grouping>> groupings = FXCollections.observableArrayList();
    private final ObservableList<Choice<UUID>> units = FXCollections.observableArrayList();
    private final ObservableList<Choice<String>> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Span>> period = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<Grouping>> grouping = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<UUID>> unit = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<String>> kind = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable ResultSheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable People> people = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private boolean shown;
    private boolean stale = true;
    private LocalDate countedOn = LocalDate.MIN;
    private boolean readingMarked;

    public ResultsViewModel(Desk desk, Directory directory, LetterOffice letters) {
        this.desk = desk;
        this.directory = directory;
        this.letters = letters;
        texts = desk.texts();
        delivery = new PaperDelivery(desk, letters);
        lists = desk.staff().roles().stream().anyMatch(CaseAccess::seesBehindResults);
        fillChoices();
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::ask).showing(loading).then(this::show));
        book = new ResultBook(desk.documents(), this::changed);
        watch = directory.onChange(this::changed);
        List.of(period, grouping, unit, kind).forEach(chosen -> chosen.subscribe(() -> {
            stale = true;
            reloadWhenShown();
        }));
    }

    private void fillChoices() {
        periods.setAll(ResultPeriods.of(desk.today(), texts));
        for (Grouping one : Grouping.values()) {
            groupings.add(new Choice<>(texts.name("result.grouping", one), one));
        }
        units.add(new Choice<>(texts.of("result.all-units"), null));
        for (Unit one : directory.units()) {
            if (!one.id().equals(Unit.MUNICIPALITY)) {
                units.add(new Choice<>(one.name(), one.id()));
            }
        }
        kinds.add(new Choice<>(texts.of("result.all-kinds"), null));
        SwedishOrder.sorted(ActionKind.catalogue(), ActionKind::name).forEach(one -> kinds.add(new Choice<>(one.name(), one.key())));
        period.set(periods.getFirst());
        grouping.set(groupings.get(Grouping.KIND.ordinal()));
        unit.set(units.getFirst());
        kind.set(kinds.getFirst());
    }

    public ObservableList<Choice<Span>> periods() {
        return periods;
    }

    public ObservableList<Choice<Grouping>> groupings() {
        return groupings;
    }

    public ObservableList<Choice<UUID>> units() {
        return units;
    }

    public ObservableList<Choice<String>> kinds() {
        return kinds;
    }

    public ObjectProperty<Choice<Span>> period() {
        return period;
    }

    public ObjectProperty<Choice<Grouping>> grouping() {
        return grouping;
    }

    public ObjectProperty<Choice<UUID>> unit() {
        return unit;
    }

    public ObjectProperty<Choice<String>> kind() {
        return kind;
    }

    /** Empty until it has been counted. */
    ReadOnlyObjectProperty<@Nullable ResultSheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Those behind a number, while they are looked at; otherwise empty. */
    ReadOnlyObjectProperty<@Nullable People> people() {
        return people.getReadOnlyProperty();
    }

    public BooleanProperty loading() {
        return loading;
    }

    /** Whether the user may see whom a number counts. */
    public boolean lists() {
        return lists;
    }

    /** Reads beforehand, in the background, so that the page is there at once when it is opened. */
    public void prepare() {
        desk.tasks().of(() -> {
            book.cases();
            book.readMarked(desk.today());
        }).start();
    }

    /** The page is looked at from now on. */
    public void opened() {
        shown = true;
        stale |= !countedOn.equals(desk.today());
        reloadWhenShown();
    }

    public void closed() {
        shown = false;
    }

    /** From any thread. */
    private void changed() {
        desk.tasks().onScreen(() -> {
            stale = true;
            reloadWhenShown();
        });
    }

    /** What has not changed since it was counted is there at once. */
    private void reloadWhenShown() {
        if (shown && stale) {
            stale = false;
            countedOn = desk.today();
            reload.now();
        }
    }

    private void show(ResultSheet counted) {
        sheet.set(counted);
        if (!counted.complete() && !readingMarked) {
            readingMarked = true;
            desk.tasks().of(() -> book.readMarked(desk.today())).then(_ -> {
                stale = true;
                reloadWhenShown();
            }).always(() -> readingMarked = false).start();
        }
    }

    /** Not on the JavaFX thread. */
    private ResultSheet ask() {
        Question question = new Question(chosen(period), chosen(grouping), unit.get().value(), kind.get().value());
        int smallCount = smallCount();
        boolean markedRead = book.markedRead();
        // R34: who is not in the directory is not for this user to see, and is not counted either
        List<CaseResult> cases = book.cases().stream().filter(one -> directory.find(one.caseId()).isPresent()).toList();
        Results results = results(cases, question, question.among());
        Question total = new Question(question.span().before(), Grouping.NONE, question.unit(), question.kind());
        Results before = results(cases, total, total.among());
        ResultSheets sheets = new ResultSheets(texts, smallCount, lists);
        return sheets.sheet(ResultPeriods.words(question.span()), choices(question), question.grouping(), results, others(cases, question),
                new ShownResults(before.rows(), before.total(), others(cases, total), smallCount), markedRead);
    }

    private @Nullable ResultRow others(List<CaseResult> cases, Question question) {
        return question.filtered() ? results(cases, question, question.among().negate()).total() : null;
    }

    private Results results(List<CaseResult> cases, Question question, Predicate<Participation> among) {
        return Results.of(cases, book::marked, among, question.grouping(), question.span(), desk.today());
    }

    private String choices(Question question) {
        String by = question.grouping() == Grouping.NONE
                ? grouping.get().label()
                : texts.of("result.by-what", texts.name("result.by", question.grouping()).toLowerCase(Formats.SWEDISH));
        return question.filtered() ? by + ". " + unit.get().label() + ", " + kind.get().label() : by;
    }

    /** The municipality's, or before it has chosen any the one that the program comes with. */
    private int smallCount() {
        return ShippedPlanningSettings.inForce(desk.documents().list(PlanningSettings.class, ListFilter.ALL), desk.today()).smallCount();
    }

    /** Shows whom a number counts. */
    void open(@Nullable Behind behind) {
        if (behind == null) {
            return;
        }
        desk.tasks().of(() -> new People(behind.what(), rows(behind.people().get()))).then(people::set).start();
    }

    /** Back to the numbers. */
    void leavePeople() {
        people.set(null);
    }

    /** The case, or for who does not work with its money the participant. */
    void open(PeopleRow row) {
        if (desk.staff().roles().stream().anyMatch(CaseAccess::seesMoney)) {
            desk.navigator().openCase(row.caseId());
        } else {
            desk.navigator().open(new OfPlan(row.caseId(), row.memberId()));
        }
    }

    private List<PeopleRow> rows(List<Participation> counted) {
        return counted.stream()
                .flatMap(one -> directory.find(one.caseId()).stream().map(entry -> row(one, entry.who())))
                .sorted(Comparator.comparing(PeopleRow::order).thenComparing(PeopleRow::from))
                .toList();
    }

    private PeopleRow row(Participation one, String who) {
        Outcome outcome = one.outcome();
        return new PeopleRow(one.caseId(), one.memberId(), who, SwedishOrder.key(who), ActionKind.nameOf(one.kind()), one.place(),
                Formats.date(one.startedOn()), one.endedOn() == null ? "–" : Formats.date(one.endedOn()),
                outcome == null ? "–" : texts.name("result.outcome", outcome));
    }

    /** Spara som CSV. */
    void saveCsv() {
        ResultSheet counted = sheet.get();
        if (counted == null) {
            return;
        }
        byte[] csv = ResultCsv.write(counted, texts.of("result.csv.period"), texts.name("result.by", chosen(grouping)));
        desk.dialogs()
                .pickSaveFile(texts.of("result.csv.title"), fileName() + ".csv", "CSV", "csv")
                .ifPresent(file -> desk.tasks()
                        .of(() -> WholeFile.write(file, csv))
                        .on(UncheckedIOException.class,
                                _ -> desk.dialogs().error(texts.of("result.csv.title"), texts.of("result.csv.failed")))
                        .start());
    }

    /** Spara som PDF: a page for the board. */
    void savePdf() {
        ResultSheet counted = sheet.get();
        if (counted != null) {
            delivery.save(fileName() + ".pdf", () -> new ResultPaper(desk, letters).paper(counted, fileName()));
        }
    }

    private String fileName() {
        Span span = chosen(period);
        return "resultat-" + span.first() + "-" + span.last();
    }

    private static <T> T chosen(ObjectProperty<Choice<T>> choice) {
        return Objects.requireNonNull(choice.get().value());
    }

    @Override
    public void close() throws Exception {
        watch.close();
        book.close();
    }
}
