package se.trepart.app.casefile;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

/** Applied beside the month before (jämförelse): what differs is bold and says how. */
final class ComparisonTable extends GridPane {

    private static final int WHAT = 0;
    private static final int BEFORE = 1;
    private static final int NOW = 2;
    private static final int DIFFERENCE = 3;

    ComparisonTable(ApplicationPage page, Texts texts) {
        getStyleClass().add(CaseStyles.COMPARISON);
        boolean beside = !page.beforeMonth().isEmpty();
        ColumnConstraints what = new ColumnConstraints();
        what.setPercentWidth(beside ? 40 : 60);
        getColumnConstraints().add(what);
        int now = beside ? NOW : BEFORE;
        for (int column = 1; column <= (beside ? DIFFERENCE : BEFORE); column++) {
            getColumnConstraints().add(column(beside ? 20 : 40));
        }
        if (beside) {
            add(head(page.beforeMonth()), BEFORE, 0);
            add(head(texts.of("casefile.difference")), DIFFERENCE, 0);
        }
        add(head(page.nowMonth()), now, 0);
        int row = 1;
        for (Comparison.Part part : page.parts()) {
            Label heading = Labels.strong(part.heading());
            heading.getStyleClass().add(CaseStyles.COMPARISON_PART);
            add(heading, WHAT, row++);
            for (Comparison.Row line : part.rows()) {
                add(name(line), WHAT, row);
                if (beside) {
                    add(value(line.before()), BEFORE, row);
                }
                add(value(line.now()), now, row);
                if (line.differs()) {
                    Label difference = value(line.difference());
                    difference.getStyleClass().add(CaseStyles.DIFFERENCE);
                    add(difference, DIFFERENCE, row);
                }
                row++;
            }
        }
    }

    private static VBox name(Comparison.Row line) {
        VBox name = new VBox(Labels.text(line.what()));
        if (!line.detail().isEmpty()) {
            name.getChildren().add(Labels.hint(line.detail()));
        }
        if (line.differs()) {
            name.getStyleClass().add(Styles.CHANGED);
        }
        return name;
    }

    private static Label head(String text) {
        Label label = value(text);
        label.getStyleClass().add(CaseStyles.COMPARISON_HEAD);
        return label;
    }

    private static Label value(String text) {
        Label label = Labels.text(text.isEmpty() ? "–" : text);
        label.setTextAlignment(TextAlignment.RIGHT);
        setValignment(label, VPos.TOP);
        return label;
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setPercentWidth(percent);
        return column;
    }
}
