package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import se.trepart.app.language.Block;
import se.trepart.app.language.Check;
import se.trepart.app.language.Finding;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.Origin;
import se.trepart.app.letter.TypedPlace.Where;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterPart;

import org.jspecify.annotations.Nullable;

/** Finds the words of the letter's blocks in the fields they were typed in (från brev till fält): a line there is a block here. */
final class TypedPlaces {

    private record Line(Where where, int from, String text) {}

    private final Map<Integer, Line> lines = new HashMap<>();

    TypedPlaces(Letter letter, LetterText text) {
        List<Line> typed = new ArrayList<>();
        lines(Where.HEADING, letter.chosen().heading(), typed);
        lines(Where.WHY, letter.why(), typed);
        lines(Where.WHAT_NOW, letter.whatNow(), typed);
        for (Block block : text.blocks()) {
            if (block.origin() == Origin.FREE) {
                typed.stream().filter(line -> line.text().equals(block.text())).findFirst().ifPresent(line -> {
                    lines.put(block.index(), line);
                    typed.remove(line);
                });
            }
        }
    }

    /** Where the finding can be mended; null when that is not in this letter's fields. */
    @Nullable TypedPlace of(Finding finding, Block block) {
        Line line = lines.get(finding.block());
        if (line != null) {
            return new TypedPlace(line.where(), line.from() + finding.from(), line.from() + finding.to());
        }
        return finding.check() == Check.EMPTY_PART
                ? empty(Optional.ofNullable(block.part())).map(where -> new TypedPlace(where, 0, 0)).orElse(null)
                : null;
    }

    private static Optional<Where> empty(Optional<LetterPart> part) {
        return part.flatMap(p -> switch (p) {
            case WHY, TEXT -> Optional.of(Where.WHY);
            case DO_NOW -> Optional.of(Where.WHAT_NOW);
            default -> Optional.empty();
        });
    }

    private static void lines(Where where, String text, List<Line> to) {
        int from = 0;
        for (String line : text.split("\n", -1)) {
            String words = line.strip();
            if (!words.isEmpty()) {
                to.add(new Line(where, from + line.indexOf(words), words));
            }
            from += line.length() + 1;
        }
    }
}
