package se.trepart.app.language;

import java.util.List;
import java.util.Locale;

/** Paragraphs of at most 60 words, headings that say what follows, tables that the text leads to (L8, L10, L11, L16). */
final class LayoutCheck implements LanguageCheck {

    static final int LONGEST_PARAGRAPH = 60;
    private static final int DEEPEST_HEADING = 3;
    private static final List<String> DUSTY = List.of("angående", "beträffande", "avseende", "gällande", "rörande", "ang.");

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        for (Block block : letter.blocks()) {
            switch (block.kind()) {
                case PARAGRAPH, ITEM -> {
                    if (block.words() > LONGEST_PARAGRAPH) {
                        found.block(Check.LONG_PARAGRAPH, block, String.valueOf(block.words()));
                    }
                }
                case HEADING -> heading(letter, block, found);
                case TABLE -> table(letter, block, found);
            }
        }
    }

    private static void heading(LetterText letter, Block block, FindingList found) {
        String text = block.text().strip();
        if (text.endsWith(".") || text.endsWith(":")) {
            found.block(Check.HEADING_END, block, text.substring(text.length() - 1));
        }
        if (block.level() > DEEPEST_HEADING) {
            found.block(Check.HEADING_LEVEL, block, "");
        }
        boolean subject = letter.blocks()
                .stream()
                .filter(b -> b.kind() == Block.Kind.HEADING)
                .findFirst()
                .filter(block::equals)
                .isPresent();
        String lower = text.toLowerCase(Locale.ROOT);
        if (subject && DUSTY.stream().anyMatch(lower::startsWith)) {
            Word first = block.sentences().getFirst().word(0);
            found.words(Check.SUBJECT, block, first, first);
        }
    }

    /** Between the last heading and the table there is a sentence; a second table may follow the first. */
    private static void table(LetterText letter, Block table, FindingList found) {
        boolean heading = letter.blocks().subList(0, table.index()).stream().anyMatch(LayoutCheck::opens);
        boolean led = false;
        for (int i = table.index() - 1; i >= 0 && !opens(letter.blocks().get(i)); i--) {
            led |= letter.blocks().get(i).running();
        }
        if (!heading || !led) {
            found.block(Check.TABLE, table, "");
        }
    }

    private static boolean opens(Block block) {
        return block.kind() == Block.Kind.HEADING;
    }
}
