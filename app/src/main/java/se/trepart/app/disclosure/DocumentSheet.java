package se.trepart.app.disclosure;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a document says, in words, for paper (handling i klartext).
 *
 * @param anchor what the bookmark leads to
 * @param day empty where the title says it
 * @param first it begins a part of the file, and a page
 */
public record DocumentSheet(String anchor, String title, String day, boolean first, List<Line> lines) {

    /**
     * One line: a heading, or a field and what stands in it.
     *
     * @param level 0 for a field, 1 for a heading, 2 for a heading under that
     * @param texts the field's paragraphs; none for a heading
     */
    public record Line(int level, String label, List<String> texts) {

        public Line {
            texts = List.copyOf(texts);
        }

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Line[" + level + "]";
        }
    }

    public DocumentSheet {
        lines = List.copyOf(lines);
    }

    /** The same with every word changed. */
    DocumentSheet with(UnaryOperator<String> change) {
        return new DocumentSheet(anchor, change.apply(title), day, first,
                lines.stream()
                        .map(line -> new Line(line.level(), change.apply(line.label()), line.texts().stream().map(change).toList()))
                        .toList());
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "DocumentSheet[" + anchor + "]";
    }
}
