package se.trepart.local.cache;

import java.util.UUID;

/** The unit's documents can neither be read nor written until the central store has been reached: its lease has ended (låst enhet). */
public final class UnitLocked extends RuntimeException {

    UnitLocked(UUID unit) {
        super("unit " + unit + " is locked");
    }
}
