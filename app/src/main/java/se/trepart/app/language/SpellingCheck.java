package se.trepart.app.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that the Swedish word list does not have (stavning). Tells only of words that have been looked up, see {@link #lookUp}. Names that the
 * case knows are right; another word with a capital inside a sentence is most likely a name too, and weighs less. Tables are not read.
 */
final class SpellingCheck implements LanguageCheck {

    /** Lower case but for the first letter of a part: no abbreviation, number or trade mark. */
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{Ll}\\p{M}’']*(?:-\\p{L}[\\p{Ll}\\p{M}’']*)*");
    /** Where these have said something of a word, its spelling is not spoken of too. */
    private static final Set<Check> OF_WORDS = EnumSet.of(Check.WORD, Check.SMALL_WORD, Check.TERM, Check.ABBREVIATION, Check.ADDRESS,
            Check.CAPITAL, Check.EMPTY_VERB, Check.LAW);

    private final Spelling spelling;

    SpellingCheck(Spelling spelling) {
        this.spelling = spelling;
    }

    private record Place(Block block, Sentence sentence, Word word, String plain) {

        boolean inside() {
            return !word.equals(sentence.word(0));
        }
    }

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        places(letter).forEach(place -> spelling.wrong(place.plain())
                .filter(_ -> !name(place.plain(), about) && !spokenOf(place, found))
                .ifPresent(instead -> tell(place, instead, found)));
    }

    /** Looks up the words of a letter that have not been, which takes time. Answers whether any of them is wrong. */
    boolean lookUp(LetterText letter, LetterCase about) {
        return spelling.lookUp(places(letter).map(Place::plain).filter(word -> !name(word, about)).collect(Collectors.toSet()));
    }

    private static void tell(Place place, List<String> instead, FindingList found) {
        Weight weight = place.word().capital() && place.inside() ? Weight.NOTE : Check.SPELLING.weight(place.block().origin());
        found.place(Check.SPELLING, weight, place.block(), place.word().from(), place.word().to(), "", instead);
    }

    private static Stream<Place> places(LetterText letter) {
        return letter.blocks()
                .stream()
                .filter(block -> block.kind() != Block.Kind.TABLE)
                .flatMap(block -> block.sentences().stream().flatMap(sentence -> places(block, sentence)));
    }

    private static Stream<Place> places(Block block, Sentence sentence) {
        return sentence.words()
                .stream()
                .map(word -> new Place(block, sentence, word, plain(word.text())))
                .filter(place -> place.plain().length() > 1 && WORD.matcher(place.plain()).matches());
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.replace("\u00ad", ""), Normalizer.Form.NFC);
    }

    /** A name of the case, also as "Amina Öbergs", "Sven-Örjan". */
    private static boolean name(String word, LetterCase about) {
        return Character.isUpperCase(word.codePointAt(0))
                && Arrays.stream(word.split("[-’']")).allMatch(part -> part.isEmpty() || part.equals("s") || ofCase(part, about));
    }

    private static boolean ofCase(String word, LetterCase about) {
        return about.name().test(word) || word.endsWith("s") && about.name().test(word.substring(0, word.length() - 1));
    }

    private static boolean spokenOf(Place place, FindingList found) {
        return found.found()
                .stream()
                .anyMatch(finding -> OF_WORDS.contains(finding.check()) && finding.block() == place.block().index()
                        && finding.from() < place.word().to() && place.word().from() < finding.to());
    }
}
