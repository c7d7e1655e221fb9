package se.trepart.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Swedish word list, and how right it is: the figures of the README. */
class SpellingTest {

    private static final PlainLanguage LANGUAGE = PlainLanguage.withSpelling();
    private static final Pattern STARRED = Pattern.compile("\\*(.+?)\\*");
    private static final LetterCase AMINA = new LetterCase(null, "", -1, List.of(), List.of(), false,
            Set.of("Świątek", "Sven", "Örjan")::contains);

    private record Marked(String sentence, List<String> wrong) {}

    private static List<Finding> spelling(String text, LetterCase about) {
        LetterText letter = LetterText.ofPlain(text);
        LANGUAGE.lookUp(letter, about);
        return LANGUAGE.check(letter, about).all().stream().filter(f -> f.check() == Check.SPELLING).toList();
    }

    @Test
    void aMisspeltWordIsToldOnceItHasBeenLookedUpWithWhatCouldStandThere() {
        PlainLanguage language = PlainLanguage.withSpelling();
        LetterText letter = LetterText.ofPlain("Du får pengar till hyrann för december.");
        assertThat(language.check(letter).all()).as("nothing waits for the word list").isEmpty();
        assertThat(language.lookUp(letter, LetterCase.UNKNOWN)).isTrue();
        assertThat(language.check(letter).all()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.SPELLING);
            assertThat(finding.weight()).isEqualTo(Weight.WARNING);
            assertThat(finding.quote()).isEqualTo("hyrann");
            assertThat(finding.instead()).contains("hyran");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ring Świątek i morgon.              | 0
            Det är Świąteks hyra.               | 0
            Sven-Örjan kommer klockan 9.        | 0
            Logga in med BankID hos CSN.        | 0
            Skriv till ekonomi@exempelstadd.se. | 0
            Ring Kwiatkowskyj i morgon.         | 1
            """)
    void namesOfTheCaseAreRightAndOtherNamesWeighLittle(String sentence, int notes) {
        assertThat(spelling(sentence, AMINA)).hasSize(notes).allMatch(f -> f.weight() == Weight.NOTE);
    }

    @Test
    void whereAnotherCheckHasSpokenOfTheWordItsSpellingIsNotSpokenOf() {
        LetterText letter = LetterText.ofPlain("Vi har t.ex. inte fått erforderlig hyrann.");
        LANGUAGE.lookUp(letter, LetterCase.UNKNOWN);
        assertThat(LANGUAGE.check(letter).all()).extracting(Finding::check)
                .containsExactlyInAnyOrder(Check.ABBREVIATION, Check.WORD, Check.SPELLING);
    }

    @Test
    void nineOfTenFindingsAreRight(TestReporter reporter) {
        int right = 0;
        int told = 0;
        int wrong = 0;
        int suggested = 0;
        List<String> amiss = new ArrayList<>();
        for (Marked marked : marked()) {
            List<Finding> findings = spelling(marked.sentence(), LetterCase.UNKNOWN).stream().filter(f -> f.weight() != Weight.NOTE).toList();
            List<String> quotes = findings.stream().map(Finding::quote).toList();
            wrong += marked.wrong().size();
            told += quotes.size();
            right += (int) quotes.stream().filter(marked.wrong()::contains).count();
            suggested += (int) findings.stream().filter(f -> !f.instead().isEmpty()).count();
            quotes.stream().filter(quote -> !marked.wrong().contains(quote)).forEach(quote -> amiss.add("+" + quote));
            marked.wrong().stream().filter(word -> !quotes.contains(word)).forEach(word -> amiss.add("-" + word));
        }
        List<String> plain = LabelledSentences.read()
                .stream()
                .flatMap(s -> spelling(s.text(), LetterCase.UNKNOWN).stream())
                .filter(f -> f.weight() != Weight.NOTE)
                .map(Finding::quote)
                .toList();
        String figures = "SPELLING: %d misspelt, %d told, %d of them right, %d with a suggestion; amiss: %s; in %d right sentences: %s".formatted(wrong,
                told, right, suggested, amiss, LabelledSentences.read().size(), plain);
        reporter.publishEntry(figures);
        System.out.println(figures);
        assertThat((double) right / told).as("precision, %s", figures).isGreaterThanOrEqualTo(0.90);
        assertThat((double) right / wrong).as("recall, %s", figures).isGreaterThanOrEqualTo(0.85);
    }

    private static List<Marked> marked() {
        try (InputStream in = Objects.requireNonNull(SpellingTest.class.getResourceAsStream("spelling.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Marked(line.replace("*", ""),
                            STARRED.matcher(line).results().map((MatchResult m) -> m.group(1)).toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
