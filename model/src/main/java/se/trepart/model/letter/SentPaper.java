package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.DocumentType;
import se.trepart.model.casefile.Household;
import se.trepart.model.letter.Sending.Way;

/**
 * A paper of a meeting or of the plan as it left the program (expedierat papper). Its facts lie in what it is about and change there; this
 * is what the reader got. Written once, never changed.
 *
 * @param aboutId the meeting or the plan
 * @param pdfSha256 checksum of the PDF, which is kept
 */
public record SentPaper(UUID id, UUID unitId, UUID caseId, UUID aboutId, Kind kind, UUID recipientId, Sending sending,
        String pdfSha256) implements Posted {

    /** Which paper. */
    public enum Kind {
        /** kallelse till trepartsmöte */
        MEETING_INVITATION("kallelse"),
        /** minnesanteckning från trepartsmöte */
        MEETING_NOTES("overenskommet"),
        /** genomförandeplan för underskrift */
        PLAN("genomforandeplan"),
        /** planen med vardagliga ord */
        PLAN_IN_PLAIN_WORDS("min-plan");

        private final String fileStem;

        Kind(String fileStem) {
            this.fileStem = fileStem;
        }
    }

    /**
     * The ways it may go. R34: what nobody else has read is handed over to a protected person and not sent; an invitation has been read.
     */
    public static List<Way> ways(Kind kind, Household household) {
        return household.isProtected() && kind != Kind.MEETING_INVITATION ? List.of(Way.HANDED_OVER) : List.of(Way.values());
    }

    /** What its file is called: nothing of whom it is about. */
    public String fileName() {
        return kind.fileStem + "-" + sending.on() + ".pdf";
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.SENT_PAPER;
    }

    /** As a letter's, so that lists ask for both alike. */
    @Override
    public String documentState() {
        return "SENT";
    }

    @Override
    public LocalDate documentDate() {
        return sending.on();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "SentPaper[" + id + "]";
    }
}
