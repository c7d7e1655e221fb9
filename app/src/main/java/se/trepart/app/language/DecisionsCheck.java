package se.trepart.app.language;

import java.util.List;
import java.util.Set;

import se.trepart.model.letter.LetterPart;

/** Several decisions in one letter: each has a reason of its own, and a sentence before them says why there are several (S9). */
final class DecisionsCheck implements LanguageCheck {

    private static final Set<String> GIVES_REASON = Set.of("därför", "eftersom", "för", "skälet", "så");
    private static final int SHORTEST_REASON = 4;

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        List<Integer> decisions = letter.blocks().stream().map(Block::decision).filter(number -> number > 0).distinct().toList();
        if (decisions.size() < 2) {
            return;
        }
        if (letter.of(LetterPart.BRIDGE).noneMatch(Block::running)) {
            found.letter(Check.DECISION_BRIDGE, "");
        }
        for (int decision : decisions) {
            List<Block> blocks = letter.blocks().stream().filter(b -> b.decision() == decision).toList();
            if (blocks.stream().noneMatch(DecisionsCheck::reason)) {
                found.block(Check.DECISION_REASON, blocks.getFirst(), String.valueOf(decision));
            }
        }
    }

    /** A sentence that somebody wrote for this decision, or one of the template's that says because. */
    private static boolean reason(Block block) {
        if (!block.running() || block.sentences().stream().noneMatch(s -> s.size() >= SHORTEST_REASON)) {
            return false;
        }
        return block.origin() != Origin.TEMPLATE
                || block.sentences().stream().flatMap(s -> s.words().stream()).anyMatch(w -> GIVES_REASON.contains(w.lower()));
    }
}
