package se.trepart.app.casefile;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings something on a long page into sight (rullning). */
public final class Scrolling {

    private static final double AIR = 24;

    private Scrolling() {}

    /** The node stands near the top of the scroll pane afterwards, as far as the page reaches. */
    public static void to(ScrollPane scroll, Node node) {
        scroll.applyCss();
        scroll.layout();
        Node content = scroll.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = content.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((place.getMinY() - AIR) / hidden, 0, 1));
    }
}
