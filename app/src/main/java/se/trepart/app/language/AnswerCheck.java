package se.trepart.app.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterPart;

/** The answer stands in the first fifty words, and who decided in the sentence that decides (L3, L4). */
final class AnswerCheck implements LanguageCheck {

    private static final int FIRST_WORDS = 50;
    private static final Pattern AMOUNT = Pattern.compile("\\d[\\d\\s\u00a0]*(?:kronor|kr\\b)");
    private static final Pattern YES = Pattern.compile("\\b(?:säger ja|ja till|du får|ni får)\\b");
    private static final Pattern NO = Pattern.compile("\\b(?:säger nej|nej till|inte|avslutar)\\b");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[\\s\u00a0](?:jan|feb|mars|apr|maj|juni|juli|aug|sep|okt|nov|dec)\\p{L}*");
    private static final Set<LetterKind> DATED = EnumSet.of(LetterKind.COMPLETION_REQUEST, LetterKind.COMMUNICATION, LetterKind.DELAY);

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        LetterKind kind = about.kind();
        List<Block> result = letter.of(LetterPart.RESULT).filter(Block::running).toList();
        if (kind == null || result.isEmpty()) {
            return;
        }
        String start = start(letter);
        if (!answers(kind, start)) {
            found.block(Check.ANSWER, result.getFirst(), "");
        }
        String first = result.stream().map(Block::text).collect(Collectors.joining(" "));
        if (kind.tellsDecision() && !about.board().isBlank() && !first.contains(about.board())) {
            found.block(Check.BOARD, result.getFirst(), about.board());
        }
    }

    private static boolean answers(LetterKind kind, String start) {
        if (DATED.contains(kind)) {
            return DATE.matcher(start).find();
        }
        return switch (kind) {
            case GRANTED, PARTLY -> AMOUNT.matcher(start).find() || YES.matcher(start).find();
            case REFUSED, DISMISSED, WITHDRAWN -> NO.matcher(start).find();
            case RECOVERY, RECOVERY_NOTICE -> AMOUNT.matcher(start).find();
            default -> true;
        };
    }

    /** The first words from the heading on, in lower case. */
    private static String start(LetterText letter) {
        StringBuilder start = new StringBuilder();
        int left = FIRST_WORDS;
        for (Block block : letter.blocks()) {
            for (Sentence sentence : block.sentences()) {
                int count = Math.min(left, sentence.size());
                if (count > 0) {
                    start.append(block.text(), sentence.word(0).from(), sentence.word(count - 1).to()).append(' ');
                }
                left -= count;
            }
        }
        return start.toString().toLowerCase(Locale.ROOT);
    }
}
