package se.trepart.app.calculation;

import java.util.List;

/**
 * A line of the calculation in words (rad i ord).
 *
 * @param about whose it is and what is special; empty when nothing is
 * @param lastMonth as written, "–" when the line was not there
 * @param differs whether last month's amount was another
 * @param system the system's amount
 * @param warning what is pointed out and stops nothing; empty for most
 * @param explanation how it came about
 * @param unconfirmed whether the norm's amount is not read in a published source
 */
public record LineWords(String name, String about, String lastMonth, boolean differs, String system, String warning, List<Part> explanation,
        boolean unconfirmed) {

    /** One part of an explanation: what it is called, and what it says. */
    public record Part(String label, String text) {}

    public LineWords {
        explanation = List.copyOf(explanation);
    }
}
