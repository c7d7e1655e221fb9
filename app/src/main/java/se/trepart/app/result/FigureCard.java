package se.trepart.app.result;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Labels;
import se.trepart.app.result.ResultSheet.Behind;
import se.trepart.app.result.ResultSheet.Figure;

/** One key figure (nyckeltal); a button where there is a list behind it. */
final class FigureCard extends Button {

    FigureCard(Figure figure, Consumer<Behind> open) {
        Label name = Labels.text(figure.name());
        Label value = Labels.strong(figure.value());
        value.getStyleClass().add("figure-value");
        VBox lines = new VBox(name, value, Labels.hint(figure.detail()));
        lines.getStyleClass().add("figure-lines");
        setGraphic(lines);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("figure-card");
        setAccessibleText(figure.name() + ": " + figure.value() + ". " + figure.detail());
        Behind behind = figure.behind();
        if (behind == null) {
            // read by tabbing to it, as the others are; it only leads nowhere
            getStyleClass().add("figure-alone");
        } else {
            setOnAction(_ -> open.accept(behind));
        }
    }
}
