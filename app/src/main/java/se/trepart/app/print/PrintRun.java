package se.trepart.app.print;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import se.trepart.app.letter.LetterArchive;
import se.trepart.app.letter.LetterPrinter;
import se.trepart.app.letter.LetterPrinter.Order;
import se.trepart.app.letter.LetterProblem;
import se.trepart.app.letter.PrintFailed;
import se.trepart.app.letter.PrintFailed.Reason;
import se.trepart.app.shell.Desk;
import se.trepart.local.cache.Intent;
import se.trepart.model.letter.LetterPrint;
import se.trepart.model.letter.Posted;

import org.jspecify.annotations.Nullable;

/**
 * Puts letters on paper one after the other, each recorded before the next (utskriftskörning). It stops at the first that fails, so that the
 * papers lie in the order of the envelopes. Not on the JavaFX thread.
 */
final class PrintRun {

    /** One letter to print. @param pages from 1; empty for all of it */
    record Job(PrintRow row, List<Integer> pages) {}

    private final Desk desk;
    private final LetterPrinter printer;
    private final Order order;
    private volatile boolean stopped;

    /** @param order the same for every letter but for the name in the queue */
    PrintRun(Desk desk, LetterPrinter printer, Order order) {
        this.desk = desk;
        this.printer = printer;
        this.order = order;
    }

    /** Ends after the letter that is on its way to the printer. From any thread. */
    void stop() {
        stopped = true;
    }

    /**
     * @param cover printed first; null for none
     * @param told how many letters have come out
     * @throws PrintFailed at the first that did not come out, or not all of it
     */
    void run(byte @Nullable [] cover, List<Job> jobs, IntConsumer told) {
        if (cover != null) {
            printer.print(cover, named(desk.texts().of("print.cover.queue")));
        }
        try {
            for (int i = 0; i < jobs.size() && !stopped; i++) {
                print(jobs.get(i));
                told.accept(i + 1);
            }
        } catch (CancellationException _) {
            // stopped while a letter was fetched: it waits with the rest
        }
    }

    private void print(Job job) {
        Posted letter = job.row().paper().letter();
        byte[] whole = content(desk, letter, order.printer(), () -> stopped);
        List<Integer> pages = job.pages().isEmpty() ? IntStream.rangeClosed(1, LetterPrinter.pages(whole)).boxed().toList() : job.pages();
        byte[] part = job.pages().isEmpty() ? whole : LetterPrinter.only(whole, pages);
        try {
            // R34: the queue is seen by others, so it never tells whose letter it is
            printer.print(part, named(desk.texts().of("print.queue")));
        } catch (PrintFailed failed) {
            int out = Math.clamp(failed.page() - 1L, 0, pages.size() - 1);
            record(letter, pages.subList(0, out), pages.subList(out, pages.size()));
            throw failed;
        }
        record(letter, pages, List.of());
    }

    private void record(Posted letter, List<Integer> pages, List<Integer> failed) {
        desk.documents()
                .save(Intent.create(new LetterPrint(desk.newId().get(), letter.unitId(), letter.caseId(), letter.id(),
                        desk.clock().instant(), desk.today(), desk.staff().id(), order.printer(), pages, failed)));
    }

    /** How many pages the letter has. @throws PrintFailed when it is not here and cannot be fetched */
    static int pages(Desk desk, Posted letter) {
        return LetterPrinter.pages(content(desk, letter, "", () -> false));
    }

    private static byte[] content(Desk desk, Posted letter, String printer, BooleanSupplier stopped) {
        try {
            return new LetterArchive(desk.workstation()).of(letter, stopped);
        } catch (LetterProblem.NotHere e) {
            throw new PrintFailed(Reason.NOT_HERE, printer, 1, e);
        }
    }

    private Order named(String jobName) {
        return new Order(order.printer(), order.copies(), order.bothSides(), order.tray(), jobName);
    }
}
