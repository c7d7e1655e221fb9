package se.trepart.app.language;

import java.util.Locale;
import java.util.regex.Pattern;

import se.trepart.model.letter.LetterPart;

import org.jspecify.annotations.Nullable;

/** Reads plain text, and what a PDF gives (oformaterad text). The parts about law and appeal are known by their headings. */
final class PlainTextReader {

    private static final Pattern POINT = Pattern.compile("^\\s*(?:[-–•*]|\\d{1,2}[.)])\\s+(?=\\S)");
    private static final Pattern ENDS = Pattern.compile("[.!:;,…]\\s*$");
    private static final int LONGEST_HEADING = 70;
    private static final int SHORT_HEADING = 45;

    private final LetterText.Builder text = new LetterText.Builder();
    private final StringBuilder paragraph = new StringBuilder();
    private Block.Kind kind = Block.Kind.PARAGRAPH;
    private int begunOn = 1;
    private int page;
    private @Nullable LetterPart part;

    static LetterText read(String whole) {
        PlainTextReader reader = new PlainTextReader();
        reader.page(whole, 0);
        return reader.done();
    }

    /** One page of a PDF; 0 for a text file. */
    void page(String whole, int number) {
        page = number;
        String[] lines = whole.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            line(lines[i], i + 1, i == 0 || lines[i - 1].isBlank(), i + 1 == lines.length ? "" : lines[i + 1].strip());
        }
        flush();
    }

    LetterText done() {
        return text.build("", false);
    }

    private void line(String line, int number, boolean first, String next) {
        if (line.isBlank()) {
            flush();
            return;
        }
        boolean point = POINT.matcher(line).find();
        if (point) {
            flush();
            kind = Block.Kind.ITEM;
        } else if (first && paragraph.isEmpty() && heading(line, next)) {
            heading(line, number);
            return;
        }
        if (paragraph.isEmpty()) {
            begunOn = number;
        } else {
            paragraph.append('\n');
        }
        paragraph.append(point ? POINT.matcher(line).replaceFirst("") : line);
    }

    /** A short line that does not end as a sentence does: of its own, or shorter still before a line that begins anew. */
    private static boolean heading(String line, String next) {
        String stripped = line.strip();
        boolean alone = next.isEmpty() || stripped.length() <= SHORT_HEADING && Character.isUpperCase(next.charAt(0));
        boolean question = stripped.endsWith("?") && stripped.indexOf('?') == stripped.length() - 1;
        return alone && stripped.length() <= LONGEST_HEADING && !ENDS.matcher(stripped).find() && Character.isLetter(stripped.charAt(0))
                && Character.isUpperCase(stripped.charAt(0)) && (question || !stripped.matches(".*[.?!].*"));
    }

    private void heading(String line, int number) {
        part = part(line.strip().toLowerCase(Locale.ROOT));
        text.add(Block.Kind.HEADING, 2, part, Origin.FREE, 0, number, page, line.strip());
    }

    /** The part that a heading opens, where its words tell. */
    static @Nullable LetterPart part(String heading) {
        boolean appeal = heading.contains("överklaga") || heading.contains("laglighetsprövning");
        return appeal ? LetterPart.APPEAL : heading.startsWith("lag") ? LetterPart.LAW : null;
    }

    private void flush() {
        if (!paragraph.isEmpty()) {
            text.add(kind, 0, part, Origin.FREE, 0, begunOn, page, paragraph.toString());
            paragraph.setLength(0);
        }
        kind = Block.Kind.PARAGRAPH;
    }
}
