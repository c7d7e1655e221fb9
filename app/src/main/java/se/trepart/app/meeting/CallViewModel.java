package se.trepart.app.meeting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Place;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.person.Person;
import se.trepart.model.plan.Plan;

import org.jspecify.annotations.Nullable;

/** A meeting being called (kallelse till möte), also as a series. R21, R25 */
final class CallViewModel {

    private static final List<Integer> WEEKS = List.of(2, 4, 6, 8, 12);
    private static final List<Integer> TIMES = List.of(2, 3, 4, 6);

    /** What can be missing before a meeting can be called. */
    enum Lacking {
        /** nobody to call as consultant */
        CONSULTANT,
        DAY,
        HOUR,
        PLACE,
        PURPOSE
    }

    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final TimeForm time;
    private final TypedText purpose;
    private final TypedText interpreter;
    private final TypedText others;
    private final ObservableList<Choice<UUID>> members = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<UUID>> member;
    private final ObservableList<Choice<UUID>> consultants = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<UUID>> consultant;
    private final BooleanProperty series = new SimpleBooleanProperty();
    private final ObjectProperty<Choice<Integer>> weeks;
    private final ObjectProperty<Choice<Integer>> times;

    /** @param memberId the adult whom it is about; null for the applicant */
    CallViewModel(OpenCase openCase, @Nullable UUID memberId) {
        this.openCase = openCase;
        desk = openCase.desk();
        texts = desk.texts();
        CaseSituation now = openCase.situation().orElseThrow();
        CaseDocuments documents = now.documents();
        documents.household().adults().forEach(adult -> members.add(new Choice<>(adult.person().name(), adult.id())));
        member = new SimpleObjectProperty<>(members.stream()
                .filter(choice -> Objects.equals(choice.value(), memberId))
                .findFirst()
                .or(() -> members.stream().filter(choice -> documents.household().applicant().id().equals(choice.value())).findFirst())
                .orElseThrow());
        consultants.add(new Choice<>(texts.of("meeting.call.choose-consultant"), null));
        now.registers()
                .staff()
                .stream()
                .filter(staff -> staff.active() && staff.has(Role.CONSULTANT))
                .forEach(staff -> consultants.add(new Choice<>(staff.name(), staff.id())));
        consultant = new SimpleObjectProperty<>(planned(documents));
        weeks = new SimpleObjectProperty<>(weeks().get(1));
        times = new SimpleObjectProperty<>(times().get(1));
        time = new TimeForm(desk, typed("time", ""), typed("place", ""), typed("link", ""));
        purpose = typed("purpose", "");
        interpreter = typed("interpreter", language(documents));
        others = typed("others", "");
        // the other adult has another plan and perhaps another language
        member.addListener((_, _, _) -> {
            consultant.set(planned(documents));
            interpreter.show(language(documents));
        });
    }

    Desk desk() {
        return desk;
    }

    String who() {
        return member.get().label();
    }

    TimeForm time() {
        return time;
    }

    TypedText purpose() {
        return purpose;
    }

    /** The interpreter's language; empty when none is called. */
    TypedText interpreter() {
        return interpreter;
    }

    /** One name a line. */
    TypedText others() {
        return others;
    }

    ObservableList<Choice<UUID>> members() {
        return members;
    }

    ObjectProperty<Choice<UUID>> member() {
        return member;
    }

    ObservableList<Choice<UUID>> consultants() {
        return consultants;
    }

    ObjectProperty<Choice<UUID>> consultant() {
        return consultant;
    }

    BooleanProperty series() {
        return series;
    }

    List<Choice<Integer>> weeks() {
        return WEEKS.stream().map(n -> new Choice<>(texts.of("meeting.call.weeks", n), n)).toList();
    }

    ObjectProperty<Choice<Integer>> weeksApart() {
        return weeks;
    }

    List<Choice<Integer>> times() {
        return TIMES.stream().map(n -> new Choice<>(texts.of("meeting.call.times", n), n)).toList();
    }

    ObjectProperty<Choice<Integer>> howMany() {
        return times;
    }

