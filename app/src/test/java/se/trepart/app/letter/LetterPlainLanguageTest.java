package se.trepart.app.letter;

import java.util.stream.Stream;

import se.trepart.app.language.Check;
import se.trepart.app.language.Findings;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.language.Weight;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R36: the program's own letters, as a good caseworker fills them in, pass the program's own check without block or warning. */
class LetterPlainLanguageTest {

    private static final LetterPdf PDF = new LetterPdf();
    private static final PlainLanguage LANGUAGE = PlainLanguage.withSpelling();

    static Stream<String> names() {
        return Letters.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void passesTheCheck(String name) {
        LetterPage page = Letters.all().get(name);
        LetterText text = LetterText.ofHtml(PDF.html(page));
        LANGUAGE.lookUp(text, Letters.about(page));
        Findings findings = LANGUAGE.check(text, Letters.about(page));

        assertThat(findings.all()).filteredOn(f -> f.weight() != Weight.NOTE || f.check() == Check.SPELLING)
                .extracting(f -> f.check() + ": " + f.quote() + f.value())
                .isEmpty();
        assertThat(findings.all()).filteredOn(f -> f.check() == Check.LONG_SENTENCE).isEmpty();
        assertThat(findings.measures().lix()).as("LIX").isLessThanOrEqualTo(page.easy() ? 25 : 30);
        assertThat(findings.measures().average()).as("words a sentence").isLessThanOrEqualTo(page.easy() ? 8 : 12);
    }
}
