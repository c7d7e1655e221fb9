package se.trepart.app.letter;

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
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPrinter.Order;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With {@code -Pprint}: letters through the system's own print queue, one that puts every job into a folder as a PDF (CUPS-PDF). */
@EnabledIfSystemProperty(named = "print.queue", matches = ".+")
class SystemQueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
        assertThat(printed(letter)).isEqualTo(flat(letter));
    }

    @Test
    void thePagesThatFailedComeOutAlone() throws Exception {
        byte[] second = LetterPrinter.only(letter, List.of(2));
        assertThat(printed(second)).isEqualTo(flat(second)).isNotEqualTo(flat(letter));
    }

    @Test
    void aQueueThatIsGoneIsTold() {
        Order order = new Order(QUEUE + "-gone", 1, true, "", "Brev");
        assertThatThrownBy(() -> printer.print(letter, order)).isInstanceOf(PrintFailed.class);
    }

    /** The text of what came out, all white space one. */
    private String printed(byte[] pdf) throws Exception {
        Set<Path> before = files();
        printer.print(pdf, new Order(QUEUE, 1, true, "", "Brev"));
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<Path> fresh = files().stream().filter(file -> !before.contains(file)).max(Comparator.naturalOrder());
            if (fresh.isPresent() && whole(fresh.get())) {
                return flat(Files.readAllBytes(fresh.get()));
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

    private static String flat(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages() + " " + new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
