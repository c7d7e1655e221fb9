package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One thing that needs somebody today (rad i Min dag).
 *
 * @param memberId the adult whose planning it is about; null where it is about the household
 * @param aboutId the document it is about
 * @param subject that adult, or else the applicant, as lists sort people; null for a protected household that the reader does not handle (R34)
 * @param since how long it has waited
 * @param dueOn null where nothing says by when
 * @param rule why it is here: "R3", or a section of law
 */
public record DayItem(Kind kind, UUID caseId, @Nullable UUID memberId, UUID aboutId, CasePlace place, @Nullable String subject,
        LocalDate since, @Nullable LocalDate dueOn, String rule) {

    /** What it is, the more urgent first. */
    public enum Kind {
        /** ogiltig frånvaro */
        INVALID_ABSENCE(true),
        /** beslut att fatta */
        DECISION_TO_MAKE(true),
        /** beslut återsänt */
        DECISION_RETURNED(true),
        /** ny remiss att svara på */
        NEW_REFERRAL(true),
        /** remiss återsänd */
        REFERRAL_RETURNED(true),
        /** remiss avböjd */
        REFERRAL_DECLINED(true),
        /** förslag till ändring av insats */
        CHANGE_PROPOSED(true),
        /** komplettering har kommit */
        COMPLETION_ANSWERED(true),
        /** någon vill ha en annan tid för ett möte */
        OTHER_TIME_ASKED(true),
        /** tidigt planeringssamtal att boka, för den som är först i kön */
        EARLY_MEETING_FIRST(false),
        /** komplettering skulle ha kommit */
        COMPLETION_DUE(false),
        /** insats som ska följas upp */
        ACTION_DUE(false),
        /** ny ansökan */
        NEW_APPLICATION(false),
        /** möte snart */
        MEETING_SOON(false),
        /** mötesanteckningar att göra klara */
        MEETING_NOTES_LEFT(false),
        /** egen bevakning */
        OWN_REMINDER(false),
        /** överenskommet på möte */
        AGREEMENT(false),
        /** svar på förslag */
        PROPOSAL_ANSWERED(false),
        /** tidigt planeringssamtal att boka */
        EARLY_MEETING(false),
        /** första trepartsmötet att kalla till */
        FIRST_MEETING_TO_CALL(false),
        /** nästa trepartsmöte att kalla till */
        NEXT_MEETING_TO_CALL(false),
        /** remiss utan svar */
        REFERRAL_UNANSWERED(false),
        /** deltagare utan plan */
        PLAN_MISSING(false),
        /** plan att följa upp */
        PLAN_FOLLOW_UP(false),
        /** plan utan dag för uppföljning */
        PLAN_WITHOUT_FOLLOW_UP(false),
        /** insats som snart slutar */
        ACTION_ENDING(false),
        /** deltagare som ingen haft kontakt med */
        NO_CONTACT(false),
        /** månadsrapport om närvaro att läsa */
        SUMMARY_TO_READ(false),
        /** länge utan remiss */
        NO_REFERRAL(false),
        /** snart eller redan tre månader i mottagningen */
        INTAKE_ENDING(false),
        /** överlämnat ärende att fördela */
        TO_DISTRIBUTE(false),
        /** brev skrivet men inte skickat */
        LETTER_NOT_SENT(false),
        /** återkommande kontroll */
        CHECK_DUE(false),
        /** utkast kvar */
        DRAFT_LEFT(false),
        /** ärende utan nästa steg */
        NO_NEXT_STEP(false),
        /** ärende som kan avslutas */
        CLOSABLE(false);

        private final boolean somebodyWaits;

        Kind(boolean somebodyWaits) {
            this.somebodyWaits = somebodyWaits;
        }

        /** Whether somebody else waits for it or something has just happened that cannot wait. */
        public boolean somebodyWaits() {
            return somebodyWaits;
        }
    }

    /** One that is about the household. */
    public DayItem(Kind kind, UUID caseId, UUID aboutId, CasePlace place, @Nullable String subject, LocalDate since,
            @Nullable LocalDate dueOn, String rule) {
        this(kind, caseId, null, aboutId, place, subject, since, dueOn, rule);
    }

    public boolean overdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }

    @Override
    public String toString() {
        return "DayItem[" + kind + ", " + caseId + "]";
    }
}
