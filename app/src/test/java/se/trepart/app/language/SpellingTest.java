package se.trepart.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Swedish word list, and how right it is: the figures of the README. */
class SpellingTest {

    private static final PlainLanguage LANGUAGE = PlainLanguage.withSpelling();
    private static final Pattern STARRED = Pattern.compile("\\*(.+?)\\*");
    private static final LetterCase CASE = new LetterCase(null, "", -1, List.of(), List.of(), false, Set.of("Świątek", "Öberg")::contains);

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

    /** What is told, by how much it weighs: "hyrann:WARNING". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            names of the case, with genitive      | Świątek ringer. Świąteks hyra är betald. Öberg-Świątek kom.        | -
            other names                           | Ring Kwiatkowskyj i dag. Kwiatkowskyj svarar. Kwiatkowskyjs svar.  | -
            a name that begins a sentence         | Nguyễn Văn An har flyttat.                                         | -
            a slip that begins a sentence         | Hyrann är betald.                                                  | Hyrann:WARNING
            trade marks and addresses             | Logga in med BankID hos CSN. Skriv till ekonomi@exempelstadd.se.   | -
            numbers and times                     | Ring 0470-123 45 kl. 9.30 den 3:e. Det kostar 4 390 kr.            | -
            words of the trade                    | Din riksnormsberäkning är klar. Du swishade. Swishbetalningen kom. | -
            no compound of the trade              | Du får riksnormsberäknign.                                         | riksnormsberäknign:NOTE
            nothing alike                         | Ta med din grumpelflax.                                            | grumpelflax:NOTE
            another language                      | Your application was received on Monday and the decision is made.  | -
            three slips in a sentence are Swedish | Betla hyrann och elräkningn.                                       | Betla:WARNING hyrann:WARNING elräkningn:WARNING
            """)
    void isQuietAboutWhatIsRight(String of, String text, @Nullable String told) {
        assertThat(spelling(text, CASE)).as(of)
                .extracting(f -> f.quote() + ":" + f.weight())
                .containsExactly(told == null ? new String[0] : told.split(" "));
    }

    @Test
    void whatIsPastedAndTooLongForAWordIsNeitherLookedUpNorTold() {
        String rubbish = "abcdefghijklmnopqrstuvwxyzåäö".repeat(3);
        assertThat(LANGUAGE.lookUp(LetterText.ofPlain("Ta med " + rubbish.substring(0, 60) + " i dag."), CASE)).isTrue();
        assertThat(LANGUAGE.lookUp(LetterText.ofPlain("Ta med " + rubbish.substring(0, 61) + " i dag."), CASE)).isFalse();
        for (String part : List.of("a-", "a.", "aaaa.", "1,", "a/")) {
            assertThat(spelling("Ta med " + part.repeat(20_000) + "1 i dag.", CASE)).as(part).isEmpty();
        }
    }

    @Test
    void onlyNearWordsAreSuggestedAndThreeAtMost() {
        assertThat(spelling("Ring synkcentralen.", CASE)).as("not Tolkcentralen, which the list would guess")
                .singleElement()
                .satisfies(finding -> assertThat(finding.instead()).containsExactly("syncentralen"));
        assertThat(spelling("Ta med din hyrann.", CASE)).singleElement()
                .satisfies(finding -> assertThat(finding.instead()).hasSize(3).startsWith("hyran"));
        assertThat(EditDistance.between("hyrna", "hyran")).as("two that have changed places").isEqualTo(1);
        assertThat(EditDistance.between("skatt", "katten")).isEqualTo(3);
    }

    @Test
    void anotherListCanTakeThePlaceOfTheShippedOneAndWithoutAnyNothingIsTold(@TempDir Path folder) throws IOException {
        LetterText letter = LetterText.ofPlain("Hejsan hoppsan.");
        System.setProperty("trepart.dictionary", folder.toString());
        try {
            assertThat(PlainLanguage.withSpelling().lookUp(letter, CASE)).isFalse();
            Files.writeString(folder.resolve("sv_SE.aff"), "SET UTF-8\n");
            Files.writeString(folder.resolve("sv_SE.dic"), "1\nhejsan\n");
            PlainLanguage language = PlainLanguage.withSpelling();
            assertThat(language.lookUp(letter, CASE)).isTrue();
            assertThat(language.check(letter).all()).extracting(Finding::quote).containsExactly("hoppsan");
        } finally {
            System.clearProperty("trepart.dictionary");
        }
    }

    @Test
    void whereAnotherCheckHasSpokenOfTheWordItsSpellingIsNotSpokenOf() {
        LetterText letter = LetterText.ofPlain("Vi har inte fått hyrann enl brevet.");
        LANGUAGE.lookUp(letter, LetterCase.UNKNOWN);
        assertThat(LANGUAGE.check(letter).all()).extracting(Finding::check).containsExactlyInAnyOrder(Check.ABBREVIATION, Check.SPELLING);
    }

    @Test
    void nineOfTenFindingsAreRight(TestReporter reporter) {
        int words = 0;
        int wrong = 0;
        int right = 0;
        List<String> amiss = new ArrayList<>();
        List<String> mistaken = new ArrayList<>();
        for (Marked marked : marked()) {
            List<String> told = told(marked.sentence());
            words += marked.sentence().split(" ").length;
            wrong += marked.wrong().size();
            right += (int) told.stream().filter(marked.wrong()::contains).count();
            told.stream().filter(quote -> !marked.wrong().contains(quote)).forEach(mistaken::add);
            marked.wrong().stream().filter(word -> !told.contains(word)).forEach(amiss::add);
        }
        List<String> elsewhere = LabelledSentences.read().stream().flatMap(s -> told(s.text()).stream()).toList();
        String figures = "SPELLING: %d misspelt of %d words, %d told, missed %s, wrongly told %s; in %d right sentences %s".formatted(wrong,
                words, right, amiss, mistaken, LabelledSentences.read().size(), elsewhere);
        reporter.publishEntry(figures);
        assertThat(wrong).isGreaterThanOrEqualTo(100);
        assertThat(words - wrong).isGreaterThanOrEqualTo(300);
        assertThat((double) right / (right + mistaken.size() + elsewhere.size())).as("precision, %s", figures).isGreaterThanOrEqualTo(0.90);
        assertThat((double) right / wrong).as("recall, %s", figures).isGreaterThanOrEqualTo(0.90);
    }

    private static List<String> told(String sentence) {
        return spelling(sentence, LetterCase.UNKNOWN).stream().filter(f -> f.weight() != Weight.NOTE).map(Finding::quote).toList();
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
