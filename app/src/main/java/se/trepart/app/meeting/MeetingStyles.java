package se.trepart.app.meeting;

import java.net.URL;
import java.util.Objects;

/** The style classes of {@code meeting.css} (stilklasser). */
final class MeetingStyles {

    static final String VIEW = "meeting-view";
    static final String TOP = "meeting-top";
    static final String COLUMN = "meeting-column";
    static final String PAGE = "meeting-page";
    static final String QUOTE = "meeting-quote";
    static final String LINE = "meeting-line";
    static final String COLUMNS = "meeting-columns";
    static final String PARTY = "meeting-party";
    static final String TASK = "meeting-task";
    static final String NEXT = "meeting-next";
    static final String FOOT = "meeting-foot";
    static final String ACTIONS = "meeting-actions";
    static final String ANSWERS = "meeting-answers";

    private MeetingStyles() {}

    static String stylesheet() {
        URL sheet = Objects.requireNonNull(MeetingStyles.class.getResource("meeting.css"), "meeting.css");
        return sheet.toExternalForm();
    }
}
