package se.trepart.app.decision;

import java.net.URL;
import java.util.Objects;

/** The style classes of {@code decision.css} (stilklasser). */
final class DecisionStyles {

    static final String ITEM = "decision-item";
    static final String LINE = "decision-line";
    static final String AMOUNT = "decision-amount";
    static final String OUTCOME = "decision-outcome";
    static final String UNDER = "decision-under";
    static final String WORDS = "decision-words";
    static final String CHOICES = "decision-choices";
    static final String GROUND = "decision-ground";
    static final String HEAD = "decision-head";

    private DecisionStyles() {}

    static String stylesheet() {
        URL sheet = Objects.requireNonNull(DecisionStyles.class.getResource("decision.css"), "decision.css");
        return sheet.toExternalForm();
    }
}
