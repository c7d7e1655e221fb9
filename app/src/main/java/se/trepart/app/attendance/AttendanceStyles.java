package se.trepart.app.attendance;

import java.net.URL;
import java.util.Objects;
import javafx.css.PseudoClass;

/** The style classes of {@code attendance.css} (stilklasser). */
final class AttendanceStyles {

    static final String GRID = "attendance-grid";
    static final String DAY = "attendance-day";
    static final String LETTER = "attendance-letter";
    static final String LEGEND = "attendance-legend";
    static final String STRIP = "attendance-strip";
    static final String PAGES = "attendance-pages";
    static final String WEEK = "attendance-week";
    static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid-absence");
    static final PseudoClass UNSAVED = PseudoClass.getPseudoClass("unsaved");

    private AttendanceStyles() {}

    static String stylesheet() {
        URL sheet = Objects.requireNonNull(AttendanceStyles.class.getResource("attendance.css"), "attendance.css");
        return sheet.toExternalForm();
    }
}
