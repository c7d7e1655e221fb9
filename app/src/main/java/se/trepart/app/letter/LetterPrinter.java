package se.trepart.app.letter;

import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Printable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.MediaTray;
import javax.print.attribute.standard.Sides;
import javax.print.event.PrintJobAdapter;
import javax.print.event.PrintJobEvent;

import se.trepart.app.letter.PrintFailed.Reason;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.jspecify.annotations.Nullable;

/** Prints letters on the system's printers (skrivare). Slow: off the JavaFX thread. */
public final class LetterPrinter {

    /**
     * What to print where.
     *
     * @param printer a name of {@link #printers()}
     * @param tray one of the printer's {@link #trays}; empty for the printer's own choice
     * @param jobName as the print queue shows it: never personal data, see {@link LetterPage#queueName()}
     */
    public record Order(String printer, int copies, boolean bothSides, String tray, String jobName) {}

    /** The printers by name, as the system lists them. */
    public List<String> printers() {
        return services().map(PrintService::getName).toList();
    }

    /** The system's own choice. */
    public Optional<String> standardPrinter() {
        return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService()).map(PrintService::getName);
    }

    /** The trays of a printer by name (pappersfack); none when it does not tell. */
    public List<String> trays(String printer) {
        return find(printer).stream().flatMap(LetterPrinter::trays).map(MediaTray::toString).distinct().toList();
    }

    /** @throws PrintFailed when there is no such printer, or it does not take the letter or a page of it */
    public void print(byte[] pdf, Order order) {
        PrintService service = find(order.printer()).orElseThrow(() -> new PrintFailed(Reason.GONE, order.printer(), 1, null));
        print(pdf, order, service);
    }

    /** How many pages the letter has. */
    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some pages of a letter, to be printed again. @param pages from 1 */
    public static byte[] only(byte[] pdf, List<Integer> pages) {
        try (PDDocument whole = Loader.loadPDF(pdf); PDDocument part = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int page : pages) {
                part.importPage(whole.getPage(page - 1));
            }
            part.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void print(byte[] pdf, Order order, PrintService service) {
        @Nullable
        Drawn drawn = null;
        try {
            if (service.isDocFlavorSupported(DocFlavor.INPUT_STREAM.PDF)) {
                send(new SimpleDoc(new ByteArrayInputStream(pdf), DocFlavor.INPUT_STREAM.PDF, null), order, service);
            } else {
                // the printer's driver takes no PDF: draw the pages for it
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    drawn = new Drawn(new PDFPageable(document));
                    send(new SimpleDoc(drawn, DocFlavor.SERVICE_FORMATTED.PAGEABLE, null), order, service);
                }
            }
        } catch (IOException | PrintException e) {
            throw new PrintFailed(Reason.REFUSED, order.printer(), drawn == null ? 1 : drawn.page(), e);
        }
    }

    private static void send(Doc doc, Order order, PrintService service) throws PrintException {
        PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
        wishes.add(new Copies(order.copies()));
        wishes.add(order.bothSides() ? Sides.TWO_SIDED_LONG_EDGE : Sides.ONE_SIDED);
        wishes.add(new JobName(order.jobName(), Locale.of("sv", "SE")));
        Optional<MediaTray> tray = trays(service).filter(one -> one.toString().equals(order.tray())).findFirst();
        wishes.add(tray.<Media>map(one -> one).orElse(MediaSizeName.ISO_A4));
        AtomicBoolean failed = new AtomicBoolean();
        DocPrintJob job = service.createPrintJob();
        job.addPrintJobListener(new PrintJobAdapter() {
            @Override
            public void printJobFailed(PrintJobEvent event) {
                failed.set(true);
            }
        });
        job.print(doc, wishes);
        if (failed.get()) {
            throw new PrintException("the job failed");
        }
    }

    private static Optional<PrintService> find(String printer) {
        return services().filter(service -> service.getName().equals(printer)).findFirst();
    }

    private static Stream<MediaTray> trays(PrintService service) {
        return service.getSupportedAttributeValues(Media.class, null, null) instanceof Media[] media
                ? Stream.of(media).filter(MediaTray.class::isInstance).map(MediaTray.class::cast)
                : Stream.empty();
    }

    private static Stream<PrintService> services() {
        return Stream.of(PrintServiceLookup.lookupPrintServices(null, null));
    }

    /** The pages that are drawn for the printer, and how far it has come. */
    private static final class Drawn implements Pageable {

        private final PDFPageable pages;
        private int last;

        Drawn(PDFPageable pages) {
            this.pages = pages;
        }

        /** The page it has come to, from 1. */
        int page() {
            return last + 1;
        }

        @Override
        public int getNumberOfPages() {
            return pages.getNumberOfPages();
        }

        @Override
        public PageFormat getPageFormat(int index) {
            return pages.getPageFormat(index);
        }

        @Override
        public Printable getPrintable(int index) {
            last = index;
            return pages.getPrintable(index);
        }
    }
}
