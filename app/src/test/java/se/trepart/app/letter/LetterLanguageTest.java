package se.trepart.app.letter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import se.trepart.app.language.LetterCase;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.PlainLanguage;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.Statute;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.LetterOutline;
import se.trepart.model.letter.LetterPart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R36: the words of the letters themselves, with the texts that a good caseworker writes in them. */
class LetterLanguageTest {

    private static final LetterPdf PDF = new LetterPdf();
    private static final PlainLanguage PLAIN = PlainLanguage.shipped();
    private static final List<String> HARD = hardWords();

    static Stream<String> names() {
        return Letters.all().keySet().stream();
    }

    @Test
    void countsReadabilityAsDefined() {
        // 10 words, 2 sentences, 2 words of more than six letters: 5 + 20
        assertThat(lix(List.of("Du får pengar till hyran nu.", "Beslutet gäller november 2026"))).isEqualTo(5 + 20.0);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isEasyToRead(String name) {
        LetterPage page = Letters.all().get(name);
        String html = PDF.html(page);
        // the law is the last thing but one in an easy letter
        List<String> sentences = sentences(page.easy() ? before("law", before("appeal", html)) : before("appeal", html));
        double average = words(sentences).size() / (double) sentences.size();
        assertThat(lix(sentences)).as("LIX").isLessThanOrEqualTo(page.easy() ? 25 : 30);
        assertThat(average).as("words a sentence").isLessThanOrEqualTo(page.easy() ? 8 : 12);
    }

    @ParameterizedTest
    @MethodSource("names")
    void noSentenceIsLong(String name) {
        assertThat(sentences(PDF.html(Letters.all().get(name))))
                .allSatisfy(s -> assertThat(words(List.of(s))).hasSizeLessThanOrEqualTo(20));
    }

    @ParameterizedTest
    @MethodSource("names")
    void usesNoHardWord(String name) {
        String text = " " + String.join(" ", words(sentences(PDF.html(Letters.all().get(name))))).toLowerCase(Locale.ROOT) + " ";
        assertThat(HARD.stream().filter(hard -> found(hard, text))).isEmpty();
    }

    /** What the program itself has to say of reasons and of law, each text by itself. */
    static Stream<String> catalogue() {
        return Stream.concat(DecisionReason.shipped().stream().map(DecisionReason::text), lawsInWords());
    }

    static Stream<String> lawsInWords() {
        return Statutes.shipped().all().stream().map(Statute::words).filter(words -> !words.isBlank()).distinct();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyReasonAndLawIsEasyToRead(String text) {
        List<String> sentences = sentences(text);
        assertThat(lix(sentences)).as("LIX").isLessThanOrEqualTo(30);
        assertThat(sentences).allSatisfy(s -> assertThat(words(List.of(s))).hasSizeLessThanOrEqualTo(20));
        String all = " " + String.join(" ", words(sentences)).toLowerCase(Locale.ROOT) + " ";
        assertThat(HARD.stream().filter(hard -> found(hard, all))).isEmpty();
        assertThat(all).doesNotContain("försörj", "godtagbar", "riksnorm");
    }

    @ParameterizedTest
    @MethodSource("lawsInWords")
    void everyLawIsExplainedInOneSentence(String text) {
        assertThat(sentences(text)).hasSize(1);
        assertThat(text).endsWith(".");
    }

    @Test
    void findsAHardWord() {
        assertThat(found("bevilja*", " du beviljas hjälp ")).isTrue();
        assertThat(found("i syfte att", " i syfte att ")).isTrue();
        assertThat(found("norm", " normalt ")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysTheMessageInTheFirstFiftyWords(String name) {
        LetterPage page = Letters.all().get(name);
        String html = PDF.html(page);
        List<String> words = words(sentences(html.substring(html.indexOf("<h1"))));
        String start = String.join(" ", words.subList(0, Math.min(50, words.size())));
        assertThat(start).contains(switch (page.kind()) {
            case GRANTED, PARTLY -> ((LetterBody.Decided) page.body()).amount().replace('\u00a0', ' ');
            case REFUSED -> "säger nej";
            case DISMISSED -> "kan inte pröva din ansökan";
            case WITHDRAWN -> "Du får inga pengar";
            case COMPLETION_REQUEST -> "1 december 2026";
            case COMMUNICATION, DELAY -> "4 december 2026";
            case REFERRAL_COPY -> "bad dem att hjälpa dig";
            case CASEWORKER_CHANGE -> "Anna Berg";
            case CONFIRMATION -> "fick vi din ansökan";
            case OWN -> "Det kan du";
            case RECOVERY_NOTICE, RECOVERY -> "3 000 kronor";
        });
        if (page.kind().tellsDecision()) {
            assertThat(start).contains(page.sender().board());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void lawStandsInItsOwnPartOnly(String name) {
        LetterPage page = Letters.all().get(name);
        String html = PDF.html(page);
        String before = html.replaceAll("(?s)<h2 data-part=\"law\">.*?<h2", "<h2");
        assertThat(before).doesNotContain("§").doesNotContain("kapitlet").doesNotContain("socialtjänstlagen");
        assertThat(html.contains("§")).isEqualTo(page.kind().parts().stream().anyMatch(part -> part.part() == LetterPart.LAW));
    }

    /** S4, S12: every part that the kind must have, in the order of the outline, under a heading it may have. */
    @ParameterizedTest
    @MethodSource("names")
    void hasItsPartsInOrder(String name) {
        LetterPage page = Letters.all().get(name);
        List<LetterOutline.Part> outline = page.easy() ? LetterOutline.easy(page.kind()) : page.kind().parts();
        String html = PDF.html(page);
        int last = 0;
        List<LetterPart> found = new ArrayList<>();
        for (MatchResult m : Pattern.compile("<(h2|p)[^>]*data-part=\"([a-z-]+)\"[^>]*>(.*?)</").matcher(html).results().toList()) {
            LetterPart part = LetterPart.of(m.group(2));
            found.add(part);
            int place = outline.stream().map(LetterOutline.Part::part).toList().indexOf(part);
            assertThat(place).as(part + " after " + found).isGreaterThanOrEqualTo(last);
            last = place;
            if (m.group(1).equals("h2")) {
                assertThat(outline.get(place).headings()).contains(m.group(3));
            }
        }
        assertThat(found).containsAll(outline.stream().filter(LetterOutline.Part::always).map(LetterOutline.Part::part).toList());
        assertThat(html.split("<h2", -1).length - 1).as("headings of no part").isEqualTo(html.split("<h2 data-part", -1).length - 1);
    }

    /** R36: our own templates and phrases have nothing that the check would remark on. */
    @ParameterizedTest
    @MethodSource("names")
    void passesThePlainLanguageCheckWithoutARemark(String name) {
        LetterPage page = Letters.all().get(name);
        int children = page.body() instanceof LetterBody.Decided made ? made.childCount() : 0;
        LetterCase about = new LetterCase(page.kind(), page.sender().board(), children, List.of("Alva", "skolan"), List.of(), page.easy());
        assertThat(PLAIN.check(LetterText.ofHtml(PDF.html(page)), about).all()).isEmpty();
    }

    /** S9: numbered, with a bridge before and a reason in each. */
    @ParameterizedTest
    @ValueSource(strings = {"partly-two-decisions", "refused-two-decisions", "refused-two-decisions-easy"})
    void twoDecisionsAreToldOneAtATime(String name) {
        String html = PDF.html(Letters.all().get(name));
        int bridge = html.indexOf("data-part=\"bridge\"");
        int one = html.indexOf("data-decision=\"1\"");
        int two = html.indexOf("data-decision=\"2\"");
        assertThat(bridge).isPositive().isLessThan(one);
        assertThat(one).isLessThan(two);
        assertThat(html.substring(one, two)).contains("data-origin=\"free\"");
        assertThat(html.substring(two)).contains("data-origin=\"phrase\"");
    }

    /** S11. */
    @ParameterizedTest
    @MethodSource("names")
    void headingTitleAndFileBeginWithTheSameWords(String name) {
        LetterPage page = Letters.all().get(name);
        String html = PDF.html(page);
        assertThat(html).contains("<title>" + page.kind().title()).contains("<h1 id=\"brev\">" + page.kind().title());
        assertThat(page.fileName()).startsWith(page.kind().fileStem() + "-2026-00417");
    }

    /** The body's running text, a sentence each; headings and points of a list end a sentence, tables and the letterhead are not read. */
    private static List<String> sentences(String html) {
        String text = html.replaceAll("(?s)^.*?<h1", "<h1")
                .replaceAll("(?s)<table>.*?</table>", "")
                .replaceAll("(?s)<p class=\"address\">.*?</p>", "")
                .replaceAll("</(h1|h2|h3|p|li)>|<br/>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&#160;", " ")
                .replace('\u00a0', ' ');
        return Arrays.stream(text.split("\\n|(?<=[.?!])\\s+(?=[A-ZÅÄÖ])")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static String before(String part, String html) {
        int end = html.indexOf("<h2 data-part=\"" + part + "\"");
        return end >= 0 ? html.substring(0, end) : html;
    }

    private static List<String> words(List<String> sentences) {
        return sentences.stream()
                .flatMap(s -> Arrays.stream(s.split("\\s+")))
                .map(w -> w.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static double lix(List<String> sentences) {
        List<String> words = words(sentences);
        long hard = words.stream().filter(w -> w.codePoints().filter(Character::isLetter).count() > 6).count();
        return words.size() / (double) sentences.size() + 100.0 * hard / words.size();
    }

    private static boolean found(String hard, String text) {
        String word = Pattern.quote(hard.replace("*", ""));
        return Pattern.compile(hard.endsWith("*") ? "(?iu) " + word : "(?iu) " + word + " ").matcher(text).find();
    }

    private static List<String> hardWords() {
        try (InputStream in = Objects.requireNonNull(LetterLanguageTest.class.getResourceAsStream("hard-words.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
