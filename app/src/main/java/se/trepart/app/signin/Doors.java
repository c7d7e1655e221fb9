package se.trepart.app.signin;

import java.nio.file.Files;
import java.nio.file.Path;

import se.trepart.app.signin.EntranceScreen.Passphrase;
import se.trepart.local.vault.PassphraseVault;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.local.vault.Vault;

import org.jspecify.annotations.Nullable;

/** How the keys of a person's folder are opened at this workstation (lås): as the municipality has chosen. */
public final class Doors {

    private final WorkstationConfig.Keys keys;

    public Doors(WorkstationConfig.Keys keys) {
        this.keys = keys;
    }

    /** Whether the person opens them with something that only the person knows. */
    boolean asksForPassphrase() {
        return keys == WorkstationConfig.Keys.PASSPHRASE;
    }

    boolean hasKeys(Path folder) {
        return Files.exists(file(folder));
    }

    Vault vault(Path folder, @Nullable Passphrase written) {
        return switch (keys) {
            case PASSPHRASE -> new PassphraseVault(file(folder), written == null ? new char[0] : written.written());
            case NONE -> new UnprotectedVault(file(folder));
        };
    }

    private static Path file(Path folder) {
        return folder.resolve("keys");
    }
}
