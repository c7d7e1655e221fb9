package se.trepart.model.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Who does something, in which role and when (den som gör). The day is the local day of the moment. */
public record Actor(Staff staff, Role role, Instant at, LocalDate on) {

    /** @throws IllegalArgumentException when the person does not hold the role */
    public Actor {
        if (!staff.has(role)) {
            throw new IllegalArgumentException("the person does not hold the role " + role);
        }
    }

    public UUID id() {
        return staff.id();
    }
}
