package se.trepart.app.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that the Swedish word list does not have (stavning). Tells only of words that have been looked up, see {@link #lookUp}. Weighs less
 * where the list knows nothing alike: most often a rare word that is right. Silent about names, tables and sentences in another language.
 */
final class SpellingCheck implements LanguageCheck {

    /** Lower case but for the first letter of a part: no abbreviation, number or trade mark. */
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{Ll}\\p{M}’']*(?:-\\p{L}[\\p{Ll}\\p{M}’']*)*");
    /** Longer is no word but something pasted, and dear to look up. */
    private static final int LONGEST = 60;
    /** So many of a sentence's words, and one in so many, that the list lacks make another language of it. */
    private static final int FOREIGN_WORDS = 4;
    private static final int FOREIGN_SHARE = 3;
    /** Where these have said something of a word, its spelling is not spoken of too. */
    private static final Set<Check> OF_WORDS = EnumSet.of(Check.WORD, Check.SMALL_WORD, Check.TERM, Check.ABBREVIATION, Check.ADDRESS,
            Check.CAPITAL, Check.EMPTY_VERB, Check.LAW);

    private final Spelling spelling;

    SpellingCheck(Spelling spelling) {
        this.spelling = spelling;
    }

    /** A word of a letter, as the list is asked for it. */
    private record Place(Block block, Word word, String plain) {}

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        wrong(letter, about).forEach(place -> spelling.instead(place.plain())
                .filter(_ -> !spokenOf(place, found))
                .ifPresent(instead -> tell(place, instead, found)));
    }

    /** Looks up the words of a letter that have not been, which takes time. Answers whether there is anything to tell. */
    boolean lookUp(LetterText letter, LetterCase about) {
        spelling.lookUp(sentences(letter).flatMap(List::stream).map(Place::plain).toList());
        List<Place> wrong = wrong(letter, about);
        spelling.search(wrong.stream().map(Place::plain).toList());
        return !wrong.isEmpty();
    }

    private static void tell(Place place, List<String> instead, FindingList found) {
        Weight weight = instead.isEmpty() ? Weight.NOTE : Check.SPELLING.weight(place.block().origin());
        found.place(Check.SPELLING, weight, place.block(), place.word().from(), place.word().to(), "", instead);
    }

    private List<Place> wrong(LetterText letter, LetterCase about) {
        List<Place> wrong = new ArrayList<>();
        sentences(letter).forEach(sentence -> {
            List<Place> lacking = sentence.stream().filter(place -> spelling.wrong(place.plain())).toList();
            if (lacking.size() < FOREIGN_WORDS || lacking.size() * FOREIGN_SHARE < sentence.size()) {
                wrong.addAll(lacking);
            }
        });
        if (!wrong.isEmpty()) {
            Set<String> capitals = capitals(letter);
            wrong.removeIf(place -> name(place.plain(), about, capitals));
        }
        return wrong;
    }

    private static Stream<List<Place>> sentences(LetterText letter) {
        return letter.blocks()
                .stream()
                .filter(block -> block.kind() != Block.Kind.TABLE)
                .flatMap(block -> block.sentences().stream().map(sentence -> places(block, sentence)));
    }

    private static List<Place> places(Block block, Sentence sentence) {
        return sentence.words()
                .stream()
                .filter(word -> word.text().length() <= LONGEST && !beginsName(word, sentence))
                .map(word -> new Place(block, word, plain(word.text())))
                .filter(place -> place.plain().length() > 1 && WORD.matcher(place.plain()).matches())
                .toList();
    }

    private static boolean capitalInside(Word word, Sentence sentence) {
        return word.capital() && !word.equals(sentence.word(0));
    }

    /** "Nguyễn Văn An har flyttat." */
    private static boolean beginsName(Word word, Sentence sentence) {
        return word.equals(sentence.word(0)) && sentence.size() > 1 && sentence.word(1).capital();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.replace("\u00ad", ""), Normalizer.Form.NFC);
    }

    /** Words that the letter itself has with a capital inside a sentence: most likely names. */
    private static Set<String> capitals(LetterText letter) {
        return letter.blocks()
                .stream()
                .flatMap(block -> block.sentences().stream())
                .flatMap(sentence -> sentence.words().stream().filter(word -> capitalInside(word, sentence)))
                .map(word -> plain(word.text()))
                .collect(Collectors.toSet());
    }

    /** A name of the case or of the letter, also as "Öbergs", "Sven-Örjan". */
    private static boolean name(String word, LetterCase about, Set<String> capitals) {
        return named(word, about, capitals)
                || Arrays.stream(word.split("[-’']")).allMatch(part -> part.isEmpty() || part.equals("s") || named(part, about, capitals));
    }

    private static boolean named(String word, LetterCase about, Set<String> capitals) {
        return known(word, about, capitals) || word.endsWith("s") && known(word.substring(0, word.length() - 1), about, capitals);
    }

    private static boolean known(String word, LetterCase about, Set<String> capitals) {
        return capitals.contains(word) || about.name().test(word);
    }

    private static boolean spokenOf(Place place, FindingList found) {
        return found.found()
                .stream()
                .anyMatch(finding -> OF_WORDS.contains(finding.check()) && finding.block() == place.block().index()
                        && finding.from() < place.word().to() && place.word().from() < finding.to());
    }
}
