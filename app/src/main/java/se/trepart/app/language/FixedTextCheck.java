package se.trepart.app.language;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import se.trepart.model.letter.LetterPart;

/**
 * No more than half of a letter is text that stands alike in every letter, before how to appeal (S8). A paragraph of the template counts as
 * fixed when it has neither a number nor anything of the case in it.
 */
final class FixedTextCheck implements LanguageCheck {

    private static final int MOST_PERCENT = 50;
    /** What every reader of that kind of letter must be told in the same words. */
    private static final Set<LetterPart> SAME_FOR_ALL = EnumSet.of(LetterPart.LAW, LetterPart.DECIDER, LetterPart.APPEAL,
            LetterPart.QUESTIONS, LetterPart.ANSWER, LetterPart.OTHERWISE);
    private static final Pattern NUMBER = Pattern.compile("\\d");

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        if (!letter.marked() || about.kind() == null || !about.kind().tellsDecision()) {
            return;
        }
        int all = 0;
        int fixed = 0;
        for (Block block : letter.blocks()) {
            LetterPart part = block.part();
            if (block.kind() == Block.Kind.HEADING || part != null && SAME_FOR_ALL.contains(part)) {
                continue;
            }
            all += block.words();
            fixed += fixed(block, about) ? block.words() : 0;
        }
        int percent = all == 0 ? 0 : 100 * fixed / all;
        if (percent > MOST_PERCENT) {
            found.letter(Check.FIXED_TEXT, String.valueOf(percent));
        }
    }

    private static boolean fixed(Block block, LetterCase about) {
        return block.origin() == Origin.TEMPLATE && block.kind() != Block.Kind.TABLE && !NUMBER.matcher(block.text()).find()
                && about.facts().stream().noneMatch(fact -> !fact.isBlank() && block.text().contains(fact));
    }
}
