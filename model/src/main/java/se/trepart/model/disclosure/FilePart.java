package se.trepart.model.disclosure;

import se.trepart.model.DocumentType;

/** The parts of a case's file in the order of reading (aktens delar). */
public enum FilePart {
    /** ärendet och hushållet */
    CASE,
    /** ansökan och komplettering */
    APPLICATION,
    /** utredning */
    INVESTIGATION,
    /** journal */
    JOURNAL,
    /** beräkning */
    CALCULATION,
    /** beslut */
    DECISION,
    /** planering och möten */
    PLANNING,
    /** brev och andra papper, så som de skickades */
    LETTER,
    /** noteringar om arbetet, och det som inte hör till något ärende */
    NONE;

    public static FilePart of(DocumentType type) {
        return switch (type) {
            case CASE_FILE, HOUSEHOLD -> CASE;
            case APPLICATION, COMPLETION_REQUEST -> APPLICATION;
            case INVESTIGATION -> INVESTIGATION;
            case JOURNAL_NOTE -> JOURNAL;
            case CALCULATION -> CALCULATION;
            case DECISION -> DECISION;
            case SELF_SUPPORT, REFERRAL, PLAN, PLAN_VERSION, ACTION, ATTENDANCE, ATTENDANCE_SUMMARY, ABSENCE_RESPONSE, TRIPARTITE_MEETING,
                    AGREEMENT_RESULT ->
                PLANNING;
            case LETTER, LETTER_DELIVERED, SENT_PAPER -> LETTER;
            case LETTER_PRINT, LETTER_TEMPLATE, PHRASE, REMINDER, SNOOZE, READ_EVENT, CONFLICT, STAFF, UNIT, CHECKLIST_TEMPLATE, SETTINGS,
                    PLANNING_SETTINGS, ACTION_OFFER ->
                NONE;
        };
    }
}
