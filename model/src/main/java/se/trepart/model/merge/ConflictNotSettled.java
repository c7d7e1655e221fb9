package se.trepart.model.merge;

/** A conflict was to be settled without a choice for everything, without a reason, or a second time. */
public final class ConflictNotSettled extends RuntimeException {

    ConflictNotSettled() {
        super("the conflict is not settled");
    }
}
