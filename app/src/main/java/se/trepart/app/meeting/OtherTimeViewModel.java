package se.trepart.app.meeting;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.dialog.Dialogs.Prompt;
import se.trepart.app.meeting.MeetingPageViewModel.Lacking;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.TripartiteMeeting;

import org.jspecify.annotations.Nullable;

/** Another time that somebody called asks for, and the answer to it (förslag på ny tid). R25 */
final class OtherTimeViewModel {

    private final MeetingInCase meeting;
    private final Desk desk;
    private final Texts texts;
    private final ObjectProperty<@Nullable UUID> askingFor = new SimpleObjectProperty<>();
    private final TimeForm form;
    private final TypedText why;

    OtherTimeViewModel(MeetingInCase meeting) {
        this.meeting = meeting;
        desk = meeting.desk();
        texts = desk.texts();
        form = new TimeForm(desk, meeting.typed("ask/time", _ -> {}), meeting.typed("ask/place", _ -> {}),
                meeting.typed("ask/link", _ -> {}));
        why = meeting.typed("ask/why", _ -> {});
        why.show("");
    }

    /** The participant whose wish is being written; null when none is. */
    ObjectProperty<@Nullable UUID> askingFor() {
        return askingFor;
    }

    TimeForm form() {
        return form;
    }

    TypedText why() {
        return why;
    }

    /** Begins to write what the participant wishes, from the time that is. */
    void start(UUID participantId) {
        meeting.situation().ifPresent(now -> form.show(now.meeting().time()));
        askingFor.set(participantId);
    }

    void leave() {
        askingFor.set(null);
    }

    /** Who wishes another time; empty when nobody's is being written. */
    String who() {
        return participant().map(Participant::name).orElse("");
    }

    Set<Lacking> lacking() {
        Set<Lacking> lacking = EnumSet.noneOf(Lacking.class);
        if (!form.dayFault().isEmpty()) {
            lacking.add(Lacking.DAY);
        }
        if (!form.hourFault().isEmpty()) {
            lacking.add(Lacking.HOUR);
        }
        if (lacking.isEmpty() && asked().equals(meeting.situation().map(now -> now.meeting().time().startsAt()))) {
            lacking.add(Lacking.CHANGE);
        }
        if (why.text().isBlank()) {
            lacking.add(Lacking.WHY);
        }
        return lacking;
    }

    /** Notes what the participant wishes, for the caseworker to answer. */
    void ask() {
        UUID participantId = askingFor.get();
        LocalDateTime at = asked().orElse(null);
        if (participantId == null || at == null || !lacking().isEmpty()) {
            return;
        }
        String words = why.text().strip();
        // somebody else may have moved the meeting to that very time
        meeting.change(
                now -> at.equals(now.time().startsAt()) ? now : now.askFor(participantId, at, words, desk.staff().id(), desk.today()),
                () -> {
                    why.textProperty().set("");
                    leave();
                });
    }

    /** Yes: the meeting is moved there. */
    void agree(UUID participantId) {
        UUID moveId = desk.newId().get();
        meeting.change(now -> waits(now, participantId) ? now.agreeToTime(participantId, moveId, desk.staff().id(), desk.today()) : now);
    }

    /** No, and why: the time stands. */
    void refuse(UUID participantId) {
        desk.dialogs()
                .ask(new Prompt(texts.of("meeting.ask.no-title"), texts.of("meeting.ask.no-text"), texts.of("meeting.ask.no-reason"), "",
                        true, texts.of("meeting.ask.no-do")))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> meeting.change(now -> waits(now, participantId) ? now.refuseTime(participantId, reason) : now));
    }

    private static boolean waits(TripartiteMeeting now, UUID participantId) {
        return now.participants().stream().anyMatch(one -> one.id().equals(participantId) && one.proposal().isPresent());
    }

    private Optional<LocalDateTime> asked() {
        return form.value().map(MeetingTime::startsAt);
    }

    private Optional<Participant> participant() {
        return meeting.situation()
                .flatMap(now -> now.meeting().participants().stream().filter(one -> one.id().equals(askingFor.get())).findFirst());
    }
}
