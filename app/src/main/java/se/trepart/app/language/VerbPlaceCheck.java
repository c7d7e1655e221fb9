package se.trepart.app.language;

import java.util.List;
import java.util.Set;

/** The verb comes after more than eight words, or a long insertion parts it from what it belongs to (S2, L5). */
final class VerbPlaceCheck extends SentenceCheck {

    private static final int FIRST = 8;
    private static final int LONGEST_INSERTION = 6;
    private static final Set<String> BEFORE_VERB = Set.of("inte", "ännu", "också", "redan", "aldrig", "fortfarande");
    private static final Set<String> SUBORDINATE = Set.of("om", "när", "då", "eftersom", "innan", "medan", "trots", "fast", "sedan", "att",
            "därför");

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        int verb = firstVerb(sentence);
        if (verb >= FIRST) {
            found.words(Check.LATE_VERB, block, sentence.word(0), sentence.word(verb), String.valueOf(verb + 1), List.of());
        }
        insertion(block, sentence, found);
    }

    /** −1 when there is none, or the sentence begins with an order. */
    private static int firstVerb(Sentence sentence) {
        if (Verbs.order(sentence.word(0))) {
            return -1;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (Verbs.finite(sentence.word(i), i == 0)) {
                return i;
            }
        }
        return -1;
    }

    private static void insertion(Block block, Sentence sentence, FindingList found) {
        int comma = comma(sentence, 0);
        int second = comma < 0 ? -1 : comma(sentence, comma + 1);
        if (second < 0 || second + 1 >= sentence.size() || second - comma <= LONGEST_INSERTION) {
            return;
        }
        Word after = sentence.word(second + 1);
        boolean beforeVerb = !SUBORDINATE.contains(sentence.word(0).lower())
                && (Verbs.finite(after, false) || BEFORE_VERB.contains(after.lower()) && verbBefore(sentence, comma));
        boolean splitsVerb = Verbs.finite(sentence.word(comma), comma == 0);
        if (beforeVerb || splitsVerb) {
            found.words(Check.INSERTION, block, sentence.word(comma + 1), sentence.word(second), String.valueOf(second - comma), List.of());
        }
    }

    private static boolean verbBefore(Sentence sentence, int last) {
        for (int i = 0; i <= last; i++) {
            if (Verbs.finite(sentence.word(i), i == 0)) {
                return true;
            }
        }
        return false;
    }

    private static int comma(Sentence sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            if (sentence.word(i).commaAfter()) {
                return i;
            }
        }
        return -1;
    }
}
