package se.trepart.app.attendance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Formats;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.AttendanceSummary;

import org.jspecify.annotations.Nullable;

/** The month's reports of attendance to the caseworkers (månadsrapporter): once a month for each person, again when marks have changed. */
public final class MonthReportViewModel {

    private static final String DRAFTS = "attendance-report/";

    private final Desk desk;
    private final Texts texts;
    private final AttendanceReading reading;
    private final Directory directory;
    private final DraftKeeper drafts;
    private final ObservableList<ReportRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<YearMonth> month;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Map<String, TypedText> words = new HashMap<>();
    private final Reload reload;
    private Predicate<Action> wanted = _ -> true;

    MonthReportViewModel(Desk desk, AttendanceReading reading, Directory directory) {
        this.desk = desk;
        this.reading = reading;
        this.directory = directory;
        texts = desk.texts();
        drafts = new DraftKeeper(desk.workstation().drafts(), desk.tasks(), DraftKeeper.PAUSE);
        month = new ReadOnlyObjectWrapper<>(lastOver(desk.today()));
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).then(this::show));
    }

    public Desk desk() {
        return desk;
    }

    public ObservableList<ReportRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<YearMonth> month() {
        return month.getReadOnlyProperty();
    }

    /** What was done last, in words; empty at first. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public void month(int step) {
        month.set(month.get().plusMonths(step));
        message.set("");
        reload.now();
    }

    /** The people who have something that has not been told. */
    public List<ReportRow> remaining() {
        return rows.stream().filter(ReportRow::remains).toList();
    }

    /** Tells one person's caseworker. */
    public void send(ReportRow row) {
        send(List.of(row));
    }

    /** Asks, and tells the caseworkers of everybody who has something that has not been told. */
    public void sendAll() {
        List<ReportRow> remaining = remaining();
        if (!remaining.isEmpty() && desk.dialogs()
                .confirm(texts.of("attendance.send-all-title", Formats.month(month.get())),
                        texts.count("attendance.send-all-text", remaining.size()), texts.of("attendance.send-all-do"))) {
            send(remaining);
        }
    }

    void show(Predicate<Action> which) {
        wanted = which;
        reload.now();
    }

    private void send(List<ReportRow> some) {
        YearMonth of = month.get();
        Map<UUID, String> typed = some.stream().collect(Collectors.toMap(ReportRow::memberId, row -> row.words().text().strip()));
        desk.tasks().of(() -> write(some, of, typed)).then(_ -> {
            some.forEach(row -> row.words().show(row.words().text()));
            message.set(texts.count("attendance.sent", some.size(), desk.formats().time(desk.clock().instant())));
            reload.now();
        }).start();
    }

    private void write(List<ReportRow> some, YearMonth of, Map<UUID, String> typed) {
        Intent intent = new Intent(List.of());
        for (ReportRow row : some) {
            List<Attendance> marked = desk.documents().inCase(Attendance.class, row.caseId());
            AttendanceSummary next = AttendanceSummary.send(row.unitId(), row.caseId(), row.memberId(), of, marked,
                    typed.getOrDefault(row.memberId(), ""), desk.staff().id(), desk.clock().instant());
            Optional<AttendanceSummary> known = desk.documents().find(AttendanceSummary.class, next.id());
            intent = known.isPresent() ? intent.andChange(known.get(), next) : intent.andCreate(next);
        }
        desk.documents().save(intent);
    }

    /** @param found the words that were typed and not sent, by the draft's key */
    private record Found(YearMonth month, List<Line> lines, Map<String, Draft> found) {}

    private record Line(Action action, String who, AttendanceSum sum, @Nullable AttendanceSummary sent, boolean outdated) {}

    private Found read() {
        YearMonth of = month.get();
        LocalDate first = of.atDay(1);
        LocalDate last = of.atEndOfMonth();
        List<Action> actions = reading.actions(first, last, desk.today()).stream().filter(wanted).filter(reading::seen).toList();
        Map<UUID, AttendanceSummary> sent = desk.documents()
                .list(AttendanceSummary.class, new ListFilter(Set.of(), Set.of(), first, null))
                .stream()
                .filter(summary -> summary.month().equals(of))
                .collect(Collectors.toMap(AttendanceSummary::memberId, summary -> summary));
        Map<UUID, Action> people = new LinkedHashMap<>();
        actions.forEach(action -> people.putIfAbsent(action.memberId(), action));
        // all of the person's, also in actions of another group: the caseworker is told of the person
        Map<UUID, List<Attendance>> marked = reading
                .inCases(people.values().stream().map(Action::caseId).collect(Collectors.toSet()), first, last)
                .stream()
                .collect(Collectors.groupingBy(Attendance::memberId));
        List<Line> lines = new ArrayList<>();
        for (Action action : people.values()) {
            List<Attendance> all = marked.getOrDefault(action.memberId(), List.of());
            AttendanceSummary told = sent.get(action.memberId());
            lines.add(new Line(action, reading.name(action).orElseThrow(), AttendanceSum.of(all, first, last), told,
                    told != null && told.outdated(all)));
        }
        Map<String, Draft> typed = new HashMap<>();
        desk.workstation().drafts().startingWith(DRAFTS).forEach(draft -> typed.put(draft.key(), draft));
        return new Found(of, lines, typed);
    }

    private void show(Found found) {
        if (found.month().equals(month.get())) {
            rows.setAll(found.lines().stream().map(line -> row(line, found)).sorted(Comparator.comparing(ReportRow::order)).toList());
        }
    }

    private ReportRow row(Line line, Found found) {
        Action action = line.action();
        String key = DRAFTS + action.memberId() + "/" + found.month();
        TypedText text = words.computeIfAbsent(key, k -> new TypedText(k, drafts, found.found().get(k), _ -> {}));
        AttendanceSummary sent = line.sent();
        text.show(sent == null ? "" : sent.words());
        boolean remains = sent == null ? line.sum().daysMarked() > 0 : line.outdated();
        return new ReportRow(action.unitId(), action.caseId(), action.memberId(), line.who(), SwedishOrder.key(line.who()), line.sum(),
                sent, status(sent, line), remains, text);
    }

    private String status(@Nullable AttendanceSummary sent, Line line) {
        if (sent == null) {
            return texts.of(line.sum().daysMarked() == 0 ? "attendance.status.nothing" : "attendance.status.not-sent");
        }
        if (line.outdated()) {
            return texts.of("attendance.status.outdated");
        }
        AttendanceSummary.Receipt receipt = sent.receipt();
        return receipt == null
                ? texts.of("attendance.status.sent", desk.formats().shortDate(sent.documentDate()))
                : texts.of("attendance.status.read", directory.staffName(receipt.by()),
                        desk.formats().shortDate(desk.formats().dateOf(receipt.at())));
    }

    /** Early in a month it is the one before that is told of. */
    private static YearMonth lastOver(LocalDate today) {
        YearMonth now = YearMonth.from(today);
        return today.getDayOfMonth() <= 15 ? now.minusMonths(1) : now;
    }
}
