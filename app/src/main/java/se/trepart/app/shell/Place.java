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
        /** Möten */
        MEETINGS,
        /** Resultat */
        RESULTS
    }

    /** A place reached from a line or a link (sidoplats). */
    enum Aside implements Place {
        /** Synkcentral */
        SYNC,
        /** Att reda ut */
        CONFLICTS
    }

    /** Where one conflict is settled (reda ut en konflikt). */
    record OfConflict(UUID conflictId) implements Place {}

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

    /**
     * A place in a case (plats i ärendet).
     *
     * @param anchor what to show there, such as a check's code; the view knows what it means; null for the top
     */
    record InCase(UUID caseId, CasePlace place, @Nullable String anchor) implements Place {}
}
