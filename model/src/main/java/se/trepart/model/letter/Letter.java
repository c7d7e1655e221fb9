package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.casefile.Household;

import org.jspecify.annotations.Nullable;

/**
 * A letter (brev) about one matter (R36).
 *
 * @param aboutId the decision or completion request it tells of
 * @param recipientId the household member it goes to
 * @param why the reasons in plain words; filled from the decision, may be edited until the letter is sent
 * @param whatNow what the reader does next; may be edited until sent
 * @param confirmedBy the second person, for protected identity (R34); null otherwise
 * @param sending null until sent
 * @param pdfSha256 checksum of the PDF as sent, which is kept and never written anew; empty until sent
 * @param details null in letters written before there were any
 */
public record Letter(UUID id, UUID unitId, UUID caseId, UUID aboutId, LetterKind kind, LocalDate writtenOn, UUID writtenBy,
        UUID recipientId, String templateVersion, String why, String whatNow, @Nullable UUID confirmedBy, @Nullable Sending sending,
        String pdfSha256, @Nullable LetterDetails details) implements Posted {

    /** What is wrong with a day of sending. */
    public enum Fault {
        /** innan brevet skrevs */
        BEFORE_WRITING,
        /** en dag som inte har kommit */
        IN_FUTURE
    }

    /** A letter to write on: the reasons come from the decision. */
    public static Letter write(UUID id, Document about, LetterKind kind, UUID recipientId, String templateVersion, String why,
            String whatNow, UUID by, LocalDate on) {
        UUID caseId = about.caseId();
        if (caseId == null) {
            throw new IllegalArgumentException("a letter is about something in a case");
        }
        return new Letter(id, about.unitId(), caseId, about.id(), kind, on, by, recipientId, templateVersion, why, whatNow, null, null, "",
                null);
    }

    /** The same letter to another adult of the household, to be sent by itself: each party is told (FL 33 §). */
    public Letter copyTo(UUID copyId, UUID otherId, UUID by, LocalDate on) {
        return copy(copyId, otherId, by, on, details == null ? null : details.language(null).information(null).representative(null));
    }

    /** The same letter to somebody who stands for its recipient, to be sent by itself: who that is is told later. */
    public Letter copyToRepresentative(UUID copyId, UUID by, LocalDate on) {
        return copy(copyId, recipientId, by, on, chosen().language(null).information(null).representative(Representative.UNKNOWN));
    }

    private Letter copy(UUID copyId, UUID toId, UUID by, LocalDate on, @Nullable LetterDetails chosen) {
        return new Letter(copyId, unitId, caseId, aboutId, kind, on, by, toId, templateVersion, why, whatNow, null, null, "", chosen);
    }

    /** Whether it is the member's own letter, and not one to somebody who stands for that member. */
    public boolean ownOf(UUID memberId) {
        return recipientId.equals(memberId) && chosen().representative() == null;
    }

    /** Whether it says the same as another, perhaps to somebody else. */
    public boolean sameMatter(Letter other) {
        return aboutId.equals(other.aboutId) && kind == other.kind && chosen().heading().equals(other.chosen().heading());
    }

    /** What is chosen and typed beside the texts. */
    public LetterDetails chosen() {
        return details == null ? LetterDetails.NONE : details;
    }

    /** Whether it waits to be sent. */
    public boolean toSend() {
        return sending == null && !chosen().dropped();
    }

    /** Another text; who confirmed the old one has not confirmed this. @throws LetterSent when it is sent */
    public Letter edit(String why, String whatNow) {
        refuseWhenSent();
        return new Letter(id, unitId, caseId, aboutId, kind, writtenOn, writtenBy, recipientId, templateVersion, why, whatNow, null, null,
                "", details);
    }

    /** Other choices; who confirmed the old ones has not confirmed these. @throws LetterSent when it is sent */
    public Letter choose(LetterDetails next) {
        refuseWhenSent();
        return new Letter(id, unitId, caseId, aboutId, kind, writtenOn, writtenBy, recipientId, templateVersion, why, whatNow, null, null,
                "", next);
    }

    /** Written with these templates, which are newer than the draft. @throws LetterSent when it is sent */
    public Letter onTemplates(String version) {
        refuseWhenSent();
        return new Letter(id, unitId, caseId, aboutId, kind, writtenOn, writtenBy, recipientId, version, why, whatNow, confirmedBy, null,
                "", details);
    }

    /**
     * How it stands in the plain-language check as it is sent; no word changes, so who has confirmed it has (R36).
     *
     * @throws LetterSent when it is sent
     */
    public Letter judged(PlainLanguageResult result) {
        refuseWhenSent();
        return new Letter(id, unitId, caseId, aboutId, kind, writtenOn, writtenBy, recipientId, templateVersion, why, whatNow, confirmedBy,
                null, "", chosen().language(result));
    }

    /** Puts a draft away that is not to be sent (makulerat utkast). @throws LetterSent when it is sent */
    public Letter drop() {
        return choose(chosen().drop());
    }

    /**
     * A second person has checked the letter (R34).
     *
     * @throws IllegalArgumentException when it is the one who wrote it
     * @throws LetterSent when it is sent
     */
    public Letter confirm(UUID by) {
        refuseWhenSent();
        if (by.equals(writtenBy)) {
            throw new IllegalArgumentException("another person confirms the letter");
        }
        return new Letter(id, unitId, caseId, aboutId, kind, writtenOn, writtenBy, recipientId, templateVersion, why, whatNow, by, null, "",
                details);
    }

    /** R34: whether a second person must confirm it before it is sent. */
    public boolean confirmationMissing(Household household) {
        return household.isProtected() && confirmedBy == null;
    }

    /**
     * It was sent as this PDF (expedierat).
     *
     * @throws LetterSent when it is sent already
     * @throws ConfirmationMissing when the household is protected and nobody has confirmed it (R34)
     */
    public Letter markSent(Sending sending, String pdfSha256, Household household) {
        refuseWhenSent();
        if (confirmationMissing(household)) {
            throw new ConfirmationMissing();
        }
        return new Letter(id, unitId, caseId, aboutId, kind, writtenOn, writtenBy, recipientId, templateVersion, why, whatNow, confirmedBy,
                sending, pdfSha256, details);
    }

    /** R19: what is wrong with the day it is said to be sent, from which the time to appeal is reckoned; empty when nothing is. */
    public Optional<Fault> fault(LocalDate sentOn, LocalDate today) {
        if (sentOn.isBefore(writtenOn)) {
            return Optional.of(Fault.BEFORE_WRITING);
        }
        return sentOn.isAfter(today) ? Optional.of(Fault.IN_FUTURE) : Optional.empty();
    }

    private void refuseWhenSent() {
        if (sending != null) {
            throw new LetterSent();
        }
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.LETTER;
    }

    @Override
    public String documentState() {
        return sending != null ? "SENT" : chosen().dropped() ? "DROPPED" : "DRAFT";
    }

    @Override
    public LocalDate documentDate() {
        return writtenOn;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
