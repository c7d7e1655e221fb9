package se.trepart.model.casefile;

/** Where a case is in its life (fas): intake (mottagning, R3), running (löpande), closed (avslutat). */
public enum Phase {
    INTAKE,
    RUNNING,
    CLOSED
}
