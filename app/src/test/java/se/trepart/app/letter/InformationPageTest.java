package se.trepart.app.letter;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.app.language.LetterText;
import se.trepart.app.letter.InformationPages.Language;
import se.trepart.app.letter.LetterPage.Recipient;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The page in the reader's own language that is laid with a letter. */
class InformationPageTest {

    private static final LetterPdf PDF = new LetterPdf();
    private static final Map<String, String> VALUES = Map.of("phone", "010-123 45 71", "case", "2026-00417", "municipality",
            "Exempelstads kommun");

    static List<Language> languages() {
        return InformationPages.approved();
    }

    static LetterPage page(String code) {
        return Letters.granted(new Recipient("Maria Lind", List.of("Gatan 1"), false, "", null, List.of(),
                InformationPages.page(code, VALUES).orElseThrow()), 0);
    }

    @Test
    void thereAreTheFiveMostCommonLanguages() {
        assertThat(languages()).hasSize(5).allSatisfy(one -> {
            assertThat(one.owner()).isNotBlank();
            assertThat(one.review()).isAfter(one.decided());
            assertThat(one.checked()).as("no translator has read it yet").isFalse();
        });
        assertThat(InformationPages.page("xx", VALUES)).isEmpty();
        assertThat(languages()).extracting(one -> InformationPages.page(one.code(), VALUES).orElseThrow().parts())
                .as("each in words of its own")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void standsOnAPageOfItsOwnMarkedWithItsLanguage(Language one) throws Exception {
        byte[] bytes = PDF.render(page(one.code()));
        LetterPdfTest.assertAccessibleAndArchivable(bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes); PDDocument without = Loader.loadPDF(PDF.render(Letters.granted(Letters.MARIA, 0)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(without.getNumberOfPages() + 1);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            assertThat(elements(pdf.getDocumentCatalog().getStructureTreeRoot()).map(PDStructureElement::getLanguage)).contains(one.code());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tellsTheCaseThePhoneAndEverySwedishWordOneMeets(Language one) throws IOException {
        InformationPage page = InformationPages.page(one.code(), VALUES).orElseThrow();
        String all = page.title() + page.parts();
        assertThat(all).contains("2026-00417", "010-123 45 71", "ekonomiskt bistånd", "Beslut", "överklaga").doesNotContain("{", "}");
        assertThat(page.parts()).as("the same parts in every language").hasSize(4);
        assertThat(LetterPdfTest.text(PDF.render(page(one.code())))).doesNotContain("#");
    }

    /** What the eye meets from left to right: letters in their shapes, words from right to left, and numbers as they are dialled. */
    @ParameterizedTest
    @MethodSource("languages")
    void canBeReadFromThePaper(Language one) throws IOException {
        String title = InformationPages.page(one.code(), VALUES).orElseThrow().title();
        byte[] paper = PDF.render(page(one.code()));
        assertThat(LetterPdfTest.text(paper)).contains(title);
        String seen = one.direction().equals("rtl") ? new StringBuilder(ArabicShapes.shape(title)).reverse().toString() : title;
        assertThat(glyphs(paper)).contains(seen, "010-123 45 71", "2026-00417", "Beslut");
    }

    /** Every glyph of the last page by its place, a row at a time. */
    private static String glyphs(byte[] paper) throws IOException {
        Map<Float, Map<Float, String>> rows = new TreeMap<>();
        PDFTextStripper stripper = new PDFTextStripper() {

            @Override
            protected void processTextPosition(TextPosition glyph) {
                rows.computeIfAbsent(glyph.getYDirAdj(), _ -> new TreeMap<>()).put(glyph.getXDirAdj(), glyph.getUnicode());
            }
        };
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            stripper.setStartPage(pdf.getNumberOfPages());
            stripper.getText(pdf);
        }
        return rows.values().stream().map(row -> String.join("", row.values())).collect(Collectors.joining("\n"));
    }

    @Test
    void anArabicLetterLooksAsItStandsBesideOthers() {
        assertThat(ArabicShapes.shape("سلام")).as("seen begins, lam and alef are one, meem stands alone").isEqualTo("\ufeb3\ufefc\ufee1");
        assertThat(ArabicShapes.shape("بيت")).isEqualTo("\ufe91\ufef4\ufe96");
        assertThat(ArabicShapes.shape("دار")).as("letters that join nothing after them").isEqualTo("\ufea9\ufe8d\ufead");
        assertThat(ArabicShapes.shape("گچ")).isEqualTo("\ufb94\ufb7b");
        assertThat(ArabicShapes.shape("Beslut 12")).isEqualTo("Beslut 12");
    }

    @Test
    void nothingButSuchAPageIsWrittenInArabic() {
        assertThatThrownBy(() -> PDF.render(Letters.granted(
                new Recipient("علي", List.of("Gatan 1"), false, "", null, List.of(), InformationPages.page("ar", VALUES).orElseThrow()),
                0))).isInstanceOf(LetterProblem.UnprintableCharacter.class);
    }

    /** R36: other languages are no Swedish to judge. */
    @ParameterizedTest
    @MethodSource("languages")
    void isNotReadByThePlainLanguageCheck(Language one) {
        LetterText with = LetterText.ofHtml(PDF.html(page(one.code())));
        LetterText without = LetterText.ofHtml(PDF.html(Letters.granted(Letters.MARIA, 0)));
        assertThat(with.blocks()).hasSameSizeAs(without.blocks());
    }

    private static Stream<PDStructureElement> elements(PDStructureNode node) {
        return node.getKids()
                .stream()
                .flatMap(kid -> Optional.of(kid).filter(PDStructureElement.class::isInstance).map(PDStructureElement.class::cast).stream())
                .flatMap(e -> Stream.concat(Stream.of(e), elements(e)));
    }
}
