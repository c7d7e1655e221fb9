package se.trepart.app.template;

import java.net.URL;
import java.util.Objects;

/** The style classes of {@code template.css} (stilklasser). */
final class TemplateStyles {

    static final String LEFT = "template-left";
    static final String WRITING = "template-writing";
    static final String FIELDS = "template-fields";
    static final String PROOF = "template-proof";
    static final String REMARKS = "template-remarks";
    static final String REMARK = "template-remark";
    static final String PAPER = "template-paper";
    static final String PAGES = "template-pages";
    static final String SHEET = "template-sheet";
    static final String KINDS = "template-kinds";

    private TemplateStyles() {}

    static String stylesheet() {
        URL sheet = Objects.requireNonNull(TemplateStyles.class.getResource("template.css"), "template.css");
        return sheet.toExternalForm();
    }
}
