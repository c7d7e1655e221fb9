package se.trepart.installer.sim;

/** An invariant of the sync does not hold. An error and not an exception, so that no code on its way takes it for a fault to live with. */
final class Broken extends AssertionError {

    private final String invariant;

    Broken(String invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    String invariant() {
        return invariant;
    }
}
