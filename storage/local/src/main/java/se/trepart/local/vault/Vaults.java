package se.trepart.local.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import se.trepart.local.vault.VaultProblem.Reason;

import org.jspecify.annotations.Nullable;

/**
 * Chooses where a store's keys are kept (val av nyckelvalv): where they were put the first time; for a new store under a passphrase when
 * one is given, otherwise by the operating system where it answers. The only place that chooses.
 */
public final class Vaults {

    /** system property: {@code off} never asks the operating system to keep keys, as in tests that make a store a minute */
    public static final String SYSTEM = "trepart.system-vault";

    private final Path folder;
    private final Supplier<SecretStore> system;

    public Vaults(Path folder) {
        this(folder, () -> ofTheSystem(folder));
    }

    Vaults(Path folder, Supplier<SecretStore> system) {
        this.folder = folder;
        this.system = system;
    }

    /**
     * @param passphrase null when none is given
     * @return empty for a new store where the operating system does not answer: ask for a passphrase, and again with it
     * @throws VaultProblem {@link Reason#PASSPHRASE_NEEDED} when the keys lie under a passphrase and none is given
     */
    public Optional<Vault> choose(char @Nullable [] passphrase) {
        if (Files.exists(underSystem())) {
            return Optional.of(new SystemVault(underSystem(), system.get()));
        }
        if (Files.exists(file()) && !PassphraseVault.isOne(file())) {
            return Optional.of(new UnprotectedVault(file()));
        }
        if (passphrase != null) {
            return Optional.of(new PassphraseVault(file(), passphrase));
        }
        if (Files.exists(file())) {
            throw new VaultProblem(Reason.PASSPHRASE_NEEDED, null);
        }
        Optional<SecretStore> secrets = answering();
        return secrets.isPresent() ? Optional.of(new SystemVault(underSystem(), secrets.get())) : Optional.empty();
    }

    /** Whether the folder has a store whose keys were put somewhere. */
    public boolean used() {
        return Files.exists(file()) || Files.exists(underSystem());
    }

    /** Keys in the clear, for synthetic people only. */
    public Vault unprotected() {
        return new UnprotectedVault(file());
    }

    private Path file() {
        return folder.resolve("keys");
    }

    private Path underSystem() {
        return folder.resolve("keys.system");
    }

    private Optional<SecretStore> answering() {
        try {
            SecretStore secrets = system.get();
            // one that cannot say that there is no such secret cannot keep one either
            return secrets.find("trepart-probe").isPresent() ? Optional.empty() : Optional.of(secrets);
        } catch (VaultProblem silent) {
            return Optional.empty();
        }
    }

    private static SecretStore ofTheSystem(Path folder) {
        if ("off".equals(System.getProperty(SYSTEM))) {
            throw new VaultProblem(Reason.UNREACHABLE, null);
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("windows")
                ? Dpapi.of(folder)
                : system.startsWith("mac") ? Keychain.ofTheSystem() : SecretService.ofTheSystem();
    }
}
