package se.trepart.app.language;

import java.util.List;
import java.util.Set;

/** A sentence heavy with nouns that are made of verbs or adjectives (L7). */
final class NounCheck extends SentenceCheck {

    private static final Set<String> THING = Forms.of("thing");
    private static final String[] ENDINGS = {"ning", "ningen", "ningar", "ningarna", "nings", "ningens", "ring", "ringen", "ringar",
            "ringarna", "else", "elsen", "elser", "elserna", "het", "heten", "heter", "heterna", "tion", "tionen", "tioner", "tionerna",
            "sion", "sionen", "tande", "tandet", "verkan", "dandet", "nandet"};
    private static final int MANY = 2;

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        List<Word> nouns = sentence.words().stream().filter(NounCheck::heavy).toList();
        if (nouns.stream().map(Word::lower).distinct().count() >= MANY) {
            found.words(Check.NOUNS, block, nouns.getFirst(), nouns.getLast(),
                    String.join(", ", nouns.stream().map(Word::text).distinct().toList()), List.of());
        }
    }

    /** A noun made of a verb or an adjective that is not also the everyday name of a thing. */
    static boolean heavy(Word word) {
        String s = word.lower();
        if (s.length() < 6 || THING.contains(s) || word.number() || s.contains("styrelse") || s.contains("förvaltning")
                || s.contains("myndighet")) {
            return false;
        }
        if (s.endsWith("tande") || s.endsWith("dandet") || s.endsWith("tandet") || s.endsWith("nandet")) {
            return Set.of("inhämtande", "iakttagande", "beaktande", "utbetalande", "användandet", "inhämtandet").contains(s);
        }
        for (String ending : ENDINGS) {
            if (s.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
