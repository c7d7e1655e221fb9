package se.trepart.app.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.model.letter.LetterPart;

/** Provisions stand in the part about law only, each with a sentence that says what it means (S6, L14). */
final class LawCheck implements LanguageCheck {

    private static final Pattern PROVISION = Pattern
            .compile("(?:\\d+\\s*(?:kap\\.?|kapitlet)\\s*)?(?:\\d+\\s?[a-z]?\\s*)?§+|\\d+\\s*kap(?:\\.|itlet)"
                    + "|\\([12]\\d{3}:\\d{1,4}\\)|(?<=[Ee]nligt )\\d{1,2}:\\d{1,2}(?!\\d)"
                    + "|\\b(?!\\p{L}*(?:(?:för|in|av|an|ut|be|upp|ned|om|över|hjärt|puls)slagen|underlagen|bolagen|förlagen|anlagen)\\b)\\p{L}{3,}(?:lagen|förordningen|balken)\\b");
    private static final Pattern SIGN = Pattern.compile("§|\\d\\s*kap(?:\\.|itlet)");
    private static final int SHORTEST_EXPLANATION = 4;

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        for (Block block : letter.blocks()) {
            if (block.kind() == Block.Kind.TABLE || block.is(LetterPart.APPEAL)) {
                continue;
            }
            if (block.is(LetterPart.LAW)) {
                unexplained(letter, block, found);
                continue;
            }
            Matcher matcher = PROVISION.matcher(block.text());
            int told = -1;
            while (matcher.find()) {
                // a provision and its law are one thing to move
                if (told < 0 || matcher.start() - told > 40) {
                    found.place(Check.LAW, Check.LAW.weight(block.origin()), block, matcher.start(), matcher.end(), "", List.of());
                }
                told = matcher.end();
            }
        }
    }

    /** The explanation stands in the same block or begins the next one of the part. */
    private static void unexplained(LetterText letter, Block block, FindingList found) {
        if (!SIGN.matcher(block.text()).find() || block.sentences().stream().anyMatch(s -> explains(block, s))) {
            return;
        }
        int next = block.index() + 1;
        boolean nextExplains = next < letter.blocks().size() && letter.blocks().get(next).is(LetterPart.LAW)
                && letter.blocks().get(next).running() && !SIGN.matcher(letter.blocks().get(next).text()).find();
        if (!nextExplains) {
            found.block(Check.LAW_UNEXPLAINED, block, "");
        }
    }

    /** Words after the last sign of a provision, in the same line or a sentence of their own. */
    private static boolean explains(Block block, Sentence sentence) {
        Matcher provision = PROVISION.matcher(block.text()).region(sentence.from(), sentence.to());
        int after = sentence.from();
        while (provision.find()) {
            after = provision.end();
        }
        int cited = after;
        return sentence.words().stream().filter(word -> word.from() >= cited).count() >= SHORTEST_EXPLANATION;
    }
}
