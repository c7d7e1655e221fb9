package se.trepart.app.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.Sides;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;

/** Prints letters on the system's printers (skrivare). Slow: off the JavaFX thread. */
public final class LetterPrinter {

    /**
     * What to print where.
     *
     * @param printer a name of {@link #printers()}
     * @param jobName as the print queue shows it: never personal data, see {@link LetterPage#queueName()}
     */
    public record Order(String printer, int copies, boolean bothSides, String jobName) {}

    /** The printers by name, as the system lists them. */
    public List<String> printers() {
        return services().map(PrintService::getName).toList();
    }

    /** The system's own choice. */
    public Optional<String> standardPrinter() {
        return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService()).map(PrintService::getName);
    }

    /** @throws PrintFailed when there is no such printer or it does not take the letter */
    public void print(byte[] pdf, Order order) {
        PrintService service = services().filter(s -> s.getName().equals(order.printer()))
                .findFirst()
                .orElseThrow(() -> new PrintFailed("Skrivaren ”" + order.printer() + "” finns inte längre. Välj en annan."));
        print(pdf, order, service);
    }

    void print(byte[] pdf, Order order, PrintService service) {
        try {
            if (service.isDocFlavorSupported(DocFlavor.INPUT_STREAM.PDF)) {
                send(new SimpleDoc(new ByteArrayInputStream(pdf), DocFlavor.INPUT_STREAM.PDF, null), order, service);
            } else {
                // the printer's driver takes no PDF: draw the pages for it
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    send(new SimpleDoc(new PDFPageable(document), DocFlavor.SERVICE_FORMATTED.PAGEABLE, null), order, service);
                }
            }
        } catch (IOException | PrintException e) {
            throw new PrintFailed("Skrivaren ”" + order.printer() + "” tog inte emot brevet. Se efter att den är på och försök igen.", e);
        }
    }

    private static void send(Doc doc, Order order, PrintService service) throws PrintException {
        PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
        wishes.add(new Copies(order.copies()));
        wishes.add(order.bothSides() ? Sides.TWO_SIDED_LONG_EDGE : Sides.ONE_SIDED);
        wishes.add(new JobName(order.jobName(), Locale.of("sv", "SE")));
        wishes.add(MediaSizeName.ISO_A4);
        service.createPrintJob().print(doc, wishes);
    }

    private static Stream<PrintService> services() {
        return Stream.of(PrintServiceLookup.lookupPrintServices(null, null));
    }
}
