package se.trepart.model.investigation;

/** The investigation is finished (avslutad) and is not changed any more. */
public final class InvestigationFinished extends IllegalStateException {

    public InvestigationFinished() {
        super("the investigation is finished");
    }
}
