package se.trepart.model.decision;

/** Where a decision stands: being prepared, with the decider, returned with a reason, made and locked (R17). */
public enum DecisionStatus {
    PREPARED,
    SENT,
    RETURNED,
    MADE
}
