package se.trepart.local.vault;

import java.util.Optional;

/** Small secrets that the operating system keeps for the one who is signed in to the computer (systemets nyckelring). */
interface SecretStore {

    /**
     * The caller wipes what it gets.
     *
     * @throws VaultProblem when the system does not answer, or refuses
     */
    Optional<byte[]> find(String name);

    /** @throws VaultProblem when the system does not answer, or refuses */
    void keep(String name, byte[] secret);
}
