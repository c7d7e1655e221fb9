package se.trepart.app.letter;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.model.letter.Letter;

/** Takes the letters of a case out of the program: to a printer or to a file (utskrift). */
final class LetterDelivery {

    private final OpenCase openCase;
    private final LetterOffice office;
    private final LetterArchive archive;
    private final PaperDelivery delivery;

    LetterDelivery(OpenCase openCase, LetterOffice office) {
        this.openCase = openCase;
        this.office = office;
        archive = new LetterArchive(openCase.desk().workstation());
        delivery = new PaperDelivery(openCase.desk(), office);
    }

    /** Skriv ut: asks for a printer, prints in the background. */
    void print(Letter letter) {
        CaseSituation now = openCase.situation().orElseThrow();
        delivery.print(() -> paper(letter, now));
    }

    /** Spara som PDF. */
    void save(Letter letter) {
        CaseSituation now = openCase.situation().orElseThrow();
        delivery.save(office.fileName(letter, now.documents()), () -> paper(letter, now));
    }

    /** Whether the letter is kept as it was sent. What was sent before there was an archive is not. */
    static boolean kept(Letter letter) {
        return !letter.pdfSha256().isEmpty();
    }

    /** A sent letter as it was sent. Off the JavaFX thread. @throws LetterProblem.NotHere when it is not to be had */
    byte[] archived(Letter letter) {
        return archive.of(letter);
    }

    private Paper paper(Letter letter, CaseSituation now) {
        String fileName = office.fileName(letter, now.documents());
        String queueName = now.documents().household().isProtected() ? "Brev" : fileName;
        return new Paper(queueName,
                kept(letter) ? archived(letter) : office.pdf(office.page(letter, now.documents(), now.registers()).orElseThrow()));
    }
}
