package se.trepart.app.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPage.Recipient;

import io.pebbletemplates.pebble.loader.MemoryLoader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

public class LetterPdfTest {

    private static final LetterPdf PDF = new LetterPdf();
    private static final Map<String, LetterPage> PAGES = Letters.all();
    private static final Map<String, byte[]> LETTERS = new TreeMap<>();

    @BeforeAll
    static void writeAll() {
        VeraGreenfieldFoundryProvider.initialise();
        PAGES.forEach((name, page) -> LETTERS.put(name, PDF.render(page)));
    }

    static Set<String> names() {
        return Letters.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAccessibleAndArchivable(String name) throws Exception {
        assertAccessibleAndArchivable(LETTERS.get(name));
    }

    /** PDF/UA-1 and PDF/A-2a, by veraPDF. */
    public static void assertAccessibleAndArchivable(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
            assertThat(faults(pdf, flavour)).as(flavour.getId()).isEmpty();
        }
    }

    @Test
    void theValidatorSeesAFileThatIsNotAccessible() throws Exception {
        try (PDDocument plain = Loader.loadPDF(LETTERS.get("granted-small")); var out = new java.io.ByteArrayOutputStream()) {
            plain.getDocumentCatalog().setStructureTreeRoot(null);
            plain.save(out);
            assertThat(faults(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasNoPageWithTheQuestionsAlone(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LETTERS.get(name))) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pdf.getNumberOfPages());
            String text = flat(last.getText(pdf));
            assertThat(text.substring(0, text.indexOf(flat("Har du frågor?"))).replaceAll(".*ärende \\S+", "")).hasSizeGreaterThan(80);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isMarkedAsSwedishWithHeadingAsTitle(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LETTERS.get(name))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            String title = pdf.getDocumentInformation().getTitle();
            assertThat(title).isNotBlank();
            assertThat(flat(new PDFTextStripper().getText(pdf))).contains(flat(title));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadAloudInTheOrderItIsSeen(String name) throws IOException {
        LetterPage page = PAGES.get(name);
        String text = flat(text(LETTERS.get(name)));
        assertThat(text.indexOf(flat("Ärende: " + page.caseNumber()))).isPositive().isLessThan(text.indexOf("Du kan fråga"));
        assertThat(text.indexOf("Du kan fråga")).isLessThan(text.indexOf(page.recipient().name()));
        assertThat(text.indexOf(page.recipient().name())).isLessThan(text.indexOf("Har du frågor?"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRowOfATableHasAHeaderCellAndOneHeading(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LETTERS.get(name))) {
            List<PDStructureElement> all = elements(pdf.getDocumentCatalog().getStructureTreeRoot()).toList();
            assertThat(all.stream().filter(e -> e.getStructureType().equals("H1"))).hasSize(1);
            List<PDStructureElement> rows = all.stream().filter(e -> e.getStructureType().equals("TR")).toList();
            assertThat(rows).allSatisfy(row -> assertThat(elements(row).map(PDStructureElement::getStructureType)).contains("TH"));
            assertThat(rows.isEmpty()).isEqualTo(!(PAGES.get(name).body() instanceof LetterBody.Decided made) || made.sums().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameFactsGiveTheSameBytes(String name) {
        assertThat(new LetterPdf().render(PAGES.get(name))).isEqualTo(LETTERS.get(name));
    }

    @Test
    void otherFactsGiveOtherBytes() {
        assertThat(LETTERS.get("granted-small")).isNotEqualTo(LETTERS.get("partly-small"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Iga Świątek", "Ayşe Yılmaz", "Nguyễn Thị Hồng", "Hélène Ångström", "Ђорђе Ђорђевић", "Αλέξης Παππάς",
            "Siân O’Connor", "Nguye\u0302\u0303n"})
    void printsNamesOfManyAlphabets(String name) throws IOException {
        byte[] pdf = PDF.render(Letters.granted(new Recipient(name, List.of("Gatan 1"), false, ""), 0));
        assertThat(text(pdf)).contains(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC)).doesNotContain("#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "علي", "😀"})
    void namesTheCharacterItCannotPrint(String name) {
        assertThatThrownBy(() -> PDF.render(Letters.granted(new Recipient(name, List.of("Gatan 1"), false, ""), 0)))
                .isInstanceOf(LetterProblem.UnprintableCharacter.class)
                .hasMessageContaining("”" + Character.toString(name.codePointAt(0)) + "”");
    }

    @Test
    void marksOfDirectionFromPastedTextVanish() throws IOException {
        byte[] pdf = PDF.render(Letters.granted(new Recipient("Maria\u200e Lind\ufeff", List.of("Gatan 1"), false, ""), 0));
        assertThat(text(pdf)).contains("Maria Lind\n");
    }

    @Test
    void whatLooksLikeMarkupIsPrintedAsWritten() throws IOException {
        byte[] pdf = PDF.render(Letters.granted(new Recipient("<b>A & \"B\"</b> {{ d.amount }}", List.of("Gatan 1"), false, ""), 0));
        assertThat(text(pdf)).contains("<b>A & \"B\"</b> {{ d.amount }}");
    }

    @Test
    void aBrokenTemplateSaysWhichLine() {
        MemoryLoader loader = new MemoryLoader();
        loader.addTemplate("granted", "<html>\n<p>{{ letter.kind }}</p>\n<p>{{ letter.nosuch }}</p></html>");
        assertThatThrownBy(() -> new LetterPdf(new LetterTemplates(loader)).render(PAGES.get("granted-small")))
                .isInstanceOfSatisfying(LetterProblem.BrokenTemplate.class, e -> {
                    assertThat(e.template()).isEqualTo("granted");
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e).hasMessage("Brevmallen granted har ett fel på rad 3. Fältet nosuch finns inte. Välj ett ur fältlistan.");
                });
    }

    @Test
    void protectedIdentityHasNameButNoAddressAndANamelessPrintJob() throws IOException {
        LetterPage page = Letters.granted(new Recipient("Maria Lind", List.of(), true, ""), 0);
        assertThat(text(PDF.render(page))).contains("Maria Lind").doesNotContain("Björkvägen");
        assertThat(page.queueName()).isEqualTo("Brev");
    }

    @ParameterizedTest
    @MethodSource("names")
    void showsEveryPageAsAPicture(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LETTERS.get(name))) {
            assertThat(PagePictures.of(LETTERS.get(name), 0.5f)).hasSize(pdf.getNumberOfPages())
                    .allSatisfy(p -> assertThat(p.getWidth()).isBetween(295, 299));
        }
    }

    static String text(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String flat(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private static Stream<PDStructureElement> elements(PDStructureNode node) {
        return node.getKids()
                .stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(e -> Stream.concat(Stream.of(e), elements(e)));
    }

    private static Set<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Set<String> faults = new TreeSet<>();
            result.getTestAssertions()
                    .stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .forEach(a -> faults.add(a.getRuleId().getClause() + " " + a.getMessage()));
            if (!result.isCompliant() && faults.isEmpty()) {
                faults.add("not compliant");
            }
            return faults;
        }
    }
}
