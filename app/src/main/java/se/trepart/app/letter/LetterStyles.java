package se.trepart.app.letter;

import java.net.URL;
import java.util.Objects;

/** The style classes of {@code letter-view.css} (stilklasser). */
final class LetterStyles {

    static final String LEFT = "letter-left";
    static final String TEXTING = "letter-texting";
    static final String FIELDS = "letter-fields";
    static final String PAPER = "letter-paper";
    static final String PAGES = "letter-pages";
    static final String SHEET = "letter-sheet";

    static final String REMARKS = "letter-remarks";
    static final String REMARKS_HEAD = "letter-remarks-head";
    static final String REMARK_LIST = "letter-remark-list";
    static final String REMARK = "letter-remark";
    static final String MARK = "letter-mark";
    static final String READING = "letter-reading";

    private LetterStyles() {}

    static String stylesheet() {
        URL sheet = Objects.requireNonNull(LetterStyles.class.getResource("letter-view.css"), "letter-view.css");
        return sheet.toExternalForm();
    }
}
