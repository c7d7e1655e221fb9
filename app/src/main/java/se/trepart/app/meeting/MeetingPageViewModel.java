package se.trepart.app.meeting;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.dialog.Dialogs.Prompt;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Place;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.meeting.Participant.Answer;
import se.trepart.model.meeting.TripartiteMeeting.Status;

/** A meeting before and after it is held (mötets sida): who comes, another time, cancelled, its papers, and its notes when finished. */
final class MeetingPageViewModel {

    /** What can be missing before a meeting gets another time. */
    enum Lacking {
        DAY,
        HOUR,
        PLACE,
        /** nothing is another than it was */
        CHANGE,
        WHY
    }

    private final MeetingInCase meeting;
    private final Desk desk;
    private final Texts texts;
    private final MeetingPapers papers;
    private final AgreementResults results;
    private final OtherTimeViewModel otherTime;
    private final ReadOnlyObjectWrapper<Optional<MeetingSituation>> situation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty moving = new SimpleBooleanProperty();
    private final TimeForm moveTo;
    private final TypedText whyMove;
    private final Runnable stop;

    MeetingPageViewModel(MeetingInCase meeting, MeetingPapers papers) {
        this.meeting = meeting;
        this.papers = papers;
        desk = meeting.desk();
        texts = desk.texts();
        results = new AgreementResults(meeting);
        otherTime = new OtherTimeViewModel(meeting);
        moveTo = new TimeForm(desk, meeting.typed("move/time", _ -> {}), meeting.typed("move/place", _ -> {}),
                meeting.typed("move/link", _ -> {}));
        whyMove = meeting.typed("move/why", _ -> {});
        whyMove.show("");
        stop = meeting.follow(now -> {
            results.show(now);
            situation.set(Optional.of(now));
        });
    }

    void dispose() {
        results.leave();
        stop.run();
    }

    MeetingInCase meeting() {
        return meeting;
    }

    MeetingPapers papers() {
        return papers;
    }

    AgreementResults results() {
        return results;
    }

    /** The other times that are asked for. */
    OtherTimeViewModel otherTime() {
        return otherTime;
    }

    ReadOnlyObjectProperty<Optional<MeetingSituation>> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    /** Whether another time is being written. */
    BooleanProperty moving() {
        return moving;
    }

    TimeForm moveTo() {
        return moveTo;
    }

    TypedText whyMove() {
        return whyMove;
    }

    void answer(UUID participantId, Answer answer) {
        meeting.change(now -> now.answer(participantId, answer, desk.today()));
    }

    /** R34: whether the user is the second person, who reads the invitation of somebody else. */
    boolean mayConfirm() {
        UUID me = desk.staff().id();
        return answerable() && situation.get().map(now -> !me.equals(now.meeting().timeSetBy())).orElse(false);
    }

    /** R34: the user has read the invitation as it is now. */
    void confirm() {
        UUID me = desk.staff().id();
        meeting.change(now -> me.equals(now.timeSetBy()) ? now : now.confirm(me));
    }

    /** Begins to write another time, from the one that is. */
    void startMoving() {
        situation.get().ifPresent(now -> moveTo.show(now.meeting().time()));
        moving.set(true);
    }

    Set<Lacking> lackingToMove() {
        Set<Lacking> lacking = EnumSet.noneOf(Lacking.class);
        if (!moveTo.dayFault().isEmpty()) {
            lacking.add(Lacking.DAY);
        }
        if (!moveTo.hourFault().isEmpty()) {
            lacking.add(Lacking.HOUR);
        }
        if (!moveTo.placeFault().isEmpty()) {
            lacking.add(Lacking.PLACE);
        }
        if (lacking.isEmpty() && moveTo.value().equals(situation.get().map(now -> now.meeting().time()))) {
            lacking.add(Lacking.CHANGE);
        }
        if (whyMove.text().isBlank()) {
            lacking.add(Lacking.WHY);
        }
        return lacking;
    }

    /** Gives the meeting another time; everybody is asked anew. */
    void move() {
        if (lackingToMove().isEmpty()) {
            UUID id = desk.newId().get();
            String why = whyMove.text().strip();
            moveTo.value().ifPresent(time -> meeting.change(now -> now.move(id, time, why, desk.staff().id(), desk.today()), () -> {
                whyMove.textProperty().set("");
                moving.set(false);
            }));
        }
    }

    void cancel() {
        ask("meeting.cancel.title", "meeting.cancel.text", "meeting.cancel.reason", "meeting.cancel.do")
                .ifPresent(reason -> meeting.change(now -> now.cancel(reason)));
    }

    /** R25: begins a new version of finished notes, with a reason, and goes to it. */
    void correct() {
        Optional<UUID> begun = situation.get().flatMap(MeetingSituation::beingCorrected).map(other -> other.id());
        if (begun.isPresent()) {
            desk.navigator().open(new Place.AtMeeting(begun.get()));
            return;
        }
        ask("meeting.correct.title", "meeting.correct.text", "meeting.correct.reason", "meeting.correct.do").ifPresent(reason -> {
            UUID id = desk.newId().get();
            meeting.write(now -> _ -> Intent.create(now.correct(id, reason)), () -> desk.navigator().open(new Place.AtMeeting(id)));
        });
    }

    /** Leaves a new version unfinished for good. */
    void giveUpCorrection() {
        if (desk.dialogs().confirm(texts.of("meeting.give-up.title"), texts.of("meeting.give-up.text"), texts.of("meeting.give-up.do"))) {
            Optional<UUID> first = situation.get().map(now -> now.meeting().corrects());
            meeting.change(now -> now.cancel(texts.of("meeting.give-up.reason")),
                    () -> first.ifPresent(id -> desk.navigator().open(new Place.OfMeeting(id))));
        }
    }

    /** Mötesvyn: one screen for three. */
    void openMeetingView() {
        desk.navigator().open(new Place.AtMeeting(meeting.meetingId()));
    }

    void open(UUID otherMeeting) {
        desk.navigator().open(new Place.OfMeeting(otherMeeting));
    }

    /** The way to the person's case. */
    void openCase() {
        situation.get().ifPresent(now -> MeetingLinks.openPerson(desk, now.meeting()));
    }

    /** Whether the user can move and cancel it. */
    boolean callable() {
        return meeting.mayCall() && open() && situation.get().map(now -> now.meeting().corrects() == null).orElse(false);
    }

    /** Whether the user notes that somebody wishes another time. */
    boolean askable() {
        return answerable() && situation.get().map(now -> now.meeting().corrects() == null).orElse(false);
    }

    boolean answerable() {
        return meeting.mayWrite() && open();
    }

    private boolean open() {
        return situation.get().map(now -> now.meeting().status() == Status.CALLED).orElse(false);
    }

    private Optional<String> ask(String title, String text, String label, String doIt) {
        return desk.dialogs()
                .ask(new Prompt(texts.of(title), texts.of(text), texts.of(label), "", true, texts.of(doIt)))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty());
    }
}
