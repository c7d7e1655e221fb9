package se.trepart.app.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Three long parts or five short in one sentence, which a list would make easier to follow (L12). Points of a list are let be. */
final class EnumerationCheck extends SentenceCheck {

    private static final Set<String> SUBORDINATE = Set.of("om", "när", "då", "eftersom", "innan", "medan", "trots", "fast", "sedan", "har",
            "får", "behöver", "vill", "kan");
    private static final int PARTS = 3;
    private static final int LONG_PART = 3;
    private static final int LONG_ALL = 9;
    private static final int MANY_PARTS = 5;

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        List<Integer> sizes = parts(sentence);
        if (block.kind() != Block.Kind.PARAGRAPH || sizes.size() < PARTS || SUBORDINATE.contains(sentence.word(0).lower())) {
            return;
        }
        List<Integer> after = sizes.subList(1, sizes.size());
        boolean allLong = after.stream().allMatch(size -> size >= LONG_PART) && after.stream().mapToInt(size -> size).sum() >= LONG_ALL;
        if (allLong || sizes.size() >= MANY_PARTS) {
            found.sentence(Check.ENUMERATION, Check.ENUMERATION.weight(block.origin()), block, sentence, String.valueOf(sizes.size()));
        }
    }

    /** How many words there are in each part: between commas, and on both sides of the last "och" or "eller". Empty when nothing is listed. */
    private static List<Integer> parts(Sentence sentence) {
        int lastComma = -1;
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.word(i).commaAfter()) {
                lastComma = i;
            }
        }
        int and = -1;
        for (int i = sentence.size() - 1; i > lastComma + 1; i--) {
            if (sentence.word(i).isAny("och", "eller", "samt")) {
                and = i;
            }
        }
        if (lastComma < 0 || and < 0) {
            return List.of();
        }
        List<Integer> sizes = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= lastComma; i++) {
            if (sentence.word(i).commaAfter()) {
                sizes.add(i + 1 - from);
                from = i + 1;
            }
        }
        sizes.add(and - from);
        sizes.add(sentence.size() - and - 1);
        return sizes;
    }
}
