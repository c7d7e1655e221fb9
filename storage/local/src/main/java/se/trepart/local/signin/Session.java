package se.trepart.local.signin;

import java.util.UUID;

import se.trepart.model.access.Staff;

/** Who works at this workstation now. */
public interface Session {

    /** The signed-in member of staff, from the central store's register. */
    Staff staff();

    /** This workstation's id. */
    UUID device();

    /** A bearer token for the central store, fresh for at least a minute. */
    String token();
}
