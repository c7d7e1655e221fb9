package se.trepart.central.access;

import java.util.Set;
import java.util.UUID;

/** Units and protected cases that a person has had and lost, at some time (återkallat): what they did there in good faith is kept. */
public record Withdrawn(Set<UUID> units, Set<UUID> cases) {

    public Withdrawn {
        units = Set.copyOf(units);
        cases = Set.copyOf(cases);
    }
}
