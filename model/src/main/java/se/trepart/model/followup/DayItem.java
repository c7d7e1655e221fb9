package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One thing that needs somebody today (rad i Min dag).
 *
 * @param aboutId the document it is about
 * @param subject the applicant as lists sort people; null for a protected household that the reader does not handle (R34)
 * @param since how long it has waited
 * @param dueOn null where nothing says by when
 * @param rule why it is here: "R3", or a section of law
 */
public record DayItem(Kind kind, UUID caseId, UUID aboutId, CasePlace place, @Nullable String subject, LocalDate since,
        @Nullable LocalDate dueOn, String rule) {

    /** What it is, the more urgent first. */
    public enum Kind {
        /** beslut att fatta */
        DECISION_TO_MAKE,
        /** beslut återsänt */
        DECISION_RETURNED,
        /** komplettering har kommit */
        COMPLETION_ANSWERED,
        /** komplettering skulle ha kommit */
        COMPLETION_DUE,
        /** ny ansökan */
        NEW_APPLICATION,
        /** snart eller redan tre månader i mottagningen */
        INTAKE_ENDING,
        /** överlämnat ärende att fördela */
        TO_DISTRIBUTE,
        /** brev skrivet men inte skickat */
        LETTER_NOT_SENT,
        /** återkommande kontroll */
        CHECK_DUE,
        /** utkast kvar */
        DRAFT_LEFT,
        /** ärende som kan avslutas */
        CLOSABLE
    }

    public boolean overdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }

    @Override
    public String toString() {
        return "DayItem[" + kind + ", " + caseId + "]";
    }
}
