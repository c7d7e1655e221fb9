package se.trepart.model.decision;

/** What was tried belongs to another status of the decision, such as changing one that lies with the decider. */
public final class NotInThisStatus extends IllegalStateException {

    private final DecisionStatus status;

    public NotInThisStatus(DecisionStatus status) {
        super("not possible while the decision is " + status);
        this.status = status;
    }

    public DecisionStatus status() {
        return status;
    }
}
