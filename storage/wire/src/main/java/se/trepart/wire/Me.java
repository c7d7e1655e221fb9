package se.trepart.wire;

import se.trepart.model.access.Staff;

/** Answer to "who am I": the caller's own entry in the staff register. */
public record Me(Staff staff) {}
