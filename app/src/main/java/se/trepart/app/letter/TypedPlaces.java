package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import se.trepart.app.language.Block;
import se.trepart.app.language.Check;
import se.trepart.app.language.Finding;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.Origin;
import se.trepart.app.letter.TypedPlace.Where;
import se.trepart.model.letter.Letter;

import org.jspecify.annotations.Nullable;

/** Finds the words of the letter's blocks in the fields they were typed in (från brev till fält): a line there is a block here. */
final class TypedPlaces {

    /** An easy letter has each sentence of a line on a line of its own. */
    private static final char NEW_LINE = '\u2028';

    private final Map<Integer, Line> lines = new HashMap<>();

    /**
     * A line of a field that stands in a block.
     *
     * @param from where it begins in the field
     * @param inBlock where it begins in the block: what is before it there is the template's
     */
    private record Line(Where where, int from, int inBlock, String text) {

        @Nullable
        TypedPlace place(Finding finding) {
            boolean typed = finding.from() >= inBlock && finding.to() <= inBlock + text.length();
            return typed ? new TypedPlace(where, from + finding.from() - inBlock, from + finding.to() - inBlock) : null;
        }
    }

    TypedPlaces(Letter letter, LetterText text) {
        List<Line> typed = new ArrayList<>();
        lines(Where.WHY, letter.why(), typed);
        lines(Where.WHAT_NOW, letter.whatNow(), typed);
        for (Block block : text.blocks()) {
            if (block.level() == 1) {
                inTitle(letter.chosen().heading(), block);
            } else if (block.origin() == Origin.FREE) {
                typed.stream().filter(line -> line.text().equals(block.text().replace(NEW_LINE, ' '))).findFirst().ifPresent(line -> {
                    lines.put(block.index(), line);
                    typed.remove(line);
                });
            }
        }
    }

    /** Where the finding can be mended; null when that is not in this letter's fields. */
    @Nullable
    TypedPlace of(Finding finding, Block block) {
        Line line = lines.get(finding.block());
        if (line != null) {
            return line.place(finding);
        }
        return finding.check() == Check.EMPTY_PART ? missing(block) : null;
    }

    private static @Nullable TypedPlace missing(Block block) {
        return switch (block.part()) {
            case WHY, TEXT -> new TypedPlace(Where.WHY, 0, 0);
            case DO_NOW -> new TypedPlace(Where.WHAT_NOW, 0, 0);
            case null, default -> null;
        };
    }

    /** The title ends with what was typed as the heading, after words of the template. */
    private void inTitle(String heading, Block title) {
        String words = heading.strip();
        if (!words.isEmpty() && title.text().endsWith(words)) {
            lines.put(title.index(), new Line(Where.HEADING, heading.indexOf(words), title.text().length() - words.length(), words));
        }
    }

    private static void lines(Where where, String text, List<Line> to) {
        int from = 0;
        for (String line : text.split("\n", -1)) {
            String words = line.strip();
            if (!words.isEmpty()) {
                to.add(new Line(where, from + line.indexOf(words), 0, words));
            }
            from += line.length() + 1;
        }
    }
}
