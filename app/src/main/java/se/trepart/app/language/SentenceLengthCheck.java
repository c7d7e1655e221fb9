package se.trepart.app.language;

/**
 * Long sentences: a note from 21 words, a warning from 26; in an easy letter from 13 and 16 (S2). Law and
 * appeal say in an easy letter too what they must, and so do the reasons of the catalogue.
 */
final class SentenceLengthCheck implements LanguageCheck {

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        letter.blocks().stream().filter(Block::running).forEach(block -> {
            Limits limits = block.legal() || block.origin() == Origin.PHRASE ? Limits.LETTER : Limits.of(about);
            for (Sentence sentence : block.sentences()) {
                if (sentence.size() > limits.sentence()) {
                    Weight weight = sentence.size() > limits.longSentence() ? Weight.WARNING : Weight.NOTE;
                    found.sentence(Check.LONG_SENTENCE, weight, block, sentence, String.valueOf(sentence.size()));
                }
            }
        });
    }
}
