package se.trepart.app.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.casefile.TypedText;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingNotes.AgendaItem;
import se.trepart.model.meeting.MeetingNotes.Part;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

import org.jspecify.annotations.Nullable;

/** What is written during a meeting (mötets anteckningar), saved as typed, and finished when nothing is missing (R25). */
final class NotesViewModel {

    private final MeetingInCase meeting;
    private final ReadOnlyObjectWrapper<Optional<MeetingSituation>> situation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final TypedText notes;
    private final TypedText applicantsWords;
    private final TypedText noNextReason;
    private final AgreementResults results;
    private final Map<UUID, TypedText> lines = new HashMap<>();
    private final Runnable stop;

    NotesViewModel(MeetingInCase meeting) {
        this.meeting = meeting;
        results = new AgreementResults(meeting);
        notes = meeting.typed("notes", words -> write(all -> all.write(words)));
        applicantsWords = meeting.typed("applicants-words", words -> write(all -> all.say(words)));
        noNextReason = meeting.typed("no-next-reason", words -> write(all -> all.noNext(words)));
        stop = meeting.follow(this::show);
    }

    void dispose() {
        stop.run();
    }

    MeetingInCase meeting() {
        return meeting;
    }

    ReadOnlyObjectProperty<Optional<MeetingSituation>> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    TypedText notes() {
        return notes;
    }

    /** The applicant's own words. */
    TypedText applicantsWords() {
        return applicantsWords;
    }

    TypedText noNextReason() {
        return noNextReason;
    }

    /** Whether the user can write now. */
    boolean writable() {
        return meeting.mayWrite() && situation.get().map(now -> now.meeting().status() == Status.CALLED).orElse(false);
    }

    /** What a party is to do, as it is typed. */
    TypedText what(Agreement agreement) {
        return line("agreement", agreement.id(), agreement.what(), words -> write(
                all -> find(all, agreement.id()).map(now -> all.agree(new Agreement(now.id(), now.party(), words, now.by()))).orElse(all)));
    }

    /** A line of the agenda, as it is typed. */
    TypedText what(AgendaItem item) {
        return line("agenda", item.id(), item.what(), words -> write(
                all -> findItem(all, item.id()).map(now -> all.talkAbout(new AgendaItem(now.id(), words, now.talkedAbout()))).orElse(all)));
    }

    /** What became of what was agreed last time. */
    AgreementResults results() {
        return results;
    }

    /** A new line for the party. @param then takes the id of the line when it is there */
    void addTask(Party party, Consumer<UUID> then) {
        UUID id = meeting.desk().newId().get();
        meeting.change(now -> now.write(now.notes().agree(new Agreement(id, party, "", null))), () -> then.accept(id));
    }

    void addToAgenda(Consumer<UUID> then) {
        UUID id = meeting.desk().newId().get();
        meeting.change(now -> now.write(now.notes().talkAbout(new AgendaItem(id, "", false))), () -> then.accept(id));
    }

    void remove(UUID id) {
        write(all -> all.without(id));
    }

    void by(UUID agreementId, @Nullable LocalDate day) {
        write(all -> find(all, agreementId).map(now -> all.agree(new Agreement(now.id(), now.party(), now.what(), day))).orElse(all));
    }

    void tick(UUID itemId, boolean talkedAbout) {
        write(all -> findItem(all, itemId).map(now -> all.talkAbout(new AgendaItem(now.id(), now.what(), talkedAbout))).orElse(all));
    }

    void nothing(Party party, boolean nothing) {
        write(all -> all.nothing(party, nothing));
    }

    void nextOn(@Nullable LocalDate day) {
        write(all -> all.meetNext(day));
    }

    /** What is not done yet is agreed anew, without a day. */
    void agreeAgain(Agreement old) {
        UUID id = meeting.desk().newId().get();
        write(all -> all.agree(new Agreement(id, old.party(), old.what(), null)));
    }

    /** Whether what is not done has been agreed anew already. */
    boolean agreedAgain(Agreement old) {
        return situation.get()
                .map(now -> now.meeting()
                        .notes()
                        .agreements()
                        .stream()
                        .anyMatch(one -> one.party() == old.party() && one.what().equals(old.what())))
                .orElse(false);
    }

    /** R25: what is missing before the meeting can be finished, with what is typed and not yet left. */
    List<Part> missing() {
        return situation.get().map(now -> typedIn(now.meeting()).missing()).orElse(List.of());
    }

    /** R25: finishes the meeting and locks the notes. */
    void finish() {
        if (writable() && missing().isEmpty()) {
            leave();
            UUID me = meeting.desk().staff().id();
            meeting.change(now -> now.missing().isEmpty() ? now.finish(me, meeting.desk().clock().instant()) : now);
        }
    }

    /** What is typed goes into the document. */
    void leave() {
        notes.leave();
        applicantsWords.leave();
        noNextReason.leave();
        lines.values().forEach(TypedText::leave);
        results.leave();
    }

    private TripartiteMeeting typedIn(TripartiteMeeting now) {
        MeetingNotes all = now.notes();
        for (Agreement agreement : now.notes().agreements()) {
            TypedText typed = lines.get(agreement.id());
            if (typed != null && !typed.text().equals(agreement.what())) {
                all = all.agree(new Agreement(agreement.id(), agreement.party(), typed.text(), agreement.by()));
            }
        }
        return now.status() == Status.CALLED ? now.write(all.nextOn() == null ? all.noNext(noNextReason.text()) : all) : now;
    }

    private void show(MeetingSituation now) {
        situation.set(Optional.of(now));
        MeetingNotes all = now.meeting().notes();
        notes.show(all.notes());
        applicantsWords.show(all.applicantsWords());
        noNextReason.show(all.noNextReason());
        all.agreements().forEach(agreement -> showLine(agreement.id(), agreement.what()));
        all.agenda().forEach(item -> showLine(item.id(), item.what()));
        results.show(now);
    }

    private void showLine(UUID id, String stored) {
        Optional.ofNullable(lines.get(id)).ifPresent(line -> line.show(stored));
    }

    private TypedText line(String kind, UUID id, String stored, Consumer<String> write) {
        return lines.computeIfAbsent(id, _ -> {
            TypedText made = meeting.typed(kind + "/" + id, write);
            made.show(stored);
            return made;
        });
    }

    private void write(UnaryOperator<MeetingNotes> change) {
        meeting.change(now -> now.write(change.apply(now.notes())));
    }

    private static Optional<Agreement> find(MeetingNotes all, UUID id) {
        return all.agreements().stream().filter(agreement -> agreement.id().equals(id)).findFirst();
    }

    private static Optional<AgendaItem> findItem(MeetingNotes all, UUID id) {
        return all.agenda().stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
