package se.trepart.app.control;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import atlantafx.base.theme.Styles;

/**
 * The main action of a page alone at the bottom right (huvudåtgärd). While there are reasons why it cannot be done it is disabled and
 * they stand beside it, each a link; above it where the window is narrow.
 */
public final class MainAction extends Pane {

    /** how many letters' heights of room the reasons want beside the buttons */
    private static final double ROOM = 18;

    private final LinkList reasons = new LinkList();
    private final HBox buttons = new HBox();
    private final Button button;

    /** @param name what it does: "Avsluta utredningen" */
    public MainAction(String name, Runnable action) {
        button = new Button(name);
        button.getStyleClass().add(Styles.ACCENT);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        getStyleClass().add(se.trepart.app.control.Styles.MAIN_ACTION);
        buttons.getStyleClass().add(se.trepart.app.control.Styles.MAIN_ACTION_BUTTONS);
        buttons.getChildren().add(button);
        getChildren().addAll(reasons, buttons);
    }

    /** Another action of less weight, to the left of the main one. */
    public MainAction beside(Node... others) {
        buttons.getChildren().addAll(buttons.getChildren().size() - 1, List.of(others));
        return this;
    }

    /** Why it cannot be done now; empty when it can. */
    public void reasons(List<Reason> why) {
        reasons.show(why);
        button.setDisable(!why.isEmpty());
    }

    /** For Ctrl+Enter: does it when it can be done. */
    public void fire() {
        button.fire();
    }

    public Button button() {
        return button;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return aside() + buttons.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return aside() + reasons.prefWidth(-1) + buttons.getSpacing() + buttons.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = (width < 0 ? computePrefWidth(-1) : width) - aside();
        double below = buttons.prefHeight(-1);
        return getInsets().getTop() + getInsets().getBottom()
                + (above(inside) ? reasons.prefHeight(inside) + gap() + below : Math.max(reasons.prefHeight(beside(inside)), below));
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double inside = getWidth() - aside();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        double below = buttons.prefHeight(-1);
        boolean above = above(inside);
        layoutInArea(reasons, insets.getLeft(), insets.getTop(), above ? inside : beside(inside), above ? height - gap() - below : height,
                0, Insets.EMPTY, true, false, HPos.LEFT, VPos.CENTER);
        layoutInArea(buttons, insets.getLeft(), insets.getTop() + height - below, inside, below, 0, HPos.RIGHT, VPos.BOTTOM);
    }

    private double aside() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private double beside(double inside) {
        return Math.max(0, inside - buttons.prefWidth(-1) - buttons.getSpacing());
    }

    private double gap() {
        return buttons.getSpacing() / 2;
    }

    private boolean above(double inside) {
        return beside(inside) < Math.min(reasons.prefWidth(-1), ROOM * button.getFont().getSize());
    }
}
