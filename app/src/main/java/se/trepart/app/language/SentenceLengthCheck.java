package se.trepart.app.language;

/** Long sentences: a note from 21 words, a warning from 26 (S2). */
final class SentenceLengthCheck extends SentenceCheck {

    static final int GREEN = 20;
    static final int YELLOW = 25;

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        if (sentence.size() > GREEN) {
            Weight weight = sentence.size() > YELLOW ? Weight.WARNING : Weight.NOTE;
            found.sentence(Check.LONG_SENTENCE, weight, block, sentence, String.valueOf(sentence.size()));
        }
    }
}
