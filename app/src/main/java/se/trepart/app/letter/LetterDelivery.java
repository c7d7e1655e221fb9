package se.trepart.app.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.Letter;

/** Takes letters out of the program: to a printer or to a file (utskrift). */
final class LetterDelivery {

    private final OpenCase openCase;
    private final LetterOffice office;
    private final Desk desk;
    private final Texts texts;

    LetterDelivery(OpenCase openCase, LetterOffice office) {
        this.openCase = openCase;
        this.office = office;
        desk = openCase.desk();
        texts = desk.texts();
    }

    /** Skriv ut: asks for a printer, prints in the background. */
    void print(Letter letter) {
        desk.tasks().of(() -> office.printer().printers()).then(printers -> {
            List<Choice<String>> choices = printers.stream().map(p -> new Choice<>(p, p)).toList();
            if (choices.isEmpty()) {
                desk.dialogs().tell(texts.of("letter.print.title"), texts.of("letter.print.none"));
                return;
            }
            desk.dialogs()
                    .choose(texts.of("letter.print.title"), texts.of("letter.print.text"), choices)
                    .ifPresent(printer -> withPdf(letter,
                            (page, pdf) -> office.printer().print(pdf, new LetterPrinter.Order(printer, 1, true, page.queueName())),
                            texts.of("letter.print.done", printer)));
        }).start();
    }

    /** Spara som PDF. */
    void save(Letter letter) {
        page(letter).map(LetterPage::fileName)
                .flatMap(name -> desk.dialogs().pickSaveFile(texts.of("letter.save.title"), name, "PDF", "pdf"))
                .ifPresent(file -> withPdf(letter, (_, pdf) -> write(file, pdf), ""));
    }

    /** A sent letter as it was sent, any other as it is now. */
    byte[] pdf(Letter letter, LetterPage page) {
        return letter.pdfSha256().isEmpty()
                ? office.pdf(page)
                : desk.workstation().blobs().find(letter.pdfSha256()).orElseGet(() -> office.pdf(page));
    }

    private void withPdf(Letter letter, BiConsumer<LetterPage, byte[]> use, String done) {
        CaseSituation now = openCase.situation().orElseThrow();
        desk.tasks().of(() -> {
            LetterPage page = office.page(letter, now.documents(), now.registers()).orElseThrow();
            use.accept(page, pdf(letter, page));
        }).then(_ -> {
            if (!done.isEmpty()) {
                desk.dialogs().tell(texts.of("letter.print.title"), done);
            }
        })
                .on(LetterProblem.class, problem -> error(Optional.ofNullable(problem.getMessage()).orElse("")))
                .on(PrintFailed.class, problem -> error(Optional.ofNullable(problem.getMessage()).orElse("")))
                .on(UncheckedIOException.class, _ -> error(texts.of("letter.save.failed")))
                .start();
    }

    private Optional<LetterPage> page(Letter letter) {
        return openCase.situation().flatMap(now -> office.page(letter, now.documents(), now.registers()));
    }

    private void error(String words) {
        desk.dialogs().error(texts.of("letter.failed"), words);
    }

    private static void write(Path file, byte[] pdf) {
        try {
            Files.write(file, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
