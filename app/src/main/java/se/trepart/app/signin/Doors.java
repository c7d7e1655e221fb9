package se.trepart.app.signin;

import java.nio.file.Path;

import se.trepart.app.signin.EntranceScreen.Passphrase;
import se.trepart.local.vault.Vault;
import se.trepart.local.vault.VaultProblem;
import se.trepart.local.vault.VaultProblem.Reason;
import se.trepart.local.vault.Vaults;

import org.jspecify.annotations.Nullable;

/** How the keys of a person's folder are opened at this workstation (lås): as the municipality has chosen. Asks the system, so it may block. */
public final class Doors {

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
