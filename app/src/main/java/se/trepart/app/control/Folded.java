package se.trepart.app.control;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/** Something that is read now and then, folded until then (hopfällt). */
public final class Folded extends TitledPane {

    public Folded(String title, Node content) {
        super(title, content);
        setExpanded(false);
        setAnimated(false);
        // a long title is cut, and does not make the page wider
        setMinWidth(0);
    }
}
