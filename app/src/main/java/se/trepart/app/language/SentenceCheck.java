package se.trepart.app.language;

/** A check that looks at each sentence by itself, and asks nothing of the letter (meningskontroll). Tables are not read. */
abstract class SentenceCheck implements LanguageCheck {

    @Override
    public final void look(LetterText letter, LetterCase about, FindingList found) {
        for (Block block : letter.blocks()) {
            if (block.running() || block.kind() == Block.Kind.HEADING && headings()) {
                block.sentences().forEach(sentence -> look(block, sentence, found));
            }
        }
    }

    abstract void look(Block block, Sentence sentence, FindingList found);

    /** Whether headings are read too. */
    boolean headings() {
        return false;
    }
}
