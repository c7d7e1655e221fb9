package se.trepart.app.letter;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;

/** Takes papers out of the program: to a printer or to a file (utskrift). On the JavaFX thread; the work itself is not. */
public final class PaperDelivery {

    /**
     * A paper as it leaves the program.
     *
     * @param queueName what the print queue shows: never personal data
     */
    public record Paper(String queueName, byte[] pdf) {}

    private final Desk desk;
    private final LetterOffice office;
    private final Texts texts;

    public PaperDelivery(Desk desk, LetterOffice office) {
        this.desk = desk;
        this.office = office;
        texts = desk.texts();
    }

    /** Skriv ut: asks for a printer, prints in the background. */
    public void print(Callable<Paper> paper) {
        desk.tasks().of(() -> office.printer().printers()).then(printers -> {
            List<Choice<String>> choices = printers.stream().map(p -> new Choice<>(p, p)).toList();
            if (choices.isEmpty()) {
                desk.dialogs().tell(texts.of("letter.print.title"), texts.of("letter.print.none"));
                return;
            }
            desk.dialogs()
                    .choose(texts.of("letter.print.title"), texts.of("letter.print.text"), choices)
                    .ifPresent(printer -> with(paper,
                            made -> office.printer().print(made.pdf(), new LetterPrinter.Order(printer, 1, true, "", made.queueName())),
                            texts.of("letter.print.done", printer)));
        }).start();
    }

    /** Spara som PDF. @param fileName without personal data */
    public void save(String fileName, Callable<Paper> paper) {
        desk.dialogs()
                .pickSaveFile(texts.of("letter.save.title"), fileName, "PDF", "pdf")
                .ifPresent(file -> with(paper, made -> WholeFile.write(file, made.pdf()), ""));
    }

    private void with(Callable<Paper> paper, Consumer<Paper> use, String done) {
        desk.tasks().of(() -> use.accept(paper.call())).then(_ -> {
            if (!done.isEmpty()) {
                desk.dialogs().tell(texts.of("letter.print.title"), done);
            }
        })
                .on(LetterProblem.class, problem -> error(problem.words()))
                .on(PrintFailed.class, problem -> error(problem.words(texts)))
                .on(UncheckedIOException.class, _ -> error(texts.of("letter.save.failed")))
                .start();
    }

    private void error(String words) {
        desk.dialogs().error(texts.of("letter.failed"), words);
    }
}
