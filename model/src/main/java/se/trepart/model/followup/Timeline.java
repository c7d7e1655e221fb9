package se.trepart.model.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDelivered;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.norm.Calculation;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** Everything that happened in a case, newest first (händelser). The words are the screen's. */
public final class Timeline {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What happened. */
    public enum Event {
        CASE_OPENED,
        APPLICATION_RECEIVED,
        COMPLETION_REQUESTED,
        PAPER_RECEIVED,
        INVESTIGATION_STARTED,
        INVESTIGATION_FINISHED,
        CALCULATION_MADE,
        DECISION_PREPARED,
        MATERIAL_COMMUNICATED,
        DECISION_SENT,
        DECISION_TAKEN_BACK,
        DECISION_RETURNED,
        DECISION_MADE,
        REFERRAL_SENT,
        REFERRAL_RECEIVED,
        REFERRAL_ACCEPTED,
        REFERRAL_DECLINED,
        REFERRAL_RETURNED,
        PLAN_MADE,
        ACTION_CHANGED,
        ACTION_ENDED,
        WORK_ENDED,
        ABSENCE_DEALT_WITH,
        LETTER_WRITTEN,
        LETTER_SENT,
        LETTER_DELIVERED,
        PAPER_SENT,
        NOTE_WRITTEN,
        NOTE_CORRECTED,
        CASE_CLOSED
    }

    /**
     * One event.
     *
     * @param at the moment where it is known, null where only the day is
     * @param by the member of staff, null for what nobody of the staff did
     */
    public record Entry(Event event, LocalDate on, @Nullable Instant at, DocumentType type, UUID documentId, @Nullable UUID by) {}

    private Timeline() {}

    /** The events of these documents, newest first; of one day the later step of the work first. */
    public static List<Entry> of(Collection<? extends Document> documents) {
        return documents.stream()
                .flatMap(Timeline::events)
                .sorted(Comparator.comparing(Entry::on)
                        .thenComparing((Entry entry) -> moment(entry))
                        .thenComparing(Entry::event)
                        .reversed())
                .toList();
    }

    private static Stream<Entry> events(Document document) {
        return switch (document) {
            case CaseFile file -> Stream.concat(Stream.of(day(Event.CASE_OPENED, file.openedOn(), file, null)),
                    Stream.ofNullable(file.closedOn()).map(on -> day(Event.CASE_CLOSED, on, file, null)));
            case Application application ->
                Stream.of(moment(Event.APPLICATION_RECEIVED, application.receivedAt(), application, application.registeredBy()));
            case CompletionRequest request ->
                Stream.concat(Stream.of(day(Event.COMPLETION_REQUESTED, request.sentOn(), request, request.sentBy())),
                        request.missing()
                                .stream()
                                .flatMap(paper -> Stream.ofNullable(paper.receivedOn()))
                                .map(on -> day(Event.PAPER_RECEIVED, on, request, null)));
            case Investigation investigation ->
                Stream.concat(Stream.of(day(Event.INVESTIGATION_STARTED, investigation.startedOn(), investigation, null)),
                        Stream.ofNullable(investigation.finishedOn())
                                .map(on -> day(Event.INVESTIGATION_FINISHED, on, investigation, investigation.finishedBy())));
            case Calculation calculation -> Stream.of(day(Event.CALCULATION_MADE, calculation.madeOn(), calculation, calculation.madeBy()));
            case Decision decision -> ofDecision(decision);
            case Referral referral -> referral.steps().stream().map(step -> moment(event(step.status()), step.at(), referral, step.by()));
            case Plan plan -> Stream.of(day(Event.PLAN_MADE, plan.madeOn(), plan, plan.consultant()));
            case Action action -> ofAction(action);
            case AbsenceResponse response -> Stream.of(moment(Event.ABSENCE_DEALT_WITH, response.at(), response, response.by()));
            case Letter letter -> Stream.concat(Stream.of(day(Event.LETTER_WRITTEN, letter.writtenOn(), letter, letter.writtenBy())),
                    Stream.ofNullable(letter.sending()).map(sending -> day(Event.LETTER_SENT, sending.on(), letter, sending.by())));
            case LetterDelivered delivered -> Stream.of(day(Event.LETTER_DELIVERED, delivered.on(), delivered, delivered.by()));
            case SentPaper paper -> Stream.of(day(Event.PAPER_SENT, paper.sending().on(), paper, paper.sending().by()));
            case JournalNote note -> Stream
                    .of(moment(note.corrects() == null ? Event.NOTE_WRITTEN : Event.NOTE_CORRECTED, note.writtenAt(), note, note.author()));
            default -> Stream.empty();
        };
    }

    private static Event event(Referral.Status status) {
        return switch (status) {
            case WRITING, SENT -> Event.REFERRAL_SENT;
            case RECEIVED -> Event.REFERRAL_RECEIVED;
            case ACCEPTED -> Event.REFERRAL_ACCEPTED;
            case DECLINED -> Event.REFERRAL_DECLINED;
            case RETURNED -> Event.REFERRAL_RETURNED;
        };
    }

    /** Changes that came to be, and the end. */
    private static Stream<Entry> ofAction(Action action) {
        Stream<Entry> changes = action.changes()
                .stream()
                .filter(ActionChange::made)
                .map(change -> day(Event.ACTION_CHANGED, change.on(), action, change.by()));
        ActionEnding ending = action.ending();
        if (ending == null) {
            return changes;
        }
        Stream<Entry> ended = Stream.concat(Stream.of(day(Event.ACTION_ENDED, ending.on(), action, ending.by())),
                Stream.ofNullable(ending.workTo()).map(on -> day(Event.WORK_ENDED, on, action, null)));
        return Stream.concat(changes, ended);
    }

    private static Stream<Entry> ofDecision(Decision decision) {
        Stream<Entry> steps = decision.handOvers().stream().map(step -> moment(switch (step.step()) {
            case SENT -> Event.DECISION_SENT;
            case TAKEN_BACK -> Event.DECISION_TAKEN_BACK;
            case RETURNED -> Event.DECISION_RETURNED;
            case MADE -> Event.DECISION_MADE;
        }, step.at(), decision, step.by()));
        Communication communication = decision.communication();
        LocalDate toldOn = communication == null ? null : communication.sentOn();
        Stream<Entry> told = toldOn == null ? Stream.empty() : Stream.of(day(Event.MATERIAL_COMMUNICATED, toldOn, decision, null));
        return Stream.of(Stream.of(day(Event.DECISION_PREPARED, decision.preparedOn(), decision, decision.preparedBy())), told, steps)
                .flatMap(stream -> stream);
    }

    private static Entry day(Event event, LocalDate on, Document document, @Nullable UUID by) {
        return new Entry(event, on, null, document.documentType(), document.id(), by);
    }

    private static Entry moment(Event event, Instant at, Document document, @Nullable UUID by) {
        return new Entry(event, at.atZone(SWEDEN).toLocalDate(), at, document.documentType(), document.id(), by);
    }

    /** What has a day only: letters and closing come after the day's other events, the rest before them. */
    private static Instant moment(Entry entry) {
        if (entry.at() != null) {
            return entry.at();
        }
        boolean late = entry.event().compareTo(Event.LETTER_WRITTEN) >= 0;
        return (late ? entry.on().plusDays(1) : entry.on()).atStartOfDay(SWEDEN).toInstant();
    }
}
