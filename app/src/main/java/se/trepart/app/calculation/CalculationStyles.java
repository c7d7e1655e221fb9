package se.trepart.app.calculation;

import java.net.URL;
import java.util.Objects;

/** The style classes of {@code calculation.css} (stilklasser). */
final class CalculationStyles {

    static final String PAGE = "calculation-page";
    static final String TABLE = "calculation-table";
    static final String HEAD = "calculation-head";
    static final String GROUP = "calculation-group";
    static final String ROW = "calculation-row";
    static final String LINE = "calculation-line";
    static final String FAULT = "calculation-fault";
    static final String WORDS = "calculation-words";
    static final String FOOT = "calculation-foot";
    static final String NAME = "calculation-name";
    static final String BEFORE = "calculation-before";
    static final String SYSTEM = "calculation-system";
    static final String OWN = "calculation-own";
    static final String VALUE = "calculation-value";
    static final String UNDER = "calculation-under";
    static final String EXPLANATION = "calculation-explanation";
    static final String SUMS = "calculation-sums";
    static final String RESULT = "calculation-result";

    private CalculationStyles() {}

    static String stylesheet() {
        URL sheet = Objects.requireNonNull(CalculationStyles.class.getResource("calculation.css"), "calculation.css");
        return sheet.toExternalForm();
    }
}
