package se.trepart.installer.sim;

/** The workstation's power is gone at this instruction: nothing above may tidy up. */
final class PowerCut extends Error {

    PowerCut(String where) {
        super(where, null, false, false);
    }
}
