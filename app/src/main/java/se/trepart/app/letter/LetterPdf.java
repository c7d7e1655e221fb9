package se.trepart.app.letter;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;

import se.trepart.model.control.Brand;
import se.trepart.model.letter.LetterTemplate;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes a letter (brev) as PDF/UA-1 and PDF/A-2a in one file. The same page and templates give the same bytes. Fonts and templates
 * are read once: keep one for the life of the program, off the JavaFX thread.
 */
public final class LetterPdf {

    /** The version of our own templates; goes up whenever a word or a line of them changes. */
    public static final String TEMPLATE_VERSION = "2026-11-22.5";

    private static final String LANGUAGE = "sv";
    private static final Pattern DATES = Pattern.compile("<xmp:(CreateDate|ModifyDate)>[^<]*<");
    /** Marks of direction, joiners and byte order that come with pasted text and print nothing. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\u00ad]]");
    /** Begins what is read from right to left: the last page, where there is one. */
    private static final String RIGHT_TO_LEFT = "dir=\"rtl\"";
    private static final Pattern TAGS = Pattern.compile("(?s)<style.*?</style>|<[^>]*>");

    private final LetterTemplates templates;
    private final LetterFonts fonts = new LetterFonts();
    private final String css = read("letter.css");
    private final String easy = read("letter-easy.css");
    private final String large = read("letter-large.css");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    public LetterPdf() {
        this(new LetterTemplates());
    }

    LetterPdf(LetterTemplates templates) {
        this.templates = templates;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * The letter as PDF.
     *
     * @throws LetterProblem when a required part is empty, a character cannot be printed, or a template is broken
     */
    public byte[] render(LetterPage page) {
        return render(page, templates);
    }

    /** As {@link #render(LetterPage)}, with templates that are being tried. */
    byte[] render(LetterPage page, LetterTemplates with) {
        return render(html(page, with), page.writtenOn());
    }

    /** From now on letters can be written with this template of the municipality's. */
    void know(LetterTemplate template) {
        templates.know(template);
    }

    /**
     * Another paper than a decision letter, such as an invitation, as PDF.
     *
     * @param template a template beside those of the letters that extends {@code page}
     * @param values what the template asks for beside the head, by name
     * @throws LetterProblem when a character cannot be printed, or the template is broken
     */
    public byte[] render(String template, LetterHead head, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("letter", head);
        all.put("css", coloured(css, head.sender().brand()));
        return render(printable(templates.html(template, all)), head.writtenOn());
    }

    private synchronized byte[] render(String html, LocalDate writtenOn) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // the JDK's XML parts look for others in every jar of the context class loader, several times a letter: a third of the time
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream(65_536)) {
            draw(html, pdf);
            fixInTime(pdf, writtenOn, html);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * The letter as it is handed to the layout, its parts marked: {@code data-part} as {@link se.trepart.model.letter.LetterPart#mark},
     * {@code data-origin} free or phrase where the text is not the template's, {@code data-decision} where there are several.
     *
     * @throws LetterProblem when a required part is empty, a character cannot be printed, or a template is broken
     */
    public String html(LetterPage page) {
        return html(page, templates);
    }

    String html(LetterPage page, LetterTemplates with) {
        List<String> missing = page.missing();
        if (!missing.isEmpty()) {
            throw new LetterProblem.Incomplete(missing);
        }
        return printable(with.html(page, coloured(css + (page.easy() ? easy : "") + (page.large() ? large : ""), page.sender().brand())));
    }

    /**
     * As {@link #html}, also while parts are empty, and without how it looks: for who reads only its words.
     *
     * @throws LetterProblem when a template is broken
     */
    String draft(LetterPage page) {
        return templates.html(page, "");
    }

    String printable(String written) {
        String html = INVISIBLE.matcher(Normalizer.normalize(written, Normalizer.Form.NFC)).replaceAll("");
        int rightToLeft = html.indexOf(RIGHT_TO_LEFT);
        if (rightToLeft >= 0) {
            fonts.requirePrintable(TAGS.matcher(html.substring(0, rightToLeft)).replaceAll(" "));
            fonts.requirePrintableInArabic(ArabicShapes.shape(TAGS.matcher(html.substring(rightToLeft)).replaceAll(" ")));
        } else {
            fonts.requirePrintable(TAGS.matcher(html).replaceAll(" "));
        }
        return html;
    }

    private void draw(String html, PDDocument pdf) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePDDocument(pdf);
        builder.usePdfVersion(1.7f);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        builder.withProducer("Trepart");
        boolean rightToLeft = html.contains(RIGHT_TO_LEFT);
        if (rightToLeft) {
            builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
            builder.useUnicodeBidiReorderer(new RightToLeft());
        }
        for (LetterFonts.Font font : rightToLeft ? fonts.withArabic() : fonts.all()) {
            builder.useFont(new FontInDocument(pdf, font), font.family(), font.weight(), FontStyle.NORMAL, true);
        }
        builder.withHtmlContent(html, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
        pdf.getDocumentCatalog().setLanguage(LANGUAGE);
    }

    /** The clock and a random id would make every file differ: the letter's day and a number drawn from its text take their place. */
    private static void fixInTime(PDDocument pdf, LocalDate writtenOn, String html) throws IOException {
        GregorianCalendar day = GregorianCalendar.from(writtenOn.atStartOfDay(ZoneOffset.UTC));
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCreationDate(day);
        information.setModificationDate(day);
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String fixed = DATES.matcher(xmp).replaceAll("<xmp:$1>" + writtenOn + "T00:00:00+00:00<");
        metadata.importXMPMetadata(fixed.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(Integer.toUnsignedLong(Arrays.hashCode(html.getBytes(StandardCharsets.UTF_8))));
    }

    /** In the municipality's colour, when it has one that can be read. */
    private static String coloured(String css, Brand brand) {
        return brand.faults().isEmpty() ? css.replace(Brand.PLAIN.colour(), brand.colour()) : css;
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(LetterPdf.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A font put into the document the first time the letter needs it. */
    private static final class FontInDocument extends PDFontSupplier {

        private final PDDocument pdf;
        private final LetterFonts.Font font;

        FontInDocument(PDDocument pdf, LetterFonts.Font font) {
            super(null);
            this.pdf = pdf;
            this.font = font;
        }

        @Override
        public org.apache.pdfbox.pdmodel.font.PDFont supply() {
            try {
                return PDType0Font.load(pdf, font.ttf(), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
