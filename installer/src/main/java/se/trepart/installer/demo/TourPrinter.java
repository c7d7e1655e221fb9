package se.trepart.installer.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import javax.print.event.PrintJobAttributeListener;
import javax.print.event.PrintJobListener;
import javax.print.event.PrintServiceAttributeListener;

import org.jspecify.annotations.Nullable;

/** A printer of this process that the program finds as it finds the system's, and that keeps each job as a PDF file (filskrivare). */
final class TourPrinter implements PrintService {

    static final String NAME = "Rundturens skrivare";

    private final Path folder;
    private final List<Path> jobs = new ArrayList<>();

    TourPrinter(Path folder) {
        this.folder = folder;
        PrintServiceLookup.registerService(this);
    }

    /** The files, the first job first. */
    synchronized List<Path> jobs() {
        return List.copyOf(jobs);
    }

    private synchronized void keep(byte[] pdf) throws IOException {
        Path file = folder.resolve("utskrift-" + (jobs.size() + 1) + ".pdf");
        Files.write(file, pdf);
        jobs.add(file);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public DocPrintJob createPrintJob() {
        return new Job();
    }

    @Override
    public boolean isDocFlavorSupported(DocFlavor flavor) {
        return flavor.equals(DocFlavor.INPUT_STREAM.PDF);
    }

    @Override
    public DocFlavor[] getSupportedDocFlavors() {
        return new DocFlavor[]{DocFlavor.INPUT_STREAM.PDF};
    }

    @Override
    public PrintServiceAttributeSet getAttributes() {
        return new HashPrintServiceAttributeSet();
    }

    @Override
    public <T extends PrintServiceAttribute> @Nullable T getAttribute(Class<T> category) {
        return null;
    }

    @Override
    public Class<?>[] getSupportedAttributeCategories() {
        return new Class<?>[0];
    }

    @Override
    public boolean isAttributeCategorySupported(Class<? extends Attribute> category) {
        return false;
    }

    @Override
    public @Nullable Object getDefaultAttributeValue(Class<? extends Attribute> category) {
        return null;
    }

    @Override
    public @Nullable Object getSupportedAttributeValues(Class<? extends Attribute> category, @Nullable DocFlavor flavor,
            @Nullable AttributeSet attributes) {
        return null;
    }

    @Override
    public boolean isAttributeValueSupported(Attribute value, @Nullable DocFlavor flavor, @Nullable AttributeSet attributes) {
        return true;
    }

    @Override
    public @Nullable AttributeSet getUnsupportedAttributes(@Nullable DocFlavor flavor, @Nullable AttributeSet attributes) {
        return null;
    }

    @Override
    public @Nullable ServiceUIFactory getServiceUIFactory() {
        return null;
    }

    @Override
    public void addPrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    @Override
    public void removePrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    /** One paper. */
    private final class Job implements DocPrintJob {

        @Override
        public PrintService getPrintService() {
            return TourPrinter.this;
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
            try (InputStream pdf = doc.getStreamForBytes()) {
                keep(pdf.readAllBytes());
            } catch (IOException e) {
                throw new PrintException(e);
            }
        }
    }
}
