package se.trepart.app.language;

import java.util.ArrayList;
import java.util.List;

/** Where a check puts what it finds: gives each finding its weight by who wrote the words. */
final class FindingList {

    private final List<Finding> found = new ArrayList<>();

    /** About some words of a sentence, from one word to another, both included. */
    void words(Check check, Block block, Word first, Word last, String value, List<String> instead) {
        place(check, check.weight(block.origin()), block, first.from(), last.to(), value, instead);
    }

    void words(Check check, Block block, Word first, Word last) {
        words(check, block, first, last, "", List.of());
    }

    /** About a whole sentence. */
    void sentence(Check check, Weight weight, Block block, Sentence sentence, String value) {
        place(check, weight, block, sentence.from(), sentence.words().getLast().to(), value, List.of());
    }

    /** About a whole block. */
    void block(Check check, Block block, String value) {
        place(check, check.weight(block.origin()), block, 0, block.text().length(), value, List.of());
    }

    void place(Check check, Weight weight, Block block, int from, int to, String value, List<String> instead) {
        found.add(new Finding(check, weight, block.index(), from, to, block.text().substring(from, to).replaceAll("\\s+", " "), value,
                instead));
    }

    /** About the letter as a whole. */
    void letter(Check check, String value) {
        found.add(new Finding(check, check.weight(Origin.TEMPLATE), -1, 0, 0, "", value, List.of()));
    }

    List<Finding> found() {
        return found;
    }
}
