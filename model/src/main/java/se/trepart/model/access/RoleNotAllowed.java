package se.trepart.model.access;

/** Somebody tried what their role does not allow. */
public final class RoleNotAllowed extends IllegalStateException {

    private final Role needed;

    public RoleNotAllowed(Role role, Role needed) {
        super(role + " may not do what " + needed + " may");
        this.needed = needed;
    }

    /** The lowest role that may. */
    public Role needed() {
        return needed;
    }
}
