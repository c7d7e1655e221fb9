package se.trepart.app.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.Role;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Participant.Answer;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

/** The list of meetings (Möten): the user's own, or for who leads a unit all of it; to come or held. */
public final class MeetingsViewModel implements AutoCloseable {

    private static final int MONTHS_BACK = 14;

    /** Which part of the list. */
    public enum Part {
        /** to come, and those whose notes are left to finish */
        TO_COME,
        /** finished or cancelled */
        PAST
    }

    /** A meeting with what the list needs to know of its case. */
    private record Known(TripartiteMeeting meeting, boolean mine) {}

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final MeetingWords words;
    private final ObservableList<MeetingRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObservableList<Choice<Part>> parts = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Part>> part;
    private final ObservableList<Choice<Boolean>> scopes = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Boolean>> mineOnly;
    private final Reload reload;
    private final AutoCloseable watch;
    private List<Known> all = List.of();

    public MeetingsViewModel(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
        words = new MeetingWords(texts);
        for (Part one : Part.values()) {
            parts.add(new Choice<>(texts.name("meeting.part", one), one));
        }
        part = new SimpleObjectProperty<>(parts.getFirst());
        scopes.add(new Choice<>(texts.of("meeting.list.mine"), true));
        if (desk.staff().roles().stream().anyMatch(Role::leads)) {
            scopes.add(new Choice<>(texts.of("meeting.list.unit"), false));
        }
        mineOnly = new SimpleObjectProperty<>(scopes.getFirst());
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::load).then(found -> {
            all = found;
            loaded.set(true);
            filter();
        }));
        watch = directory.onChange(reload::soon);
        part.addListener((_, _, _) -> filter());
        mineOnly.addListener((_, _, _) -> filter());
        reload.now();
    }

    public ObservableList<MeetingRow> rows() {
        return rows;
    }

    /** Whether the list has been read at least once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ObservableList<Choice<Part>> parts() {
        return parts;
    }

    public ObjectProperty<Choice<Part>> part() {
        return part;
    }

    /** One's own meetings, or for who leads a unit all of its meetings. */
    public ObservableList<Choice<Boolean>> scopes() {
        return scopes;
    }

    public ObjectProperty<Choice<Boolean>> mineOnly() {
        return mineOnly;
    }

    /** Whether the list shows what is to come. */
    public boolean toCome() {
        return part.get().value() == Part.TO_COME;
    }

    public void open(MeetingRow row) {
        desk.navigator().open(new Place.OfMeeting(row.meetingId()));
    }

    /** R21. */
    public boolean mayCall() {
        return desk.staff().roles().stream().anyMatch(Meetings::mayCall);
    }

    /** Asks whom it is about, one's own cases first, and goes to where the meeting is called. */
    public void call() {
        UUID me = desk.staff().id();
        List<CaseEntry> cases = new ArrayList<>(directory.cases().stream().filter(entry -> me.equals(entry.responsible())).toList());
        if (cases.isEmpty()) {
            cases.addAll(directory.cases());
        }
        if (cases.isEmpty()) {
            desk.dialogs().tell(texts.of("meeting.call.whom"), texts.of("meeting.call.no-cases"));
            return;
        }
        desk.dialogs()
                .choose(texts.of("meeting.call.whom"), "",
                        cases.stream().map(entry -> new Choice<>(entry.who() + " · " + entry.number(), entry.caseId())).toList())
                .ifPresent(caseId -> desk.navigator().open(new Place.CallMeeting(caseId, null)));
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    /** R34: a meeting of a household that the directory does not have is not shown. */
    private List<Known> load() {
        UUID me = desk.staff().id();
        LocalDate since = desk.today().minusMonths(MONTHS_BACK);
        List<Known> found = new ArrayList<>();
        for (TripartiteMeeting meeting : Meetings
                .current(desk.documents().list(TripartiteMeeting.class, new ListFilter(Set.of(), Set.of(), since, null)))) {
            directory.find(meeting.caseId())
                    .ifPresent(entry -> found.add(new Known(meeting, meeting.concerns(me) || me.equals(entry.responsible()))));
        }
        return found;
    }

    private void filter() {
        boolean toCome = toCome();
        boolean everybodys = Boolean.FALSE.equals(mineOnly.get().value());
        Comparator<MeetingRow> byTime = Comparator.comparing(MeetingRow::startsAt);
        rows.setAll(all.stream()
                .filter(known -> everybodys || known.mine())
                .filter(known -> (known.meeting().status() == Status.CALLED) == toCome)
                .map(known -> row(known.meeting()))
                .sorted(toCome ? byTime : byTime.reversed())
                .toList());
    }

    private MeetingRow row(TripartiteMeeting meeting) {
        long come = meeting.participants().stream().filter(one -> one.answer() == Answer.COMES).count();
        long wait = meeting.participants().stream().filter(one -> one.answer() == Answer.NONE).count();
        String answers = meeting.status() != Status.CALLED
                ? ""
                : texts.of(wait == 0 ? "meeting.list.answers" : "meeting.list.answers-waiting", come, meeting.participants().size(), wait);
        return new MeetingRow(meeting.id(), meeting.time().startsAt(), MeetingWords.shortWhen(meeting.time()),
                meeting.participant(Party.APPLICANT).map(Participant::name).orElse("–"), MeetingWords.where(meeting.time()), answers,
                words.status(meeting, desk.today()));
    }
}
