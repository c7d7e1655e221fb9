package se.trepart.local.vault;

/**
 * Where a workstation's keys are kept (nyckelvalv). One implementation per way of keeping them: under a passphrase, by the operating
 * system, or, in the demo office only, unprotected.
 */
public interface Vault {

    /**
     * The keys of this workstation; new ones are made and kept at the first call.
     *
     * @throws VaultProblem when the keys cannot be had
     */
    Keys unlock();
}
