package se.trepart.app.result;

import java.util.List;
import java.util.function.Supplier;

import se.trepart.model.result.Participation;

import org.jspecify.annotations.Nullable;

/**
 * Results as they are read, on the screen, in a file and on paper alike (resultatsida): every number is ready as text, and what must not be
 * shown is not in it.
 *
 * @param period such as "januari–december 2026"
 * @param choices what it is laid out by and filtered on, in words
 * @param complete whether absence has been counted too
 * @param notes what the reader must know to read it right
 */
record ResultSheet(String period, String choices, List<Figure> figures, List<Section> sections, List<String> notes, boolean complete) {

    /** Whom a number counts (listan bakom talet), looked up when it is asked for. */
    record Behind(String what, Supplier<List<Participation>> people) {}

    /**
     * A key figure (nyckeltal).
     *
     * @param detail what it is counted from, and how it was the time before
     * @param behind null where there is no list for this user
     */
    record Figure(String name, String value, String detail, @Nullable Behind behind) {}

    /**
     * A table, with a chart of one of its columns (tabell med diagram).
     *
     * @param groupHeading what the rows are
     */
    record Section(String title, String groupHeading, List<String> headings, List<Line> lines, @Nullable Bars bars) {}

    /** One row; the last one is the total. */
    record Line(String group, List<Cell> cells, boolean total) {}

    /**
     * @param text as people read it
     * @param plain as a spreadsheet reads it
     */
    record Cell(String text, String plain, @Nullable Behind behind) {

        Cell(String text) {
            this(text, text, null);
        }
    }

    /** A chart of bars (stapeldiagram). @param words all of it, to be read aloud */
    record Bars(String title, List<Bar> bars, String words) {}

    /** @param value of the bar's length; 0 where it may not be shown */
    record Bar(String name, double value) {}

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ResultSheet[" + period + "]";
    }
}