    /** The one who meets for social assistance: who is responsible for the case, or who calls when nobody is. */
    Staff caseworker() {
        CaseSituation now = openCase.situation().orElseThrow();
        return now.registers().staff(now.documents().file().responsible()).orElse(desk.staff());
    }

    Set<Lacking> lacking() {
        Set<Lacking> lacking = EnumSet.noneOf(Lacking.class);
        if (consultant.get().value() == null) {
            lacking.add(Lacking.CONSULTANT);
        }
        if (!time.dayFault().isEmpty()) {
            lacking.add(Lacking.DAY);
        }
        if (!time.hourFault().isEmpty()) {
            lacking.add(Lacking.HOUR);
        }
        if (!time.placeFault().isEmpty()) {
            lacking.add(Lacking.PLACE);
        }
        if (purpose.text().isBlank()) {
            lacking.add(Lacking.PURPOSE);
        }
        return lacking;
    }

    /** Calls the meeting, or all of the series, and goes to the first. */
    void call() {
        Optional<MeetingTime> first = time.value();
        if (!lacking().isEmpty() || first.isEmpty()) {
            return;
        }
        List<MeetingTime> all = series.get()
                ? Meetings.series(first.get(), Objects.requireNonNull(weeks.get().value()), Objects.requireNonNull(times.get().value()))
                : List.of(first.get());
        UUID seriesId = series.get() ? desk.newId().get() : null;
        List<UUID> ids = all.stream().map(_ -> desk.newId().get()).toList();
        UUID memberId = Objects.requireNonNull(member.get().value());
        List<Called> people = people();
        String why = purpose.text().strip();
        openCase.edit(documents -> {
            Intent intent = new Intent(List.of());
            for (int i = 0; i < all.size(); i++) {
                List<Participant> participants = people.stream()
                        .map(one -> Participant.called(desk.newId().get(), one.party(), one.staffId(), one.name()))
                        .toList();
                intent = intent.andCreate(TripartiteMeeting.call(ids.get(i), documents.unitId(), documents.id(), memberId, seriesId,
                        all.get(i), why, participants, desk.staff().id(), desk.today()));
            }
            return intent;
        }, () -> called(ids.getFirst()));
    }

    /** What is typed is on disk as drafts already; it is a meeting now. */
    private void called(UUID meetingId) {
        List.of(time.time(), time.place(), time.link(), purpose, others).forEach(text -> text.textProperty().set(""));
        desk.navigator().open(new Place.OfMeeting(meetingId));
    }

    /** Somebody to be called. */
    private record Called(Party party, @Nullable UUID staffId, String name) {}

    private List<Called> people() {
        CaseDocuments documents = openCase.situation().orElseThrow().documents();
        List<Called> people = new ArrayList<>();
        Staff caseworker = caseworker();
        people.add(new Called(Party.APPLICANT, null, person(documents).name()));
        people.add(new Called(Party.CASEWORKER, caseworker.id(), caseworker.name()));
        people.add(new Called(Party.CONSULTANT, consultant.get().value(), consultant.get().label()));
        if (!interpreter.text().isBlank()) {
            people.add(new Called(Party.INTERPRETER, null, texts.of("meeting.interpreter", interpreter.text().strip())));
        }
        others.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> people.add(new Called(Party.OTHER, null, line)));
        return people;
    }

    /** Who keeps the plan of the person; nobody before there is one. */
    private Choice<UUID> planned(CaseDocuments documents) {
        UUID keeper = MeetingSituation.plan(documents, Objects.requireNonNull(member.get().value())).map(Plan::consultant).orElse(null);
        return consultants.stream().filter(choice -> Objects.equals(choice.value(), keeper)).findFirst().orElse(consultants.getFirst());
    }

    private Person person(CaseDocuments documents) {
        return MeetingSituation.person(documents, Objects.requireNonNull(member.get().value()));
    }

    private String language(CaseDocuments documents) {
        return Optional.ofNullable(person(documents).interpreterLanguage()).orElse("");
    }

    private TypedText typed(String field, String first) {
        TypedText text = openCase.typed("meeting/call/" + field, _ -> {});
        text.show(first);
        return text;
    }
}
