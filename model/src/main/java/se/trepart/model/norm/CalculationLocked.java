package se.trepart.model.norm;

/** A calculation that a made decision rests on cannot be changed (R17). */
public final class CalculationLocked extends IllegalStateException {

    public CalculationLocked() {
        super("the calculation is locked");
    }
}
