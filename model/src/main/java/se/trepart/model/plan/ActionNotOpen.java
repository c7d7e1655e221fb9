package se.trepart.model.plan;

/** What was tried needs an action that runs and has no proposal waiting for an answer, or a proposal that waits. */
public final class ActionNotOpen extends IllegalStateException {

    public ActionNotOpen() {
        super("not possible as the action stands");
    }
}
