package se.trepart.app.letter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.Registers;
import se.trepart.app.shell.Desk;
import se.trepart.local.cache.Intent;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.PlainLanguageResult;
import se.trepart.model.letter.Sending;

/** Sends a letter (expediering): read a last time, kept as PDF, marked as sent. */
final class LetterPosting {

    private final OpenCase openCase;
    private final LetterOffice office;
    private final Proofreader proofreader;

    LetterPosting(OpenCase openCase, LetterOffice office, Proofreader proofreader) {
        this.openCase = openCase;
        this.office = office;
        this.proofreader = proofreader;
    }

    /** Markera som skickat. A letter that cannot be written stays a draft, and why is told as above its pages. */
    void send(UUID letterId, Sending sending) {
        Registers registers = openCase.situation().orElseThrow().registers();
        openCase.edit(documents -> documents.letters()
                .stream()
                .filter(letter -> letter.id().equals(letterId))
                .findFirst()
                .flatMap(letter -> sent(letter, sending, documents, registers))
                .orElse(new Intent(List.of())));
    }

    /**
     * Empty when it cannot be sent: it is sent already, nobody has confirmed it (R34), or it does not pass and nobody has said why it is
     * sent anyway (R36). Judged here once more, for what the screen says may be of a moment ago: the letter then stays a draft.
     */
    private Optional<Intent> sent(Letter letter, Sending sending, CaseDocuments documents, Registers registers) {
        if (letter.sending() != null || letter.confirmationMissing(documents.household())) {
            return Optional.empty();
        }
        Letter asSent = as(letter, letter, letter.chosen(), sending);
        try {
            LetterRemarks remarks = proofreader.readMore(asSent, documents, registers)
                    .orElseGet(() -> proofreader.read(asSent, documents, registers));
            PlainLanguageResult result = remarks.result().orElse(null);
            return result == null || !remarks.sendable() ? Optional.empty() : office.page(asSent, documents, registers).map(page -> {
                String pdf = openCase.desk().workstation().blobs().put(letter.unitId(), office.pdf(page));
                return Intent.change(letter,
                        letter.onTemplates(page.templateVersion()).judged(result).markSent(sending, pdf, documents.household()));
            });
        } catch (LetterProblem problem) {
            Desk desk = openCase.desk();
            desk.tasks().onScreen(() -> desk.dialogs().error(desk.texts().of("letter.not-sent"), problem.words()));
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
