package se.trepart.app.shell;

import java.util.UUID;

import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/** Somewhere to be in the program (plats). */
public sealed interface Place {

    /** A place in the list to the left, in its order. */
    enum Main implements Place {
        /** Min dag */
        TODAY,
        /** Ansökningar */
        APPLICATIONS,
        /** Ärenden */
        CASES,
        /** Planer */
        PLANS,
        /** Närvaro */
        ATTENDANCE,
        /** Möten */
        MEETINGS,
        /** Resultat */
        RESULTS,
        /** Brevmallar */
        TEMPLATES
    }

    /** A place reached from a line or a link (sidoplats). */
    enum Aside implements Place {
        /** Synkcentral */
        SYNC,
        /** Att reda ut */
        CONFLICTS,
        /** Insatskatalog */
        OFFERS,
        /** Utskrifter */
        PRINTS
    }

    /** Own reminders (bevakningar). @param caseId the case that a new one is to be about; null for none chosen yet */
    record Reminders(@Nullable UUID caseId) implements Place {}

    /** Where one conflict is settled (reda ut en konflikt). */
    record OfConflict(UUID conflictId) implements Place {}

    /** Where a case's file is taken out for somebody (lämna ut akten). */
    record Disclose(UUID caseId) implements Place {}

    /** A place about one meeting (mötesplats). */
    sealed interface AboutMeeting extends Place {}

    /**
     * Where a meeting of the three is called (kalla till möte).
     *
     * @param memberId the adult whom it is about; null for the applicant
     */
    record CallMeeting(UUID caseId, @Nullable UUID memberId) implements AboutMeeting {}

    /** One meeting before and after it is held (möte). */
    record OfMeeting(UUID meetingId) implements AboutMeeting {}

    /** One meeting while it is held (mötesvyn): fills the window, so that nobody else's data is on the screen. */
    record AtMeeting(UUID meetingId) implements AboutMeeting {}

    /** A place that is held open in the list to the left until it is closed (öppen plats). */
    sealed interface Open extends Place {

        /** What it is one of in that list: places with the same key share a line and a view. */
        UUID key();

        UUID caseId();
    }

    /**
     * A place in a case (plats i ärendet).
     *
     * @param anchor what to show there, such as a check's code; the view knows what it means; null for the top
     */
    record InCase(UUID caseId, CasePlace place, @Nullable String anchor) implements Open {

        @Override
        public UUID key() {
            return caseId;
        }
    }

    /**
     * One adult's way to self-support, the consultant's side of the case (deltagare).
     *
     * @param anchor the document to show there, such as an action; null for the top
     */
    record OfPlan(UUID caseId, UUID memberId, @Nullable String anchor) implements Open {

        public OfPlan(UUID caseId, UUID memberId) {
            this(caseId, memberId, null);
        }

        @Override
        public UUID key() {
            return memberId;
        }
    }
}
