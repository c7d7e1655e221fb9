package se.trepart.app.language;

import java.util.Set;

/** A sentence that begins with a bare noun as if it were a form: "Beslut har fattats" (L7). */
final class NakedNounCheck extends SentenceCheck {

    private static final Set<String> BARE = Forms.of("bare");
    private static final int NEAR = 6;

    /** A noun of the list, or one made of a verb without its article. */
    private static boolean bare(Word noun) {
        String s = noun.lower();
        return BARE.contains(s) || NounCheck.heavy(noun) && (s.endsWith("ning") || s.endsWith("else") || s.endsWith("tion"));
    }

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        Word noun = sentence.word(0);
        if (!bare(noun) || noun.commaAfter() || sentence.size() < 2) {
            return;
        }
        if (Verbs.finite(sentence.word(1), false) && !sentence.word(1).isAny("betyder", "innebär", "kallas", "är")) {
            found.words(Check.NAKED_NOUN, block, noun, noun);
            return;
        }
        boolean belongs = sentence.word(1).isAny("av", "till", "för", "om", "från", "som", "enligt");
        for (int i = 2; belongs && i < Math.min(sentence.size(), NEAR + 1); i++) {
            if (Verbs.finite(sentence.word(i), false)) {
                found.words(Check.NAKED_NOUN, block, noun, noun);
                return;
            }
        }
    }
}
