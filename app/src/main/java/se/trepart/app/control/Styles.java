package se.trepart.app.control;

/** The style classes of {@code trepart.css} (stilklasser). No screen sets a style any other way. */
public final class Styles {

    /** The program's own stylesheet, on top of the theme's. */
    public static final String STYLESHEET = "/se/trepart/app/control/trepart.css";

    // type
    public static final String PAGE_TITLE = "page-title";
    public static final String HEADING = "heading";
    public static final String HINT = "hint";
    public static final String MUTED = "muted";
    public static final String STRONG = "strong";
    public static final String FIGURE = "figure";

    // parts of a page
    public static final String PAGE = "page";
    public static final String PAGE_HEAD = "page-head";
    public static final String READING = "reading-width";
    public static final String SECTION = "section";
    public static final String ROW = "row";
    public static final String TIGHT = "tight";
    public static final String CARD = "card";
    public static final String SIDE = "side-column";
    public static final String FIELD = "field";
    public static final String FIELD_LABEL = "field-label";
    public static final String FIELD_FAULT = "field-fault";
    public static final String FAULTY = "faulty";
    public static final String CHANGED = "changed";
    public static final String MAIN_ACTION = "main-action";
    public static final String MAIN_ACTION_BUTTONS = "main-action-buttons";
    public static final String EMPTY_STATE = "empty-state";
    public static final String KEY_VALUES = "key-values";
    public static final String LINK_LIST = "link-list";
    public static final String LINK = "plain-link";
    public static final String DIALOG = "trepart-dialog";
    public static final String FAULT_DIALOG = "fault-dialog";
    public static final String QUIET_BUTTON = "quiet-button";
    public static final String LIST_TABLE = "list-table";
    public static final String TALL_ROWS = "tall-rows";
    public static final String CELL_WORDS = "cell-words";
    public static final String FORM_ROW = "form-row";
    public static final String FORM_WIDTH = "form-width";
    public static final String BESIDE_FIELD = "beside-field";
    public static final String BOTTOM_BAR = "bottom-bar";
    public static final String ICON_BUTTON = "icon-button";
    public static final String SHORT = "short-field";
    public static final String LAST_MONTH = "last-month";
    public static final String ROWS = "rows";
    public static final String FILTERS = "filters";
    public static final String DENSE = "dense-rows";

    // badges; the colour always comes with a word
    public static final String BADGE = "badge";
    public static final String ACCENT = "accent";
    public static final String GOOD = "good";
    public static final String ATTENTION = "attention";
    public static final String URGENT = "urgent";

    private Styles() {}
}
