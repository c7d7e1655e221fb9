package se.trepart.app.casefile;

import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

import se.trepart.app.keyboard.Shortcut;

/** The page of one step of the work in a case (stegets vy); {@link CaseStep} shows and hides it. */
public abstract class CaseStepView extends BorderPane {

    private Subscription following = Subscription.EMPTY;

    /** Shows what the view model says from now on, until the step is hidden. */
    protected abstract Subscription follow();

    /** The step was hidden: what the page keeps only while it is shown goes here. */
    protected void hidden() {}

    /** Takes the user to something on the page; unknown anchors show the top. */
    protected void show(String anchor) {}

    /** Ctrl+Enter. */
    protected abstract void mainAction();

    /** A key that means something on this page only. Answers whether it did something. */
    protected boolean press(Shortcut shortcut) {
        return false;
    }

    final void opened() {
        following = follow();
    }

    final void closed() {
        following.unsubscribe();
        hidden();
    }
}
