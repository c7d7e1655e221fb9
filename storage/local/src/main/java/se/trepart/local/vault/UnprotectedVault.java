package se.trepart.local.vault;

import java.nio.file.Path;
import java.security.GeneralSecurityException;

import se.trepart.local.vault.VaultProblem.Reason;

/** Keeps the keys in a file in the clear that only its owner may read: for the demo office and its synthetic people, never for real ones. */
public final class UnprotectedVault implements Vault {

    private final KeyFile file;

    public UnprotectedVault(Path file) {
        this.file = new KeyFile(file);
    }

    @Override
    public Keys unlock() {
        return file.read().map(UnprotectedVault::parse).orElseGet(() -> {
            Keys keys = Keys.random();
            file.write(keys.clear());
            return keys;
        });
    }

    private static Keys parse(byte[] clear) {
        try {
            return Keys.parse(clear);
        } catch (GeneralSecurityException foreign) {
            throw new VaultProblem(Reason.NOT_A_KEY_FILE, foreign);
        }
    }
}
