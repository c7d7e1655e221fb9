package se.trepart.app.conflict;

import java.net.URL;
import java.util.Objects;

/** The style classes of {@code conflict.css} (stilklasser). */
final class ConflictStyles {

    static final String VALUES = "conflict-values";
    static final String VALUE = "conflict-value";
    static final String SIDES = "conflict-sides";
    static final String OWN = "conflict-own";
    static final String PAGE = "conflict-page";
    static final String FOOT = "conflict-foot";

    private ConflictStyles() {}

    static String stylesheet() {
        URL sheet = Objects.requireNonNull(ConflictStyles.class.getResource("conflict.css"), "conflict.css");
        return sheet.toExternalForm();
    }
}
