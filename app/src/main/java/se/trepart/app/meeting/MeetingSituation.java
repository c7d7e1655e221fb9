package se.trepart.app.meeting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.timeline.TimelineRows;
import se.trepart.model.Document;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Household;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.person.Person;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Action.Status;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.SelfSupport;

/** What a meeting shows at one moment: itself and what is known of the person's way to self-support (mötets läge). */
record MeetingSituation(CaseSituation now, TripartiteMeeting meeting) {

    static Optional<MeetingSituation> of(CaseSituation now, UUID meetingId) {
        return all(now.documents()).stream()
                .filter(meeting -> meeting.id().equals(meetingId))
                .findFirst()
                .map(meeting -> new MeetingSituation(now, meeting));
    }

    static List<TripartiteMeeting> all(CaseDocuments documents) {
        return documents.of(TripartiteMeeting.class);
    }

    LocalDate today() {
        return now.today();
    }

    Household household() {
        return now.documents().household();
    }

    Person person() {
        return person(now.documents(), meeting.memberId());
    }

    static Person person(CaseDocuments documents, UUID memberId) {
        return documents.household()
                .adults()
                .stream()
                .filter(adult -> adult.id().equals(memberId))
                .findFirst()
                .map(Adult::person)
                .orElseGet(() -> documents.household().applicant().person());
    }

    /** The person's goal as the running plan has it, or before there is one as it was written when the way began; may be empty. */
    String goal() {
        return plan(now.documents(), meeting.memberId()).map(Plan::selfSupportGoal)
                .filter(words -> !words.isBlank())
                .or(() -> ofMember(SelfSupport.class).stream().map(SelfSupport::goal).filter(words -> !words.isBlank()).findFirst())
                .orElse("");
    }

    static Optional<Plan> plan(CaseDocuments documents, UUID memberId) {
        return documents.of(Plan.class).stream().filter(plan -> plan.running() && plan.memberId().equals(memberId)).findFirst();
    }

    /** The meeting before this one. */
    Optional<TripartiteMeeting> before() {
        return Meetings.before(all(now.documents()), meeting);
    }

    /** Finished versions of the notes, the first one first. */
    List<TripartiteMeeting> versions() {
        return Meetings.versions(all(now.documents()), meeting);
    }

    /** Whether a newer version has taken this one's place. */
    boolean replaced() {
        return !Meetings.current(all(now.documents())).contains(meeting);
    }

    /** A version of these notes that somebody has begun to write. */
    Optional<TripartiteMeeting> beingCorrected() {
        return all(now.documents()).stream()
                .filter(other -> meeting.id().equals(other.corrects()) && other.status() == TripartiteMeeting.Status.CALLED)
                .findFirst();
    }

    Optional<AgreementResult> result(Agreement agreement) {
        return now.documents().of(AgreementResult.class).stream().filter(one -> one.agreementId().equals(agreement.id())).findFirst();
    }

    /** What the person takes part in now, the first to end first. */
    List<Action> actions() {
        return ofMember(Action.class).stream()
                .filter(action -> action.status(today()) != Status.ENDED)
                .sorted(Comparator.comparing(action -> action.terms().endsOn()))
                .toList();
    }

    /** Those actions in time, with the follow-ups of the plan and the days away without a valid reason. */
    TimelineRows timeline() {
        return TimelineRows.of(plan(now.documents(), meeting.memberId()).orElse(null), actions(), ofMember(Attendance.class), today());
    }

    /** The attendance of the month that it is. */
    AttendanceSum attendance() {
        YearMonth month = YearMonth.from(today());
        return AttendanceSum.of(ofMember(Attendance.class), month.atDay(1), month.atEndOfMonth());
    }

    /** What a party is called, with the name of who it is. */
    String name(Party party) {
        return meeting.participant(party).map(Participant::name).orElse("–");
    }

    private <D extends Document> List<D> ofMember(Class<D> type) {
        return now.documents().of(type).stream().filter(document -> memberOf(document).equals(meeting.memberId())).toList();
    }

    private static UUID memberOf(Document document) {
        return switch (document) {
            case Action action -> action.memberId();
            case Attendance attendance -> attendance.memberId();
            case SelfSupport selfSupport -> selfSupport.memberId();
            default -> document.id();
        };
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "MeetingSituation[" + meeting.id() + "]";
    }
}
