package se.trepart.app.letter;

import java.util.Optional;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.Registers;
import se.trepart.local.cache.Blobs;
import se.trepart.local.cache.Intent;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.PlainLanguageResult;
import se.trepart.model.letter.Sending;

/** Sends a letter (expediering): read a last time, kept as PDF, marked as sent. Off the JavaFX thread. */
final class LetterPosting {

    private final LetterOffice office;
    private final Proofreader proofreader;
    private final Blobs blobs;

    LetterPosting(LetterOffice office, Proofreader proofreader, Blobs blobs) {
        this.office = office;
        this.proofreader = proofreader;
        this.blobs = blobs;
    }

    /**
     * Empty when it cannot be sent: it is sent already, nobody has confirmed it (R34), or it does not pass and nobody has said why it is
     * sent anyway (R36). Judged here once more, for what the screen says may be of a moment ago: the letter then stays a draft.
     */
    Optional<Intent> send(Letter letter, Sending sending, CaseDocuments documents, Registers registers) {
        if (letter.sending() != null || letter.confirmationMissing(documents.household())) {
            return Optional.empty();
        }
        Letter asSent = as(letter, letter, letter.chosen(), sending);
        try {
            LetterRemarks remarks = proofreader.read(asSent, documents, registers);
            PlainLanguageResult result = remarks.result().orElse(null);
            return result == null
                    || !remarks.sendable()
                            ? Optional.empty()
                            : office.page(asSent, documents, registers)
                                    .map(page -> Intent.change(letter, letter.onTemplates(page.templateVersion())
                                            .judged(result)
                                            .markSent(sending, blobs.put(letter.unitId(), office.pdf(page)), documents.household())));
        } catch (LetterProblem _) {
            return Optional.empty();
        }
    }

    /** The letter as it would be sent. */
    static Letter as(Letter letter, Letter texts, LetterDetails details, Sending sending) {
        return new Letter(letter.id(), letter.unitId(), letter.caseId(), letter.aboutId(), letter.kind(), letter.writtenOn(),
                letter.writtenBy(), letter.recipientId(), letter.templateVersion(), texts.why(), texts.whatNow(), letter.confirmedBy(),
                sending, letter.pdfSha256(), details);
    }
}
