package se.trepart.app.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.shell.Desk;
import se.trepart.local.cache.Intent;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

/** One meeting of an open case (mötet): what is shown of it, and the way to change it. On the JavaFX thread only. */
final class MeetingInCase {

    private final OpenCase openCase;
    private final UUID meetingId;

    MeetingInCase(OpenCase openCase, UUID meetingId) {
        this.openCase = openCase;
        this.meetingId = meetingId;
    }

    OpenCase openCase() {
        return openCase;
    }

    Desk desk() {
        return openCase.desk();
    }

    UUID meetingId() {
        return meetingId;
    }

    /** Whether the user answers and writes notes. */
    boolean mayWrite() {
        return desk().staff().roles().stream().anyMatch(role -> CaseAccess.changes(role, DocumentType.TRIPARTITE_MEETING));
    }

    /** R21: whether the user calls, moves and cancels. */
    boolean mayCall() {
        return desk().staff().roles().stream().anyMatch(Meetings::mayCall);
    }

    /** Empty until the case is read, and when the meeting is not in it. */
    Optional<MeetingSituation> situation() {
        return openCase.situation().flatMap(now -> MeetingSituation.of(now, meetingId));
    }

    /** Calls the listener with every new picture of the meeting, at once when there is one. Returns how to stop. */
    Runnable follow(Consumer<MeetingSituation> listener) {
        return openCase.follow(now -> MeetingSituation.of(now, meetingId).ifPresent(listener));
    }

    void change(UnaryOperator<TripartiteMeeting> change) {
        change(change, () -> {});
    }

    /** Changes the meeting while it can be changed; a change that changes nothing is none. @param then when it is on disk and shown */
    void change(UnaryOperator<TripartiteMeeting> change, Runnable then) {
        openCase.edit(documents -> {
            TripartiteMeeting before = find(documents).filter(meeting -> meeting.status() == Status.CALLED).orElse(null);
            if (before == null) {
                return new Intent(List.of());
            }
            TripartiteMeeting after = change.apply(before);
            return after.equals(before) ? new Intent(List.of()) : Intent.change(before, after);
        }, then);
    }

    /** Writes something else than the meeting itself, from the newest documents. */
    void write(Function<TripartiteMeeting, Function<CaseDocuments, Intent>> intent) {
        write(intent, () -> {});
    }

    /** @param then when it is on disk and shown */
    void write(Function<TripartiteMeeting, Function<CaseDocuments, Intent>> intent, Runnable then) {
        openCase.edit(
                documents -> find(documents).map(meeting -> intent.apply(meeting).apply(documents)).orElseGet(() -> new Intent(List.of())),
                then);
    }

    /** A text of the meeting, kept as typed. @param field such as "notes" */
    TypedText typed(String field, Consumer<String> write) {
        return openCase.typed("meeting/" + meetingId + "/" + field, write);
    }

    private Optional<TripartiteMeeting> find(CaseDocuments documents) {
        return MeetingSituation.all(documents).stream().filter(meeting -> meeting.id().equals(meetingId)).findFirst();
    }
}
