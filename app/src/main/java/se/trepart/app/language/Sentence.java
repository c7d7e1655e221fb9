package se.trepart.app.language;

import java.util.List;

/**
 * A sentence, or what stands for one: a heading, a point of a list (mening).
 *
 * @param from where it begins in the block's text
 */
record Sentence(int from, int to, List<Word> words) {

    Sentence {
        words = List.copyOf(words);
    }

    int size() {
        return words.size();
    }

    Word word(int i) {
        return words.get(i);
    }
}
