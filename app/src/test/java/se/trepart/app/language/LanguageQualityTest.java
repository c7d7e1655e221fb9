package se.trepart.app.language;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How right the checks are, measured on the labelled set; the figures of the README. */
class LanguageQualityTest {

    private static final PlainLanguage LANGUAGE = PlainLanguage.shipped();

    private static List<LabelledSentences.Labelled> all;

    @BeforeAll
    static void read() {
        all = LabelledSentences.read();
    }

    static Set<String> labels() {
        return LabelledSentences.labels();
    }

    @Test
    void theSetIsLargeAndTellsItsFigures(TestReporter reporter) {
        assertThat(all).hasSizeGreaterThanOrEqualTo(400);
        assertThat(all.stream().filter(s -> s.labels().isEmpty())).hasSizeGreaterThanOrEqualTo(150);
        String table = LabelledSentences.table(all, LANGUAGE);
        reporter.publishEntry(table);
        System.out.println(table);
    }

    @ParameterizedTest
    @MethodSource("labels")
    void nineOfTenFindingsAreRight(String label) {
        LabelledSentences.Score score = LabelledSentences.score(label, all, LANGUAGE);
        assertThat(score.right()).as("found at all").isPositive();
        assertThat(score.precision()).as("precision of %s: %s", label, score).isGreaterThanOrEqualTo(0.90);
    }
}
