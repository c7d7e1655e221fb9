package se.trepart.app.language;

import java.util.List;
import java.util.Set;

import se.trepart.app.text.Texts;
import se.trepart.model.letter.LetterKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R36: what is looked for in a letter as a whole, and how much it weighs. Single sentences are measured in {@link LanguageQualityTest}. */
class PlainLanguageTest {

    private static final PlainLanguage LANGUAGE = PlainLanguage.shipped();
    private static final LetterCase REFUSED = new LetterCase(LetterKind.REFUSED, "Socialnämnden i Exempelstad", 1,
            List.of("Alva", "skolan"),
            List.of("Maria uppger att hon har arbetat extra på en restaurang i oktober och fått lön på kontot."));

    /** A letter with nothing to object to; each test spoils one thing. */
    private static final String GOOD = """
            <html><head><title>Beslut: du får inte ekonomisk hjälp för november 2026</title></head><body>
            <h1>Beslut: du får inte ekonomisk hjälp för november 2026</h1>
            <p data-part="result">Socialnämnden i Exempelstad säger nej till din ansökan om ekonomisk hjälp (bistånd) för november 2026.</p>
            <h2 data-part="why">Därför säger vi nej</h2>
            <p data-origin="free">Du fick lön i oktober. Lönen räcker till det du behöver för november.</p>
            <h2 data-part="children">Så har vi tänkt på ditt barn</h2>
            <p data-origin="free">Alva går i skolan och mår bra. Hon får mat och kläder av lönen.</p>
            <h2 data-part="sums">Så har vi räknat</h2>
            <p>Först räknar vi ihop vad ni behöver i november 2026.</p>
            <table><thead><tr><th>Det här behöver ni</th><th>Kronor</th></tr></thead><tr><th>Hyra</th><td>7 900</td></tr></table>
            <h2 data-part="do-now">Det här kan du göra nu</h2>
            <p data-origin="free">Ring oss om du inte kan betala hyran den 30 november 2026.</p>
            <h2 data-part="law">Lagen vi har följt</h2>
            <ul><li>12 kapitlet 1 § socialtjänstlagen (2025:400)<br/>Den som inte kan klara sin ekonomi själv har rätt till hjälp.</li></ul>
            <h2 data-part="decider">Den som har beslutat</h2><p>Anna Berg tog beslutet den 20 november 2026.</p>
            <h2 data-part="appeal">Så överklagar du</h2><p>Skriv till oss inom tre veckor.</p>
            <h2 data-part="questions">Har du frågor?</h2><p>Ring Anna Berg: 010-123 45 71.</p>
            </body></html>
            """;

