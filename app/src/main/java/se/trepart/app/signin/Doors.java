package se.trepart.app.signin;

import java.nio.file.Path;

import se.trepart.app.signin.EntranceScreen.Passphrase;
import se.trepart.local.signin.UnlockPhrase;
import se.trepart.local.vault.Vault;
import se.trepart.local.vault.VaultProblem;
import se.trepart.local.vault.VaultProblem.Reason;
import se.trepart.local.vault.Vaults;

import org.jspecify.annotations.Nullable;

/**
 * How the keys of a person's folder are opened at this workstation (lås), and what proves that it is the person: as the municipality has
 * chosen. Reads files and asks the system: not to be used on the JavaFX thread.
 */
public final class Doors {

    /** What opens the workstation without a sign-in, such as when there is no network. */
    enum Proof {
        /** the passphrase that the keys lie under */
        PASSPHRASE,
        /** a phrase chosen for it, because the operating system opens the keys for anybody at the computer */
        PHRASE,
        /** nothing but a sign-in: no phrase has been chosen */
        SIGN_IN,
        /** nothing at all, in the demo office */
        NOTHING
    }

    private final WorkstationConfig.Keys keys;

    public Doors(WorkstationConfig.Keys keys) {
        this.keys = keys;
    }

    /** Whether the person opens them, or is to open them, with something that only the person knows. */
    boolean asksForPassphrase(Path folder) {
        Vaults vaults = new Vaults(folder);
        if (keys == WorkstationConfig.Keys.NONE) {
            return false;
        }
        if (keys == WorkstationConfig.Keys.PASSPHRASE && !vaults.used()) {
            return true;
        }
        try {
            return vaults.choose(null).isEmpty();
        } catch (VaultProblem problem) {
            // any other problem is told when the keys are opened
            return problem.reason() == Reason.PASSPHRASE_NEEDED;
        }
    }

    Proof proof(Path folder) {
        if (keys == WorkstationConfig.Keys.NONE) {
            return Proof.NOTHING;
        }
        if (asksForPassphrase(folder)) {
            return Proof.PASSPHRASE;
        }
        return new UnlockPhrase(folder).chosen() ? Proof.PHRASE : Proof.SIGN_IN;
    }

    void choosePhrase(Path folder, Passphrase written) {
        new UnlockPhrase(folder).choose(written.written());
    }

    /**
     * As {@link #vault}, for somebody who has not signed in now.
     *
     * @throws VaultProblem when it is not proved that it is the person
     */
    Vault vaultWithoutSignIn(Path folder, @Nullable Passphrase written) {
        return switch (proof(folder)) {
            case PASSPHRASE, NOTHING -> vault(folder, written);
            case PHRASE -> {
                if (written == null) {
                    throw new VaultProblem(Reason.PASSPHRASE_NEEDED, null);
                }
                new UnlockPhrase(folder).prove(written.written());
                yield vault(folder, null);
            }
            case SIGN_IN -> throw new VaultProblem(Reason.PASSPHRASE_NEEDED, null);
        };
    }

    boolean hasKeys(Path folder) {
        return new Vaults(folder).used();
    }

    /** @throws VaultProblem when a passphrase is needed and none was written */
    Vault vault(Path folder, @Nullable Passphrase written) {
        Vaults vaults = new Vaults(folder);
        return keys == WorkstationConfig.Keys.NONE
                ? vaults.unprotected()
                : vaults.choose(written == null ? null : written.written())
                        .orElseThrow(() -> new VaultProblem(Reason.PASSPHRASE_NEEDED, null));
    }
}
