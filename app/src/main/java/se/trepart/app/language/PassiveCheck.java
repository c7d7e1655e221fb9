package se.trepart.app.language;

import java.util.Set;

/** The passive in -s, and two in a row (L6). */
final class PassiveCheck extends SentenceCheck {

    private static final int IN_A_ROW = 3;
    private static final Set<String> BEFORE_VERB = Set.of("avses", "anses", "ansågs", "bedöms", "bedömdes", "beräknas", "beräknades",
            "antas", "begärs", "tillåts", "föreslås");
    private static final Set<String> BETWEEN = Set.of("och", "eller", "samt", "inte", "ej", "att", "kunna", "behöva", "komma", "in", "ut",
            "emot", "om", "upp", "ner", "på", "av", "över", "till", "igen", "sedan", "därefter", "först", "vidare", "åter", "också", "bort",
            "tillbaka", "fram", "med");

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        int before = -1;
        for (int i = 0; i < sentence.size(); i++) {
            if (!at(sentence, i)) {
                continue;
            }
            found.words(Check.PASSIVE, block, sentence.word(i), sentence.word(i));
            if (before >= 0 && i - before <= IN_A_ROW && oneAfterTheOther(sentence, before, i)) {
                found.words(Check.PASSIVE_PAIR, block, sentence.word(before), sentence.word(i));
            }
            before = i;
        }
    }

    /** In one chain of verbs or joined by "och": where two clauses meet, each has its own. */
    private static boolean oneAfterTheOther(Sentence sentence, int from, int to) {
        if (to == from + 1 && !BEFORE_VERB.contains(sentence.word(from).lower())) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (sentence.word(i).commaAfter() || i > from && !BETWEEN.contains(sentence.word(i).lower())) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody does something unnamed there. What something is called has no doer, nor has a measure of time. */
    static boolean at(Sentence sentence, int i) {
        Word word = sentence.word(i);
        if (!Verbs.passive(word, i == 0)) {
            return false;
        }
        // "det fattas pengar" lacks, "beslutet fattas" is made
        if (word.lower().startsWith("fatta") && sentence.words().stream().noneMatch(w -> w.lower().contains("beslut"))) {
            return false;
        }
        boolean called = word.isAny("kallas") && i > 0 && sentence.word(i - 1).isAny("det", "detta", "som");
        boolean measure = i > 0
                && sentence.word(i - 1).isAny("en", "ett", "varje", "två", "tre", "fyra", "min", "mitt", "din", "ditt", "vår", "vårt");
        return !called && !measure;
    }
}
