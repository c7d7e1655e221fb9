package se.trepart.app.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a text measures (mått). Headings and points count as sentences; law, appeal and tables are counted apart and are not in these. A figure is
 * never an approval: short words can be hard.
 *
 * @param lix words a sentence + words of more than six letters a hundred
 * @param ovix how varied the words are; depends on how long the text is, for information only
 * @param longest words in the longest sentence
 * @param passives s-passives a hundred words
 * @param nouns nouns made of verbs and adjectives, a hundred words
 * @param limits what it is held against
 */
public record Measures(int words, int sentences, double lix, double ovix, double average, int longest, double passives, double nouns,
        Limits limits) {

    static Measures of(LetterText letter, Limits limits) {
        List<Sentence> sentences = new ArrayList<>();
        letter.blocks().stream().filter(b -> b.kind() != Block.Kind.TABLE && !b.legal()).forEach(b -> sentences.addAll(b.sentences()));
        int words = 0;
        int hard = 0;
        int longest = 0;
        int passives = 0;
        int nouns = 0;
        Set<String> different = new HashSet<>();
        for (Sentence sentence : sentences) {
            words += sentence.size();
            longest = Math.max(longest, sentence.size());
            for (int i = 0; i < sentence.size(); i++) {
                Word word = sentence.word(i);
                different.add(word.lower());
                hard += word.letters() > 6 ? 1 : 0;
                passives += PassiveCheck.at(sentence, i) ? 1 : 0;
                nouns += NounCheck.heavy(word) ? 1 : 0;
            }
        }
        if (words == 0) {
            return new Measures(0, 0, 0, 0, 0, 0, 0, 0, limits);
        }
        double average = words / (double) sentences.size();
        return new Measures(words, sentences.size(), average + 100.0 * hard / words, ovix(words, different.size()), average, longest,
                100.0 * passives / words, 100.0 * nouns / words, limits);
    }

    private static double ovix(int words, int different) {
        double inner = words < 2 ? 0 : 2 - Math.log(different) / Math.log(words);
        // every word another: as varied as a text can be, where the formula has no answer
        return inner <= 1 ? 0 : Math.log(words) / Math.log(inner);
    }

    public Colour lixColour() {
        return lix <= limits.lix() ? Colour.GREEN : lix <= limits.hardLix() ? Colour.YELLOW : Colour.RED;
    }

    /** Where even the average is more than a single sentence should be, the text is red. */
    public Colour averageColour() {
        return average <= limits.average() ? Colour.GREEN : average <= limits.hardAverage() ? Colour.YELLOW : Colour.RED;
    }

    public Colour longestColour() {
        return longest <= limits.sentence() ? Colour.GREEN : longest <= limits.longSentence() ? Colour.YELLOW : Colour.RED;
    }

    public Colour passiveColour() {
        return passives <= 2 ? Colour.GREEN : Colour.YELLOW;
    }

    public Colour nounColour() {
        return nouns <= 2 ? Colour.GREEN : Colour.YELLOW;
    }
}
