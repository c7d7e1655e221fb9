package se.trepart.app.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import se.trepart.model.letter.LetterPart;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LetterTextTest {

    @Test
    void readsTheMarksOfALetter() {
        LetterText letter = LetterText.ofHtml("""
                <!DOCTYPE html><html><head><title>Du får pengar</title><style>p { color: red }</style></head><body>
                <div class="brand"><p>Exempelstads kommun</p></div><div class="envelope"><div class="facts"><p>Datum</p></div></div>
                <h1 id="brev">Du får pengar</h1>
                <p class="lead" data-part="result">Nämnden säger ja. Du får 4&#160;390 kronor.</p>
                <h2 data-part="why">Därför får du pengarna</h2>
                <p data-origin="free">Din lön räcker inte.</p>
                <ul><li data-origin="phrase">Sök jobb.</li></ul>
                <h2 data-part="refusals" data-decision="2">Beslut 2</h2><p>Nej.</p>
                <table><tr><th>Hyra</th><td>7 900</td></tr></table>
                <h2 data-part="law">Lagen</h2><ul><li><span>12 kap. 1 §</span><br/>Du har rätt till hjälp.</li></ul>
                </body></html>
                """);

        assertThat(letter.title()).isEqualTo("Du får pengar");
        assertThat(letter.marked()).isTrue();
        assertThat(letter.blocks()).extracting(Block::text)
                .containsExactly("Du får pengar", "Nämnden säger ja. Du får 4\u00a0390 kronor.", "Därför får du pengarna",
                        "Din lön räcker inte.", "Sök jobb.", "Beslut 2", "Nej.", "Hyra 7 900", "Lagen",
                        "12 kap. 1 §\u2028Du har rätt till hjälp.");
        assertThat(letter.blocks()).extracting(Block::origin)
                .containsExactly(Origin.TEMPLATE, Origin.TEMPLATE, Origin.TEMPLATE, Origin.FREE, Origin.PHRASE, Origin.TEMPLATE,
                        Origin.TEMPLATE, Origin.TEMPLATE, Origin.TEMPLATE, Origin.TEMPLATE);
        assertThat(letter.blocks()).extracting(Block::part)
                .containsExactly(null, LetterPart.RESULT, LetterPart.WHY, LetterPart.WHY, LetterPart.WHY, LetterPart.REFUSALS,
                        LetterPart.REFUSALS, LetterPart.REFUSALS, LetterPart.LAW, LetterPart.LAW);
        assertThat(letter.blocks()).extracting(Block::decision).containsExactly(0, 0, 0, 0, 0, 2, 2, 2, 0, 0);
        assertThat(letter.blocks().get(3).line()).isEqualTo(6);
    }

    @Test
    void readsBrokenHtmlAsWellAsItCan() {
        LetterText letter = LetterText
                .ofHtml("<p>Hyra &amp; el<p>Sök <b>jobb</b>.<div>Å&auml;&#246; &okänd; 3 < 4</div></div></div><p>Slut.");
        assertThat(letter.blocks()).extracting(Block::text).containsExactly("Hyra & el", "Sök jobb.", "Åäö &okänd; 3 < 4", "Slut.");
        assertThat(letter.marked()).isFalse();
    }

    @Test
    void readsPlainText() {
        LetterText letter = LetterText.ofPlain("""
                Du får pengar

                Nämnden säger ja till
                din ansökan.

                Det här ska du göra nu
                Gör så här:
                - Sök jobb.
                - Ring oss
                  i maj.

                Så överklagar du

                Skriv till oss.
                """);
        assertThat(letter.blocks()).extracting(Block::kind)
                .containsExactly(Block.Kind.HEADING, Block.Kind.PARAGRAPH, Block.Kind.HEADING, Block.Kind.PARAGRAPH, Block.Kind.ITEM,
                        Block.Kind.ITEM, Block.Kind.HEADING, Block.Kind.PARAGRAPH);
        assertThat(letter.blocks().get(1).sentences()).hasSize(1);
        assertThat(letter.blocks().get(1).lineAt(letter.blocks().get(1).text().indexOf("ansökan"))).isEqualTo(4);
        assertThat(letter.blocks().getLast().part()).isEqualTo(LetterPart.APPEAL);
    }

    @Test
    void putsTheLinesOfAnUntaggedPdfTogether() throws IOException {
        LetterText letter = LetterText.ofPdf(untagged(List.of("Du får pengar", "", "Nämnden säger ja till din ansökan om",
                "pengar till hyran i maj.", "", "Det här ska du göra nu", "", "Spara brevet. Ring oss om du undrar.")));

        assertThat(letter.blocks()).extracting(Block::kind)
                .containsExactly(Block.Kind.HEADING, Block.Kind.PARAGRAPH, Block.Kind.HEADING, Block.Kind.PARAGRAPH);
        assertThat(letter.blocks().get(1).sentences()).hasSize(1);
        assertThat(letter.blocks().get(3).sentences()).hasSize(2);
        assertThat(letter.blocks()).extracting(Block::page).containsOnly(1);
    }

    private static byte[] untagged(List<String> lines) throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(60, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, -16);
                }
                content.endText();
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
