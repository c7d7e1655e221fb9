package se.trepart.local.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import se.trepart.local.vault.PassphraseVault;
import se.trepart.local.vault.VaultProblem;
import se.trepart.local.vault.VaultProblem.Reason;

/**
 * What the person proves themself with where the operating system opens the keys for anybody at the computer (lösenfras för upplåsning): asked
 * for whenever the workstation is opened or unlocked without a sign-in. It seals nothing of the store; only what is needed to know it again
 * lies in the folder (Argon2id).
 */
public final class UnlockPhrase {

    private final Path file;

    /** @param folder the person's */
    public UnlockPhrase(Path folder) {
        file = folder.resolve("unlock");
    }

    public boolean chosen() {
        return Files.exists(file);
    }

    /** In place of any before it. */
    public void choose(char[] phrase) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
        new PassphraseVault(file, phrase).unlock();
    }

    /** @throws VaultProblem NOT_OPENED when it is another phrase, PASSPHRASE_NEEDED when none has been chosen */
    public void prove(char[] phrase) {
        if (!chosen()) {
            throw new VaultProblem(Reason.PASSPHRASE_NEEDED, null);
        }
        new PassphraseVault(file, phrase).unlock();
    }
}
