package se.trepart.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Integrity;
import se.trepart.local.cache.NewerStore;
import se.trepart.local.cache.StoreFull;
import se.trepart.local.cache.StoreInUse;
import se.trepart.local.cache.UnitLocked;
import se.trepart.local.signin.Session;
import se.trepart.local.vault.SealBroken;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.local.vault.Vault;
import se.trepart.local.vault.VaultProblem;
import se.trepart.local.vault.Vaults;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;

import org.jspecify.annotations.Nullable;

/**
 * The folder with a workstation's store (uppgiftsmapp), opened without a central store and without anybody signed in. The keys are under the
 * passphrase in {@code TREPART_PASSPHRASE} or with the operating system; where neither is to be had they lie in the clear, which is for
 * synthetic people only and is told.
 */
record DataFolder(Console console, Path folder) {

    private static final String PASSPHRASE = "TREPART_PASSPHRASE";

    /** The machine at work: no roles, no cases of its own. */
    private record Machine(UUID device) implements Session {

        @Override
        public Staff staff() {
            return new Staff(new UUID(0, 0), Unit.MUNICIPALITY, "", "Trepart", "", "", List.of(), List.of(), List.of(), true,
                    LocalDate.EPOCH);
        }

        @Override
        public String token() {
            throw new IllegalStateException("nobody is signed in");
        }
    }

    static DataFolder of(Console console, @Nullable Path named) {
        return new DataFolder(console, named == null ? usual() : named);
    }

    /** Does the work with the store open; empty when it could not be opened or is broken, which has then been printed. */
    <T> Optional<T> open(Function<Workstation, T> work) {
        return telling(() -> {
            try (Workstation workstation = WorkstationStore.open(folder, vault(), new Machine(UUID.randomUUID()), null, console.clock(),
                    new Ids())) {
                return work.apply(workstation);
            }
        });
    }

    /** What is damaged in the store; empty when it could not be looked through, which has then been printed. */
    Optional<List<Integrity.Finding>> check() {
        return telling(() -> Integrity.check(folder, vault()));
    }

    private <T> Optional<T> telling(Supplier<T> work) {
        try {
            T done = work.get();
            if (vault() instanceof UnprotectedVault) {
                problem(console.texts().of("command.keys-unprotected"));
            }
            return Optional.of(done);
        } catch (StoreInUse _) {
            problem(console.texts().of("command.store-in-use"));
        } catch (NewerStore _) {
            problem(console.texts().of("command.store-newer"));
        } catch (StoreFull _) {
            problem(console.texts().of("command.store-full"));
        } catch (UnitLocked _) {
            problem(console.texts().of("command.unit-locked"));
        } catch (SealBroken _) {
            problem(console.texts().of("command.store-broken"));
        } catch (VaultProblem e) {
            problem(console.texts().name("command.vault", e.reason()));
        }
        return Optional.empty();
    }

    void problem(String text) {
        console.err().println(folder + ": " + text);
    }

    private Vault vault() {
        String passphrase = passphrase();
        Vaults vaults = new Vaults(folder);
        return vaults.choose(passphrase.isEmpty() ? null : passphrase.toCharArray()).orElseGet(vaults::unprotected);
    }

    static String passphrase() {
        return Objects.requireNonNullElse(System.getenv(PASSPHRASE), "");
    }

    static Path usual() {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Trepart");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Trepart");
        }
        String data = System.getenv("XDG_DATA_HOME");
        return (data == null || data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve("trepart");
    }
}
