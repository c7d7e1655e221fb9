package se.trepart.model;

import java.util.Arrays;
import java.util.Optional;

import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Snooze;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDelivered;
import se.trepart.model.letter.LetterPrint;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.merge.Conflict;
import se.trepart.model.norm.Calculation;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionOffer;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

/** The kinds of document, each with its record and with how two people's changes to it are brought together. */
public enum DocumentType {
    HOUSEHOLD(Household.class, Merging.BY_FIELD),
    CASE_FILE(CaseFile.class, Merging.BY_FIELD),
    APPLICATION(Application.class, Merging.BY_FIELD),
    COMPLETION_REQUEST(CompletionRequest.class, Merging.BY_FIELD),
    INVESTIGATION(Investigation.class, Merging.BY_FIELD),
    CALCULATION(Calculation.class, Merging.BY_FIELD),
    DECISION(Decision.class, Merging.NEVER),
    LETTER(Letter.class, Merging.BY_FIELD),
    LETTER_PRINT(LetterPrint.class, Merging.APPEND_ONLY),
    LETTER_DELIVERED(LetterDelivered.class, Merging.APPEND_ONLY),
    SENT_PAPER(SentPaper.class, Merging.APPEND_ONLY),
    JOURNAL_NOTE(JournalNote.class, Merging.APPEND_ONLY),
    SELF_SUPPORT(SelfSupport.class, Merging.BY_FIELD),
    REFERRAL(Referral.class, Merging.BY_FIELD),
    PLAN(Plan.class, Merging.BY_FIELD),
    PLAN_VERSION(PlanVersion.class, Merging.APPEND_ONLY),
    ACTION(Action.class, Merging.BY_FIELD),
    ATTENDANCE(Attendance.class, Merging.BY_FIELD),
    ATTENDANCE_SUMMARY(AttendanceSummary.class, Merging.BY_FIELD),
    ABSENCE_RESPONSE(AbsenceResponse.class, Merging.BY_FIELD),
    TRIPARTITE_MEETING(TripartiteMeeting.class, Merging.BY_FIELD),
    AGREEMENT_RESULT(AgreementResult.class, Merging.BY_FIELD),
    REMINDER(Reminder.class, Merging.BY_FIELD),
    SNOOZE(Snooze.class, Merging.BY_FIELD),
    READ_EVENT(ReadEvent.class, Merging.APPEND_ONLY),
    CONFLICT(Conflict.class, Merging.NEVER),
    STAFF(Staff.class, Merging.BY_FIELD),
    UNIT(Unit.class, Merging.BY_FIELD),
    CHECKLIST_TEMPLATE(ChecklistTemplate.class, Merging.BY_FIELD),
    SETTINGS(Settings.class, Merging.BY_FIELD),
    PLANNING_SETTINGS(PlanningSettings.class, Merging.BY_FIELD),
    ACTION_OFFER(ActionOffer.class, Merging.BY_FIELD),
    LETTER_TEMPLATE(LetterTemplate.class, Merging.NEVER),
    PHRASE(Phrase.class, Merging.NEVER);

    /** How a change made against an old version meets a change that came before it. */
    public enum Merging {
        /** fields that only one side changed are brought together; a field that both changed is a conflict */
        BY_FIELD,
        /** any change against an old version is a conflict for a person */
        NEVER,
        /** written once, never changed */
        APPEND_ONLY
    }

    private final Class<? extends Document> record;
    private final Merging merging;

    DocumentType(Class<? extends Document> record, Merging merging) {
        this.record = record;
        this.merging = merging;
    }

    public Class<? extends Document> record() {
        return record;
    }

    public Merging merging() {
        return merging;
    }

    /**
     * Whether the id follows from what it is about, so that two who make one without knowing of each other make the same document: then the
     * second to arrive is brought together with the first as a change is.
     */
    public boolean idFollows() {
        return switch (this) {
            case SELF_SUPPORT, ATTENDANCE, ATTENDANCE_SUMMARY, ABSENCE_RESPONSE, AGREEMENT_RESULT, SNOOZE -> true;
            default -> false;
        };
    }

    /** Whether a document of this kind lies on one side of its case and says which: what is seen of it depends on that. */
    public boolean ofASide() {
        return this == REMINDER || this == SNOOZE;
    }

    /** Empty for a kind that only a newer program knows. */
    public static Optional<DocumentType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** @throws IllegalArgumentException when the class is no document's record */
    public static DocumentType of(Class<? extends Document> record) {
        for (DocumentType type : values()) {
            if (type.record == record) {
                return type;
            }
        }
        throw new IllegalArgumentException("No document type for " + record.getName());
    }
}
