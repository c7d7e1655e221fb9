package se.trepart.app.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterOutline;
import se.trepart.model.letter.LetterPart;

/** Each kind of letter has its parts, in order, under its own headings, with what must stand in them (S4, S11, S12). */
final class OutlineCheck implements LanguageCheck {

    private static final Pattern DATE = Pattern
            .compile("(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)[\\s\u00a0]+\\d{4}"
                    + "|\\d{4}-\\d{2}-\\d{2}");

    /** The answers after which the reader has something to do by a day. */
    private static final Set<LetterKind> DATED = EnumSet.of(LetterKind.GRANTED, LetterKind.PARTLY, LetterKind.REFUSED);

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        LetterKind kind = about.kind();
        if (!letter.marked() || kind == null) {
            return;
        }
        title(letter, kind, found);
        List<LetterPart> present = parts(letter);
        List<LetterPart> order = (about.easy() ? LetterOutline.easy(kind) : kind.parts()).stream().map(LetterOutline.Part::part).toList();
        for (LetterOutline.Part part : kind.parts()) {
            if (part.always() && !present.contains(part.part())) {
                found.letter(Check.MISSING_PART, part.headings().isEmpty() ? "" : part.headings().getFirst());
            }
        }
        order(letter, present, order, found);
        letter.blocks().stream().filter(b -> b.kind() == Block.Kind.HEADING && b.level() == 2).forEach(b -> heading(kind, b, found));
        for (LetterPart part : present) {
            content(letter, kind, part, found);
        }
    }

    /** The heading is the document's title too, and begins with the words that the kind of letter is called by. */
    private static void title(LetterText letter, LetterKind kind, FindingList found) {
        letter.blocks()
                .stream()
                .filter(b -> b.level() == 1)
                .findFirst()
                .filter(h -> !plain(h.text()).equals(plain(letter.title())) || !h.text().startsWith(kind.title()))
                .ifPresent(h -> found.block(Check.TITLE, h, kind.title()));
    }

    private static String plain(String s) {
        return s.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /** The parts in the order they begin. */
    private static List<LetterPart> parts(LetterText letter) {
        List<LetterPart> parts = new ArrayList<>();
        for (Block block : letter.blocks()) {
            LetterPart part = block.part();
            if (part != null && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static void order(LetterText letter, List<LetterPart> present, List<LetterPart> order, FindingList found) {
        int furthest = -1;
        for (LetterPart part : present) {
            int place = order.indexOf(part);
            if (place >= 0 && place < furthest) {
                letter.of(part).findFirst().ifPresent(b -> found.block(Check.PART_ORDER, b, ""));
            }
            furthest = Math.max(furthest, place);
        }
    }

    private static void heading(LetterKind kind, Block heading, FindingList found) {
        List<String> allowed = kind.parts().stream().filter(p -> heading.is(p.part())).flatMap(p -> p.headings().stream()).toList();
        boolean free = kind.parts().stream().anyMatch(p -> heading.is(p.part()) && p.headings().isEmpty());
        if (!free && allowed.stream().noneMatch(h -> h.equals(plain(heading.text())))) {
            found.block(Check.HEADING, heading, allowed.isEmpty() ? "" : allowed.getFirst());
        }
    }

    /** The reasons have a sentence, the calculation a table, what to do now a date. */
    private static void content(LetterText letter, LetterKind kind, LetterPart part, FindingList found) {
        boolean there = switch (part) {
            case SUMS -> letter.of(part).anyMatch(b -> b.kind() == Block.Kind.TABLE);
            case DO_NOW -> !DATED.contains(kind) || letter.of(part).anyMatch(b -> b.running() && DATE.matcher(b.text()).find());
            default -> letter.of(part).anyMatch(Block::running);
        };
        if (!there) {
            letter.of(part).findFirst().ifPresent(b -> found.block(Check.EMPTY_PART, b, missing(part)));
        }
    }

    /** What must stand there, as a key of the package's texts. */
    private static String missing(LetterPart part) {
        return switch (part) {
            case SUMS -> "table";
            case DO_NOW -> "date";
            default -> "sentence";
        };
    }
}
