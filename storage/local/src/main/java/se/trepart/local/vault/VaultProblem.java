package se.trepart.local.vault;

import org.jspecify.annotations.Nullable;

/** The keys cannot be had, and why. */
public final class VaultProblem extends RuntimeException {

    /** Why the vault stays closed. */
    public enum Reason {
        /** the passphrase does not open the keys; a damaged file cannot be told from a wrong passphrase */
        NOT_OPENED,
        /** the file is not a key file, or one of a newer program */
        NOT_A_KEY_FILE,
        /** the file cannot be read or written */
        UNREACHABLE,
        /** the keys are whole but belong to another store */
        OTHER_STORE,
        /** the operating system kept the keys and has them no more */
        LOST,
        /** the keys lie under a passphrase, and none was given */
        PASSPHRASE_NEEDED
    }

    private final Reason reason;

    public VaultProblem(Reason reason, @Nullable Throwable cause) {
        super("the vault stays closed: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
