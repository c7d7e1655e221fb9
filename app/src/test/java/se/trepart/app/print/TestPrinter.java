package se.trepart.app.print;

import java.awt.image.BufferedImage;
import java.awt.print.Pageable;
import java.awt.print.PrinterException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.ServiceUIFactory;
import javax.print.attribute.Attribute;
import javax.print.attribute.AttributeSet;
import javax.print.attribute.HashPrintJobAttributeSet;
import javax.print.attribute.HashPrintServiceAttributeSet;
import javax.print.attribute.PrintJobAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.PrintServiceAttribute;
import javax.print.attribute.PrintServiceAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaTray;
import javax.print.attribute.standard.Sides;
import javax.print.event.PrintJobAttributeListener;
import javax.print.event.PrintJobListener;
import javax.print.event.PrintServiceAttributeListener;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A printer within this process that the system lists beside its own: keeps what it is sent, and can be out of order. */
final class TestPrinter implements PrintService {

    /** One job as it came. */
    record Job(String name, int copies, boolean bothSides, boolean tray, int pages, String text) {}

    private final String name;
    private final boolean takesPdf;
    final List<Job> jobs = new ArrayList<>();
    /** From 1; the page that it cannot draw, or with PDF the job that it refuses; 0 for none. */
    volatile int breaksAt;
    /** Run when a job has come out. */
    volatile Runnable afterJob = () -> {};

    TestPrinter(String name, boolean takesPdf) {
        this.name = name;
        this.takesPdf = takesPdf;
        PrintServiceLookup.registerService(this);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public DocPrintJob createPrintJob() {
        return new OneJob();
    }

    @Override
    public boolean isDocFlavorSupported(DocFlavor flavor) {
        return takesPdf ? flavor.equals(DocFlavor.INPUT_STREAM.PDF) : flavor.equals(DocFlavor.SERVICE_FORMATTED.PAGEABLE);
    }

    @Override
    public DocFlavor[] getSupportedDocFlavors() {
        return new DocFlavor[]{takesPdf ? DocFlavor.INPUT_STREAM.PDF : DocFlavor.SERVICE_FORMATTED.PAGEABLE};
    }

    @Override
    public Object getSupportedAttributeValues(Class<? extends Attribute> category, DocFlavor flavor, AttributeSet attributes) {
        return category == Media.class ? new Media[]{MediaTray.TOP, MediaTray.MANUAL} : null;
    }

    @Override
    public void addPrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    @Override
    public void removePrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    @Override
    public PrintServiceAttributeSet getAttributes() {
        return new HashPrintServiceAttributeSet();
    }

    @Override
    public <T extends PrintServiceAttribute> T getAttribute(Class<T> category) {
        return null;
    }

    @Override
    public Class<?>[] getSupportedAttributeCategories() {
        return new Class<?>[]{Media.class};
    }

    @Override
    public boolean isAttributeCategorySupported(Class<? extends Attribute> category) {
        return category == Media.class;
    }

    @Override
    public Object getDefaultAttributeValue(Class<? extends Attribute> category) {
        return null;
    }

    @Override
    public boolean isAttributeValueSupported(Attribute value, DocFlavor flavor, AttributeSet attributes) {
        return true;
    }

    @Override
    public AttributeSet getUnsupportedAttributes(DocFlavor flavor, AttributeSet attributes) {
        return null;
    }

    @Override
    public ServiceUIFactory getServiceUIFactory() {
        return null;
    }

    private final class OneJob implements DocPrintJob {

        @Override
        public PrintService getPrintService() {
            return TestPrinter.this;
        }

        @Override
        public PrintJobAttributeSet getAttributes() {
            return new HashPrintJobAttributeSet();
        }

        @Override
        public void addPrintJobListener(PrintJobListener listener) {}

        @Override
        public void removePrintJobListener(PrintJobListener listener) {}

        @Override
        public void addPrintJobAttributeListener(PrintJobAttributeListener listener, PrintJobAttributeSet attributes) {}

        @Override
        public void removePrintJobAttributeListener(PrintJobAttributeListener listener) {}

        @Override
        public void print(Doc doc, PrintRequestAttributeSet wishes) throws PrintException {
            try {
                Object data = doc.getPrintData();
                if (data instanceof Pageable pages) {
                    for (int i = 0; i < pages.getNumberOfPages(); i++) {
                        var printable = pages.getPrintable(i);
                        if (i + 1 == breaksAt) {
                            throw new PrintException("paper jam");
                        }
                        printable.print(new BufferedImage(600, 900, BufferedImage.TYPE_INT_RGB).createGraphics(), pages.getPageFormat(i),
                                i);
                    }
                    came(wishes, pages.getNumberOfPages(), "");
                } else {
                    if (jobs.size() + 1 == breaksAt) {
                        throw new PrintException("no paper");
                    }
                    try (PDDocument pdf = Loader.loadPDF(((InputStream) data).readAllBytes())) {
                        came(wishes, pdf.getNumberOfPages(), new PDFTextStripper().getText(pdf));
                    }
                }
            } catch (IOException | PrinterException e) {
                throw new PrintException(e.getMessage());
            }
            afterJob.run();
        }

        private void came(PrintRequestAttributeSet wishes, int pages, String text) {
            jobs.add(new Job(((JobName) wishes.get(JobName.class)).getValue(), ((Copies) wishes.get(Copies.class)).getValue(),
                    Objects.equals(wishes.get(Sides.class), Sides.TWO_SIDED_LONG_EDGE),
                    Set.of(MediaTray.MANUAL, MediaTray.TOP).contains(wishes.get(Media.class)), pages, text));
        }
    }
}
