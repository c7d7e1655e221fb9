package se.trepart.app.language;

import java.util.Set;

/** A long attribute before its noun: "den av dig inlämnade hyresavin" (S2). */
final class AttributeCheck extends SentenceCheck {

    private static final Set<String> PARTICIPLES = Forms.of("participle");
    private static final int LONGEST = 6;

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        for (int i = 0; i + 3 < sentence.size(); i++) {
            if (!sentence.word(i).isAny("den", "det", "de", "en", "ett", "denna", "detta", "dessa")
                    || !sentence.word(i + 1).isAny("av", "till", "i", "från", "hos", "på", "för", "enligt", "under", "vid", "med")) {
                continue;
            }
            int participle = participle(sentence, i + 3);
            if (participle > 0) {
                found.words(Check.ATTRIBUTE, block, sentence.word(i), sentence.word(participle + 1));
                i = participle;
            }
        }
    }

    private static boolean participle(Word word, Word next) {
        if (PARTICIPLES.contains(word.lower())) {
            return true;
        }
        String s = word.lower();
        boolean plural = s.endsWith("ade") || s.endsWith("lda") || s.endsWith("rda") || s.endsWith("gda") || s.endsWith("kta")
                || s.endsWith("gna") || s.endsWith("vna") || s.endsWith("mna");
        String noun = next.lower();
        return plural && s.length() > 5 && noun.length() > 4
                && (noun.endsWith("en") || noun.endsWith("et") || noun.endsWith("na") || noun.endsWith("an"));
    }

    private static int participle(Sentence sentence, int from) {
        for (int i = from; i < Math.min(sentence.size() - 1, from + LONGEST - 1); i++) {
            Word word = sentence.word(i);
            if (word.commaAfter() || sentence.word(i - 1).commaAfter()) {
                return 0;
            }
            if (participle(word, sentence.word(i + 1))
                    && !sentence.word(i + 1).isAny("av", "till", "i", "på", "och", "för", "den", "det")) {
                return i;
            }
            if (Verbs.finite(word, false)) {
                return 0;
            }
        }
        return 0;
    }
}
