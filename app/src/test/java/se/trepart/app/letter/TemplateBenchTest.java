package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.app.language.PlainLanguage;
import se.trepart.model.access.Unit;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Upkeep;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** S10: what stops a template from being published, and what a template that is broken all the same does. */
class TemplateBenchTest {

    private static final LetterPdf PDF = new LetterPdf();
    private static final TemplateBench BENCH = new TemplateBench(PDF, PlainLanguage.withSpelling());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static LetterTemplate template(LetterKind kind, String text) {
        return new LetterTemplate(UUID.randomUUID(), Unit.MUNICIPALITY, kind, 3, text, TODAY,
                new Upkeep("Enhetschefen", TODAY, TODAY.plusYears(1), TODAY, null));
    }

    /** The first paragraph of a completion request gives way to something else; the rest is the program's own. */
    private static String with(String first) {
        String shipped = LetterTemplates.shipped(LetterKind.COMPLETION_REQUEST);
        String whole = "<p class=\"lead\" data-part=\"result\">Du har sökt ekonomisk hjälp (bistånd) för {{ letter.period }}. "
                + "Vi kan inte ge dig svar än. Något saknas i din ansökan.</p>";
        assertThat(shipped).startsWith(whole);
        return first + shipped.substring(whole.length());
    }

    private static List<String> remarks(LetterKind kind, String text) {
        return BENCH.prove(template(kind, text), 0)
                .remarks()
                .stream()
                .map(remark -> (remark.stops() ? "" : "varning ") + remark.line() + ": " + remark.text())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theProgramsOwnTextOfEveryKindCouldBePublished(LetterKind kind) {
        TemplateProof proof = BENCH.prove(template(kind, LetterTemplates.shipped(kind)), 0);
        assertThat(proof.remarks()).isEmpty();
        assertThat(proof.pages()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfTheListCanBeTold(LetterKind kind) {
        LetterPage page = TemplateBench.samples(kind).getFirst();
        StringBuilder text = new StringBuilder();
        TemplateFields.of(kind).offered().forEach(field -> {
            boolean block = field.type() == TemplateFields.Type.BLOCK || field.type() == TemplateFields.Type.LIST;
            text.append(block ? field.insert() : "<p>" + field.insert() + "</p>").append('\n');
            assertThat(TemplateFields.example(field, page)).as(field.name()).isNotEqualTo("null");
        });
        LetterTemplate all = template(kind, text.toString());
        assertThat(TemplateSyntax.read(kind, all.text()).faults()).isEmpty();
        LetterTemplates trial = new LetterTemplates();
        trial.know(all);
        assertThat(PDF.html(page.onTemplates(all.version(LetterPdf.TEMPLATE_VERSION)), trial)).contains(page.contact().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # the first lines of the template                                    | what is said
            `<p data-part="result">{{ d.nosuch }}</p>`                            | 1: Fältet d.nosuch finns inte. Välj ett ur fältlistan.
            `<p>Hej</p>~<p>{{ letter.body }}</p>`                                 | 2: Fältet letter.body finns inte. Välj ett ur fältlistan.
            `<p>{{ d.missing }}</p>`                                              | 1: d.missing är flera stycken. Skriv paragraphs(d.missing) eller steps(d.missing).
            `<p>~{{ letter.getClass().forName("x") }}</p>`                        | 2: Det går inte att läsa ”letter.getClass().forName("x")”. Välj ur fältlistan i stället.
            `<p>{{ letter.why | raw }}</p>`                                       | `1: Det går inte att läsa ”letter.why | raw”. Välj ur fältlistan i stället.`
            `<p>{{ "#{letter.body}" }}</p>`                                       | 1: Det går inte att läsa ”"#{letter.body}"”. Välj ur fältlistan i stället.
            `{% include "page" %}`                                                | 1: ”include” får inte stå i en mall. Det som får stå mellan {% och %} är if, elseif, else, endif, for och endfor.
            `{% endblock %}{% block title %}Nytt`                                 | 1: ”endblock” får inte stå i en mall. Det som får stå mellan {% och %} är if, elseif, else, endif, for och endfor.
            `<p>Hej</p>~{% if d.dueOn is empty %}<p>Nej</p>`                      | 2: Det som börjar med if slutar aldrig. Skriv endif där det ska sluta.
            `{% for a in letter.why %}{% for b in letter.why %}{% endfor %}{% endfor %}` | 1: Skriv for så här: for rad in en lista ur fältlistan. En for får inte stå inuti en annan.
            `{{ sums(letter, d) }}`                                               | 1: Stycket sums finns inte. Välj ett ur fältlistan.
            `{{ address(d) }}`                                                    | 1: Stycket address ska skrivas så här: address(letter).
            `<p>Hej~du`                                                           | 1: <p> avslutas inte. Skriv </p> där det ska sluta.
            `<script>alert(1)</script>`                                           | 1: <script> får inte stå i ett brev. Du kan använda h2, h3, p, ul, li, strong och br.
            `<p style="color: red">Hej</p>`                                       | 1: style="color: red" får inte stå här.
            `<p data-origin="free">Mallens egna ord</p>`                          | 1: Det som är märkt som någons egna ord får bara innehålla ett fält.
            `<p>Hej</p>~Bara text`                                                | 2: ”Bara text” står utanför ett stycke. Skriv <p> före och </p> efter.
            `<p>Bröd & vatten</p>`                                                | 1: Tecknet i ”& vatten” kan inte stå så. Skriv &amp; för &.
            `<p>{{ letter.period }`                                               | 1: Efter {{ saknas }}.
            """)
    void aFaultIsNamedWithItsLineAndItsCause(String first, String said) {
        assertThat(remarks(LetterKind.COMPLETION_REQUEST, with(first.replace('~', '\n')))).contains(said);
    }

    @Test
    void S12_aLetterWithoutWhatItMustTellIsNotPublished() {
        String shipped = LetterTemplates.shipped(LetterKind.REFUSED);
        assertThat(remarks(LetterKind.REFUSED, shipped.replace("{{ appeal(letter, d) }}\n", "")))
                .contains("0: Brevet måste berätta det här, men mallen har det inte: Så överklagar man.");
        assertThat(remarks(LetterKind.REFUSED,
                shipped.replace("{{ appeal(letter, d) }}", "{% if letter.sender.email is empty %}{{ appeal(letter, d) }}{% endif %}")))
                .contains("0: Brevet måste alltid berätta det här, men i mallen står det i ett villkor: Så överklagar man.");
        assertThat(remarks(LetterKind.REFUSED, shipped.replace("<h2 data-part=\"do-now\">Det här kan du göra nu</h2>\n", "")))
                .anySatisfy(remark -> assertThat(remark).startsWith("0: ").contains("Det här kan du göra nu"));
        assertThat(remarks(LetterKind.REFUSED, shipped.replace("Det här kan du göra nu", "Övrigt")))
                .anySatisfy(remark -> assertThat(remark).contains("Det här kan du göra nu"));
    }

    @Test
    void S10_aTemplateWithABlockingWordIsNotPublishedAndSaysWhichLine() {
        String shipped = LetterTemplates.shipped(LetterKind.COMPLETION_REQUEST);
        List<String> remarks = remarks(LetterKind.COMPLETION_REQUEST,
                shipped.replace("Det här händer annars</h2>\n", "Det här händer annars</h2>\n<p>Du skall inkomma med detta.</p>\n"));
        int line = (int) shipped.substring(0, shipped.indexOf("Det här händer annars")).lines().count() + 1;
        assertThat(remarks).anySatisfy(remark -> assertThat(remark).startsWith(line + ": ").contains("skall"));
    }

    @Test
    void aMisspeltWordIsToldWithItsLineAndStopsNothing() {
        LetterTemplate misspelt = template(LetterKind.COMPLETION_REQUEST, with("""
                <p class="lead" data-part="result">Du har sökt ekonomisk hjälp (bistånd) för {{ letter.period }}.
                Vi kan inte ge dig svar än. Något saknas i din ansöckan.</p>"""));
        TemplateProof proof = BENCH.prove(misspelt, 0);
        assertThat(proof.remarks()).singleElement().satisfies(remark -> {
            assertThat(misspelt.text().lines().toList().get(remark.line() - 1)).contains("ansöckan");
            assertThat(remark.text()).isEqualTo("”ansöckan” finns inte i ordlistan. Menade du ansökan eller ansöka?");
        });
        assertThat(proof.publishable()).isTrue();
        Phrase phrase = Phrase.draft(UUID.randomUUID(), Unit.MUNICIPALITY, TODAY)
                .edit("Hyra", "Din hyrra är för hög.", List.of(), Phrase.Place.WHY);
        assertThat(BENCH.prove(phrase).remarks()).extracting(TemplateRemark::text).singleElement().asString().startsWith("”hyrra”");
    }

    @Test
    void S10_aPhraseIsJudgedAsHardAsATemplate() {
        Phrase phrase = Phrase.draft(UUID.randomUUID(), Unit.MUNICIPALITY, TODAY)
                .edit("Hyra", "Din hyra är för hög.\nDu skall söka en annan bostad.", List.of(), Phrase.Place.WHY);
        assertThat(BENCH.prove(phrase).remarks())
                .anySatisfy(remark -> assertThat(remark).matches(r -> r.stops() && r.line() == 2 && r.text().contains("skall")));
        assertThat(BENCH.prove(phrase.edit("Hyra", "Din hyra är för hög.", List.of(), Phrase.Place.WHY)).publishable()).isTrue();
        assertThat(BENCH.prove(phrase.edit("Hyra", "Hej 李.", List.of(), Phrase.Place.WHY)).publishable()).isFalse();
    }

    @Test
    void aLetterOnTheMunicipalitysTemplateIsAccessibleAndArchivableAndSaysItsWords() throws Exception {
        LetterTemplate own = template(LetterKind.PARTLY, LetterTemplates.shipped(LetterKind.PARTLY)
                .replace("{{ changes() }}", "<p>Ring oss gärna.</p>\n<ul>\n<li>Vi har telefon varje dag.</li>\n</ul>\n{{ changes() }}"));
        LetterPdf pdf = new LetterPdf();
        pdf.know(own);
        byte[] letter = pdf.render(Letters.all().get("partly-two-decisions").onTemplates(own.version(LetterPdf.TEMPLATE_VERSION)));
        LetterPdfTest.assertAccessibleAndArchivable(letter);
        assertThat(LetterPdfTest.text(letter)).contains("Vi har telefon varje dag.");
        assertThat(LetterPdfTest.text(pdf.render(Letters.all().get("partly-two-decisions")))).doesNotContain("Vi har telefon varje dag.");
    }

    /** Such a one can come from a newer program, or from who writes in the store by hand. */
    @Test
    void aBrokenTemplateSaysLineAndCauseForItsLetterAndStopsNoOther() {
        LetterTemplate broken = template(LetterKind.DELAY, "<p data-part=\"result\">Hej</p>\n<p>{{ d.fromTomorrow }}</p>\n");
        LetterPdf pdf = new LetterPdf();
        pdf.know(broken);
        LetterPage delay = Letters.all().get("delay").onTemplates(broken.version(LetterPdf.TEMPLATE_VERSION));
        assertThatThrownBy(() -> pdf.render(delay)).isInstanceOf(LetterProblem.BrokenTemplate.class)
                .hasMessage("Brevmallen Svaret dröjer, version 3, har ett fel på rad 2. "
                        + "Fältet d.fromTomorrow finns inte. Välj ett ur fältlistan.");
        assertThat(pdf.render(Letters.all().get("own"))).isNotEmpty();
        assertThat(pdf.render(Letters.all().get("delay"))).isNotEmpty();
        LetterPage unknown = Letters.all().get("delay").onTemplates(LetterPdf.TEMPLATE_VERSION + "/" + UUID.randomUUID());
        assertThatThrownBy(() -> pdf.render(unknown)).isInstanceOf(LetterProblem.TemplateNotHere.class);
    }
}
