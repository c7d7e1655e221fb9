package se.trepart.app.letter;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPrinter.Order;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** With {@code -Pprint}: letters through the system's own print queue, one that puts every job into a folder as a PDF (CUPS-PDF). */
@EnabledIfSystemProperty(named = "print.queue", matches = ".+")
class SystemQueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DPI = 36;
    /** a page is 0.88 like itself after the queue, 0.13 like another */
    private static final double SAME = 0.8;
    private static final String QUEUE = System.getProperty("print.queue", "");
    private static final Path FOLDER = Path.of(System.getProperty("print.folder", ""));

    private final LetterPrinter printer = new LetterPrinter();
    private final byte[] letter = new LetterPdf().render(Letters.all().get("partly-large"));

    @Test
    void theQueueIsAmongThePrinters() {
        assertThat(printer.printers()).contains(QUEUE);
    }

    @Test
    void aLetterComesOutWhole() throws Exception {
        assertThat(sameToTheEye(printed(letter), letter)).isTrue();
    }

    @Test
    void thePagesThatFailedComeOutAlone() throws Exception {
        byte[] out = printed(LetterPrinter.only(letter, List.of(2)));
        assertThat(sameToTheEye(out, LetterPrinter.only(letter, List.of(2)))).isTrue();
        assertThat(sameToTheEye(out, LetterPrinter.only(letter, List.of(1)))).isFalse();
    }

    @Test
    void aQueueThatIsGoneIsTold() {
        Order order = new Order(QUEUE + "-gone", 1, true, "", "Brev");
        assertThatThrownBy(() -> printer.print(letter, order)).isInstanceOf(PrintFailed.class);
    }

    /** What came out of the queue. */
    private byte[] printed(byte[] pdf) throws Exception {
        Set<Path> before = files();
        printer.print(pdf, new Order(QUEUE, 1, true, "", "Brev"));
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<Path> fresh = files().stream().filter(file -> !before.contains(file)).max(Comparator.naturalOrder());
            if (fresh.isPresent() && whole(fresh.get())) {
                return Files.readAllBytes(fresh.get());
            }
            Thread.sleep(200);
        }
        throw new AssertionError("nothing came out within " + PATIENCE.toSeconds() + " s");
    }

    /** A PDF ends with its own mark; before that it is being written. */
    private static boolean whole(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return new String(content, Math.max(0, content.length - 16), Math.min(16, content.length), StandardCharsets.US_ASCII)
                .contains("%%EOF");
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".pdf")).collect(Collectors.toSet());
        }
    }

    /**
     * As many pages, and on each the ink lies where it should. The queue draws the letters anew, as a printer does, so neither text nor
     * bytes can be compared.
     */
    private static boolean sameToTheEye(byte[] one, byte[] other) throws IOException {
        try (PDDocument first = Loader.loadPDF(one); PDDocument second = Loader.loadPDF(other)) {
            boolean same = first.getNumberOfPages() == second.getNumberOfPages();
            for (int page = 0; same && page < first.getNumberOfPages(); page++) {
                same = likeness(drawn(first, page), drawn(second, page)) > SAME;
            }
            return same;
        }
    }

    private static Raster drawn(PDDocument document, int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.GRAY).getRaster();
    }

    /** The correlation of two pages where both are, 1 for the same: the queue rounds the paper to whole points. */
    private static double likeness(Raster one, Raster other) {
        assertThat(one.getWidth()).isCloseTo(other.getWidth(), within(1));
        assertThat(one.getHeight()).isCloseTo(other.getHeight(), within(1));
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        double[] first = ink(one.getPixels(0, 0, width, height, (double[]) null));
        double[] second = ink(other.getPixels(0, 0, width, height, (double[]) null));
        return product(first, second) / Math.sqrt(product(first, first) * product(second, second));
    }

    /** How much darker each point is than the page's mean. */
    private static double[] ink(double[] points) {
        double mean = DoubleStream.of(points).average().orElseThrow();
        return DoubleStream.of(points).map(point -> mean - point).toArray();
    }

    private static double product(double[] one, double[] other) {
        return IntStream.range(0, one.length).mapToDouble(at -> one[at] * other[at]).sum();
    }
}
