package se.trepart.app.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.trepart.model.Table;

/** A verb that says nothing and a noun that should be the verb: "göra en bedömning" (L7). */
final class EmptyVerbCheck extends SentenceCheck {

    private static final Set<String> EMPTY = Forms.of("empty-verb");
    private static final int NEAR = 4;

    private final Map<String, String> nouns = new HashMap<>();

    EmptyVerbCheck() {
        Table.read(EmptyVerbCheck.class, "empty-verbs.csv").forEach(row -> nouns.put(row.text("noun"), row.text("instead")));
    }

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.word(i);
            if (word.isAny("behov") && i > 1 && sentence.word(i - 1).isAny("i") && i + 1 < sentence.size()
                    && sentence.word(i + 1).isAny("av")) {
                tell(block, sentence.word(i - 1), sentence.word(i + 1), "behöva", found);
            } else if (word.isAny("föremål") && i + 2 < sentence.size() && sentence.word(i + 1).isAny("för")) {
                tell(block, word, sentence.word(i + 2), "vi " + verb(sentence.word(i + 2)), found);
            } else if (nouns.containsKey(word.lower())) {
                noun(block, sentence, i, found);
            }
        }
    }

    private void noun(Block block, Sentence sentence, int noun, FindingList found) {
        String instead = nouns.getOrDefault(sentence.word(noun).lower(), "");
        for (int verb = noun - 1; verb >= Math.max(0, noun - NEAR); verb--) {
            if (sentence.word(verb).commaAfter()) {
                break;
            }
            if (EMPTY.contains(sentence.word(verb).lower())) {
                // "lämna", "ge" have meanings of their own: only with an article
                boolean own = sentence.word(verb).lower().startsWith("lämn")
                        || sentence.word(verb).lower().startsWith("ge") && !sentence.word(verb).lower().startsWith("geno")
                        || sentence.word(verb).isAny("gav");
                boolean article = sentence.word(noun - 1).isAny("en", "ett");
                if (!own || article && verb >= noun - NEAR) {
                    tell(block, sentence.word(verb), sentence.word(noun), instead, found);
                    return;
                }
            }
        }
        boolean article = noun > 0 && sentence.word(noun - 1).isAny("en", "ett");
        for (int verb = noun + 1; article && verb < Math.min(sentence.size(), noun + NEAR); verb++) {
            if (EMPTY.contains(sentence.word(verb).lower()) && sentence.word(verb).lower().endsWith("s")) {
                tell(block, sentence.word(noun), sentence.word(verb), instead, found);
                return;
            }
        }
    }

    private String verb(Word noun) {
        return nouns.getOrDefault(noun.lower(), "…");
    }

    private static void tell(Block block, Word first, Word last, String instead, FindingList found) {
        found.words(Check.EMPTY_VERB, block, first, last, instead, List.of());
    }
}
