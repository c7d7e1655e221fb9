package se.trepart.app.control;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A part of a page with a heading (avsnitt). */
public final class Section extends VBox {

    public Section(String heading, Node... content) {
        getStyleClass().add(Styles.SECTION);
        getChildren().add(Labels.heading(heading));
        getChildren().addAll(content);
    }
}
