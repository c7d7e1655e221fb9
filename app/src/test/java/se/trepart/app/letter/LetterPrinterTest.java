package se.trepart.app.letter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.print.DocFlavor;
import javax.print.StreamPrintService;
import javax.print.StreamPrintServiceFactory;

import se.trepart.app.letter.LetterPrinter.Order;
import se.trepart.app.text.Texts;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LetterPrinterTest {

    private static final Order ORDER = new Order("PostScript", 1, true, "", "beslut-2026-00417-2026-11.pdf");

    @Test
    void drawsThePagesForAPrinterThatTakesNoPdf() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StreamPrintService postScript = StreamPrintServiceFactory.lookupStreamPrintServiceFactories(DocFlavor.SERVICE_FORMATTED.PAGEABLE,
                "application/postscript")[0].getPrintService(out);
        assertThat(postScript.isDocFlavorSupported(DocFlavor.INPUT_STREAM.PDF)).isFalse();
        new LetterPrinter().print(new LetterPdf().render(Letters.all().get("granted-small")), ORDER, postScript);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).startsWith("%!PS").contains("%%Page: 2");
    }

    @Test
    void aPrinterThatIsGoneIsNamed() {
        assertThatThrownBy(() -> new LetterPrinter().print(new byte[0], new Order("Korridoren", 1, true, "", "brev")))
                .isInstanceOf(PrintFailed.class)
                .extracting(failed -> ((PrintFailed) failed).words(new Texts()))
                .isEqualTo("Skrivaren ”Korridoren” finns inte längre. Välj en annan.");
    }
}
