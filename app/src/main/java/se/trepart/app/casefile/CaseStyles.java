package se.trepart.app.casefile;

import java.net.URL;
import java.util.Objects;

/** The style classes of {@code case.css}, for the places of a case (stilklasser). */
public final class CaseStyles {

    public static final String HEAD = "case-head";
    public static final String STEPS = "case-steps";
    public static final String STEP = "case-step";
    public static final String PROGRESS = "case-progress";
    public static final String BODY = "case-body";
    public static final String PAGE = "case-page";
    public static final String FOOT = "case-foot";
    public static final String SIDE = "case-side";
    public static final String CONFLICT = "case-conflict";
    public static final String NOTE = "field-note";
    public static final String WARNING = "warning-note";
    public static final String COMPARISON = "comparison";
    public static final String COMPARISON_HEAD = "comparison-head";
    public static final String COMPARISON_PART = "comparison-part";
    public static final String DIFFERENCE = "difference";
    public static final String FORM_TEXT = "form-text";
    public static final String TIMELINE = "timeline";
    public static final String ENTRY = "timeline-entry";
    public static final String CHECK = "check";
    public static final String CHECK_HEAD = "check-head";
    public static final String CHECK_BODY = "check-body";
    public static final String FIELDS = "check-fields";

    private CaseStyles() {}

    /** The stylesheet that a place of a case adds to its root. */
    public static String stylesheet() {
        URL sheet = Objects.requireNonNull(CaseStyles.class.getResource("case.css"), "case.css");
        return sheet.toExternalForm();
    }
}
