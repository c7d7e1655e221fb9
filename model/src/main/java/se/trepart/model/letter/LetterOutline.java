package se.trepart.model.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import se.trepart.model.Table;

/**
 * What each kind of letter is made of (brevets disposition): its parts in the order of reading and the headings each may have. One table,
 * {@code letter-parts.csv}. S4, S12
 */
public final class LetterOutline {

    private static final Map<LetterKind, List<Part>> ALL = read();

    private LetterOutline() {}

    /**
     * One part of a kind of letter.
     *
     * @param always whether every letter of the kind has it; the others have it when there is something to tell
     * @param easy its place in an easy letter (lättläst): what to do first, the law last
     * @param headings what its heading may be; none for a part that begins with a paragraph
     */
    public record Part(LetterPart part, boolean always, int easy, List<String> headings) {

        public Part {
            headings = List.copyOf(headings);
        }
    }

    /** The parts in the order of reading. */
    public static List<Part> of(LetterKind kind) {
        return ALL.getOrDefault(kind, List.of());
    }

    /** The same parts in the order of an easy letter: nothing that must be told is left out. */
    public static List<Part> easy(LetterKind kind) {
        return of(kind).stream().sorted(Comparator.comparingInt(Part::easy)).toList();
    }

    private static Map<LetterKind, List<Part>> read() {
        Map<LetterKind, List<Part>> all = new EnumMap<>(LetterKind.class);
        for (Table.Row row : Table.read(LetterOutline.class, "letter-parts.csv")) {
            List<String> headings = Stream.of(row.text("headings").split("\\|")).filter(heading -> !heading.isBlank()).toList();
            all.computeIfAbsent(LetterKind.valueOf(row.text("kind")), _ -> new ArrayList<>())
                    .add(new Part(LetterPart.valueOf(row.text("part")), row.yes("always"), Integer.parseInt(row.text("easy")), headings));
        }
        return all;
    }
}
