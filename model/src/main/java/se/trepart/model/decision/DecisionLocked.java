package se.trepart.model.decision;

/** A made decision is never changed (R17): correct it with a new one. */
public final class DecisionLocked extends IllegalStateException {

    public DecisionLocked() {
        super("the decision is made and locked");
    }
}
