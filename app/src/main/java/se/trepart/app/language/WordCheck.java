package se.trepart.app.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hard words, small old words, how the reader is called, and terms that the letter does not explain (S1, S3, S6, L8, L17). */
final class WordCheck implements LanguageCheck {

    private static final Set<String> EXPLAINS = Set.of("kallas", "heter", "betyder", "innebär", "menar");
    private static final Set<String> BEGINS_TO_EXPLAIN = Set.of("en", "ett", "när", "det", "att", "pengar", "hjälp", "vad");

    private final WordList list;

    WordCheck(WordList list) {
        this.list = list;
    }

    /** A place in the letter where something of the list stands. */
    private record Place(Block block, int sentence, WordList.Hit hit) {

        Sentence words() {
            return block.sentences().get(sentence);
        }
    }

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        List<Place> places = new ArrayList<>();
        for (Block block : letter.blocks()) {
            for (int i = 0; block.kind() != Block.Kind.TABLE && i < block.sentences().size(); i++) {
                for (WordList.Hit hit : list.in(block.sentences().get(i))) {
                    places.add(new Place(block, i, hit));
                }
            }
        }
        Set<WordList.Entry> told = new HashSet<>();
        for (Place place : places) {
            WordList.Entry entry = place.hit().entry();
            // the law's own words may stand where the law is told
            if (entry.check() != Check.TERM || !place.block().legal() && told.add(entry) && !explained(places, entry)) {
                tell(place, found);
            }
        }
    }

    private static void tell(Place place, FindingList found) {
        WordList.Entry entry = place.hit().entry();
        Word first = place.words().word(place.hit().first());
        List<String> instead = entry.instead().stream().filter(s -> !s.startsWith("skriv ") && !s.contains("…")).toList();
        found.words(entry.check(), place.block(), first, place.words().word(place.hit().last()), String.join(" / ", entry.instead()),
                entry.check() == Check.TERM ? instead : cased(instead, first));
    }

    private static List<String> cased(List<String> instead, Word first) {
        return !first.capital()
                ? instead
                : instead.stream().map(s -> s.substring(0, 1).toUpperCase(Locale.forLanguageTag("sv")) + s.substring(1)).toList();
    }

    /** Whether any place where the term stands explains it: in brackets, before brackets, or with a word that says what it is. */
    private static boolean explained(List<Place> places, WordList.Entry entry) {
        return places.stream()
                .filter(p -> p.hit().entry().equals(entry))
                .anyMatch(p -> explains(p.block(), p.words(), p.hit()) || explainsNext(p.block(), p.sentence() + 1));
    }

    private static boolean explains(Block block, Sentence sentence, WordList.Hit hit) {
        String text = block.text();
        int from = sentence.word(hit.first()).from();
        int to = sentence.word(hit.last()).to();
        boolean inBrackets = from > 0 && text.charAt(from - 1) == '(' && to < text.length() && text.charAt(to) == ')';
        boolean beforeBrackets = text.startsWith(" (", to) && text.substring(to, Math.max(to, text.indexOf(')', to))).strip().contains(" ");
        if (inBrackets || beforeBrackets || text.substring(sentence.from(), sentence.to()).contains("det vill säga")) {
            return true;
        }
        boolean says = sentence.words().stream().anyMatch(w -> EXPLAINS.contains(w.lower()));
        int next = hit.last() + 1;
        boolean is = next + 1 < sentence.size() && sentence.word(next).isAny("är")
                && BEGINS_TO_EXPLAIN.contains(sentence.word(next + 1).lower());
        return says || is;
    }

    private static boolean explainsNext(Block block, int next) {
        if (next >= block.sentences().size()) {
            return false;
        }
        Sentence sentence = block.sentences().get(next);
        return sentence.size() > 2 && sentence.word(0).isAny("det") && sentence.word(1).isAny("betyder", "innebär", "är", "vill");
    }
}
