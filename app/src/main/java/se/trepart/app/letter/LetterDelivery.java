package se.trepart.app.letter;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.app.shell.Desk;
import se.trepart.model.letter.Letter;

/** Takes the letters of a case out of the program: to a printer or to a file (utskrift). */
final class LetterDelivery {

    private final OpenCase openCase;
    private final LetterOffice office;
    private final Desk desk;
    private final PaperDelivery delivery;

    LetterDelivery(OpenCase openCase, LetterOffice office) {
        this.openCase = openCase;
        this.office = office;
        desk = openCase.desk();
        delivery = new PaperDelivery(desk, office);
    }

    /** Skriv ut: asks for a printer, prints in the background. */
    void print(Letter letter) {
        CaseSituation now = openCase.situation().orElseThrow();
        delivery.print(() -> paper(letter, now));
    }

    /** Spara som PDF. */
    void save(Letter letter) {
        CaseSituation now = openCase.situation().orElseThrow();
        office.page(letter, now.documents(), now.registers()).ifPresent(page -> delivery.save(page.fileName(), () -> paper(letter, now)));
    }

    /** A sent letter as it was sent, any other as it is now. */
    byte[] pdf(Letter letter, LetterPage page) {
        return letter.pdfSha256().isEmpty()
                ? office.pdf(page)
                : desk.workstation().blobs().find(letter.pdfSha256()).orElseGet(() -> office.pdf(page));
    }

    private Paper paper(Letter letter, CaseSituation now) {
        LetterPage page = office.page(letter, now.documents(), now.registers()).orElseThrow();
        return new Paper(page.queueName(), pdf(letter, page));
    }
}
