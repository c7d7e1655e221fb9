package se.trepart.app.language;

import java.util.List;
import java.util.Locale;

import se.trepart.model.letter.LetterPart;

/** The passage about children is short and tells of these children; without children there is none (S7). */
final class ChildrenCheck implements LanguageCheck {

    private static final int LONGEST = 80;

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        List<Block> blocks = letter.of(LetterPart.CHILDREN).toList();
        if (blocks.isEmpty()) {
            return;
        }
        if (about.children() == 0) {
            found.block(Check.CHILDREN_NONE, blocks.getFirst(), "");
            return;
        }
        List<Block> running = blocks.stream().filter(Block::running).toList();
        int words = running.stream().mapToInt(Block::words).sum();
        if (words > LONGEST) {
            found.block(Check.CHILDREN_LONG, blocks.getFirst(), String.valueOf(words));
        }
        if (about.children() > 0 && running.stream().noneMatch(b -> tellsOfTheCase(b, about))) {
            found.block(Check.CHILDREN_GENERAL, blocks.getFirst(), "");
        }
    }

    private static boolean tellsOfTheCase(Block block, LetterCase about) {
        String text = block.text().toLowerCase(Locale.ROOT);
        return about.facts().stream().map(fact -> fact.toLowerCase(Locale.ROOT)).anyMatch(fact -> !fact.isBlank() && text.contains(fact));
    }
}
