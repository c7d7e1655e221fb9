package se.trepart.app.control;

import javafx.scene.control.Label;

/** Words on a page (rubriker och löptext). */
public final class Labels {

    private Labels() {}

    /** The one title of a page, 20 px. */
    public static Label title(String text) {
        return label(text, Styles.PAGE_TITLE);
    }

    /** The heading of a section, 16 px. */
    public static Label heading(String text) {
        return label(text, Styles.HEADING);
    }

    /** Running text that wraps. */
    public static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** What helps the one who wonders, quieter than the rest; wraps. */
    public static Label hint(String text) {
        Label label = text(text);
        label.getStyleClass().add(Styles.HINT);
        return label;
    }

    /** One quiet line. */
    public static Label muted(String text) {
        return label(text, Styles.MUTED);
    }

    public static Label strong(String text) {
        return label(text, Styles.STRONG);
    }

    /** An amount or a number: right-aligned, figures of equal width. */
    public static Label figure(String text) {
        return label(text, Styles.FIGURE);
    }

    /**
     * A short mark with a word (märke).
     *
     * @param tones such as {@link Styles#URGENT}; none for a neutral one
     */
    public static Label badge(String text, String... tones) {
        Label badge = label(text, Styles.BADGE);
        badge.getStyleClass().addAll(tones);
        badge.setMinWidth(Label.USE_PREF_SIZE);
        return badge;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