    @Test
    void aGoodLetterPassesWithoutBlockOrWarning() {
        Findings findings = LANGUAGE.check(LetterText.ofHtml(GOOD), REFUSED);
        assertThat(findings.all()).isEmpty();
        assertThat(findings.passed()).isTrue();
        assertThat(findings.colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void aMonthWhoseYearIsNotPartedFromItIsADate() {
        String html = GOOD.replace("inte kan betala hyran den 30 november 2026", "behöver hjälp i december\u00a02026");
        assertThat(LANGUAGE.check(LetterText.ofHtml(html), REFUSED).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Du fick lön i oktober.                       | Ansökan är erhållen.                  | WORD             | WARNING
            Först räknar vi ihop                         | Först beaktar vi                      | WORD             | BLOCK
            Skriv till oss inom tre veckor.              | Skriv till oss, samt skriv snart.     | SMALL_WORD       | BLOCK
            Du fick lön i oktober.                       | Du har normöverskott.                 | TERM             | BLOCK
            Du fick lön i oktober.                       | Du fick t.ex. lön.                    | ABBREVIATION     | WARNING
            Skriv till oss inom tre veckor.              | Skriv t.ex. till oss.                 | ABBREVIATION     | BLOCK
            Du fick lön i oktober.                       | Klienten fick lön.                    | ADDRESS          | WARNING
            Du fick lön i oktober.                       | Vi vet att Du fick lön.               | CAPITAL          | WARNING
            Du fick lön i oktober.                       | Enligt 12 kapitlet 1 § säger vi nej.  | LAW              | WARNING
            Först räknar vi ihop                         | Enligt 7 § räknar vi ihop             | LAW              | BLOCK
            <br/>Den som inte kan klara sin ekonomi själv har rätt till hjälp. | <br/>        | LAW_UNEXPLAINED  | BLOCK
            Därför säger vi nej                          | Därför säger vi nej:                  | HEADING_END      | WARNING
            Därför säger vi nej                          | Bakgrund                              | HEADING          | BLOCK
            <h2 data-part="law">                         | <h2>                                  | MISSING_PART     | BLOCK
            den 30 november 2026                         | i tid                                 | EMPTY_PART       | BLOCK
            Alva går i skolan och mår bra. Hon           | Barnet                                | CHILDREN_GENERAL | BLOCK
            <p>Först räknar vi ihop vad ni behöver i november 2026.</p> | ''                     | TABLE            | WARNING
            <h1>Beslut: du får inte ekonomisk hjälp      | <h1>Angående hjälp                    | SUBJECT          | BLOCK
            <h1>Beslut: du får inte ekonomisk hjälp      | <h1>Vi säger nej till hjälp           | TITLE            | BLOCK
            Socialnämnden i Exempelstad                  | Vi                                    | BOARD            | WARNING
            Du fick lön i oktober.                       | Maria har arbetat extra på en restaurang i oktober och fått lön på kontot. | JOURNAL | WARNING
            """)
    void oneThingSpoiledIsFound(String good, String spoiled, Check check, Weight weight) {
        assertThat(GOOD).contains(good);
        Findings findings = LANGUAGE.check(LetterText.ofHtml(GOOD.replace(good, spoiled)), REFUSED);
        assertThat(findings.all()).anySatisfy(f -> {
            assertThat(f.check()).isEqualTo(check);
            assertThat(f.weight()).isEqualTo(weight);
        });
        assertThat(findings.passed()).isEqualTo(findings.of(Weight.BLOCK).findAny().isEmpty());
    }

    @Test
    void partsInTheWrongOrderBlock() {
        String law = GOOD.substring(GOOD.indexOf("<h2 data-part=\"law\">"), GOOD.indexOf("<h2 data-part=\"decider\">"));
        String moved = GOOD.replace(law, "").replace("<h2 data-part=\"why\">", law + "<h2 data-part=\"why\">");
        assertThat(checks(moved, REFUSED)).contains(Check.PART_ORDER).doesNotContain(Check.MISSING_PART);
    }

    @Test
    void thePassageAboutChildrenIsShortAndOnlyThereWithChildren() {
        LetterCase childless = new LetterCase(LetterKind.REFUSED, REFUSED.board(), 0, List.of(), List.of());
        assertThat(checks(GOOD, childless)).contains(Check.CHILDREN_NONE);
        assertThat(checks(GOOD.replace("mår bra.", "mår bra. " + "Hon är glad. ".repeat(30)), REFUSED)).contains(Check.CHILDREN_LONG);
    }

    @Test
    void severalDecisionsNeedABridgeAndAReasonEach() {
        String two = GOOD
                .replace("<h2 data-part=\"why\">Därför säger vi nej</h2>",
                        "<h2 data-part=\"why\" data-decision=\"1\">Beslut 1: det du har rätt till</h2>")
                .replace("<h2 data-part=\"children\">",
                        "<h2 data-part=\"why\" data-decision=\"2\">Beslut 2: hjälp utöver det du har rätt till</h2><p>Nej.</p><h2 data-part=\"children\">");
        assertThat(checks(two, REFUSED)).contains(Check.DECISION_BRIDGE, Check.DECISION_REASON);

        String whole = two.replace("<p>Nej.</p>", "<p data-origin=\"free\">Du har mat och tak över huvudet.</p>")
                .replace("<h2 data-part=\"why\" data-decision=\"1\">",
                        "<p data-part=\"bridge\">Vi har prövat din ansökan på två sätt.</p><h2 data-part=\"why\" data-decision=\"1\">");
        assertThat(checks(whole, REFUSED)).doesNotContain(Check.DECISION_BRIDGE, Check.DECISION_REASON);
    }

    @Test
    void mostOfALetterIsAboutThisReader() {
        String fixed = GOOD.replace("<p>Först räknar",
                "<p>" + "Vi räknar lika för alla som söker hjälp. ".repeat(12) + "</p><p>Först räknar");
        assertThat(checks(fixed, REFUSED)).contains(Check.FIXED_TEXT);
    }

    @Test
    void theAnswerComesInTheFirstFiftyWords() {
        String late = GOOD.replace("Beslut: du får inte ekonomisk hjälp för november 2026", "Beslut: ett brev till dig om november 2026")
                .replace("<p data-part=\"result\">", "<p data-part=\"result\">" + "Vi har läst det du skrev. ".repeat(10));
        assertThat(checks(late, REFUSED)).contains(Check.ANSWER);
    }

    @Test
    void longParagraphsAndSentencesAreTold() {
        String paragraph = "<p>" + "Du får pengar till hyra och mat i maj. ".repeat(7) + "</p>";
        assertThat(checks(paragraph, LetterCase.UNKNOWN)).containsOnly(Check.LONG_PARAGRAPH);
        assertThat(weight("Du får " + "mycket ".repeat(18) + "pengar.")).isEqualTo(Weight.NOTE);
        assertThat(weight("Du får " + "mycket ".repeat(23) + "pengar.")).isEqualTo(Weight.WARNING);
    }

    private static Weight weight(String sentence) {
        return LANGUAGE.check(LetterText.ofPlain(sentence))
                .all()
                .stream()
                .filter(f -> f.check() == Check.LONG_SENTENCE)
                .findFirst()
                .orElseThrow()
                .weight();
    }

    @Test
    void measuresAsDefined() {
        // 10 words, 2 sentences, 2 words of more than six letters: 5 + 20
        Measures m = LANGUAGE.check(LetterText.ofHtml("<p>Du får pengar till hyran nu. Beslutet gäller november 2026</p>")).measures();
        assertThat(m.lix()).isEqualTo(25.0);
        assertThat(m.average()).isEqualTo(5.0);
        assertThat(m.longest()).isEqualTo(6);
        assertThat(LANGUAGE.check(LetterText.ofHtml(GOOD)).measures().lix()).as("law and appeal are counted apart").isLessThan(30);
    }

    @Test
    void aTextThatIsHardThroughoutIsRedWithoutAnyBlock() {
        Findings findings = LANGUAGE
                .check(LetterText.ofPlain("Kommunfullmäktiges sammanträdeshandlingar innehåller budgetförutsättningarna "
                        + "beträffande arbetsmarknadsverksamheten."));
        assertThat(findings.of(Weight.BLOCK)).isEmpty();
        assertThat(findings.colour()).isEqualTo(Colour.RED);
        assertThat(findings.passed()).isFalse();
    }

    @Test
    void suggestsWordsThatCanStandThere() {
        Finding finding = LANGUAGE.check(LetterText.ofPlain("Angående hyran ringer vi dig.")).all().getFirst();
        assertThat(finding.quote()).isEqualTo("Angående");
        assertThat(finding.instead()).startsWith("Om");
    }

    @ParameterizedTest
    @EnumSource
    void everyCheckHasItsWords(Check check) {
        String said = new FindingWords(new Texts())
                .of(new Finding(check, Weight.NOTE, 0, 0, 1, "ordet", check == Check.EMPTY_PART ? "date" : "sju", List.of()));
        assertThat(said).isNotBlank().doesNotContain("{");
    }

    private static Set<Check> checks(String html, LetterCase about) {
        return LANGUAGE.check(LetterText.ofHtml(html), about)
                .all()
                .stream()
                .map(Finding::check)
                .collect(java.util.stream.Collectors.toSet());
    }
}
