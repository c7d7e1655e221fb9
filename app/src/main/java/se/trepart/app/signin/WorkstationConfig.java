package se.trepart.app.signin;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import se.trepart.local.signin.IdentityProvider;

import org.jspecify.annotations.Nullable;

/**
 * What the municipality has set for its workstations (arbetsplatsens inställningar): one file in a place where the administrator writes and
 * the user only reads, so that no other program of the user can point Trepart at another sign-in.
 *
 * @param ownIssuer PEM file with the municipality's own certificate authority; null when the system's are enough
 * @param municipality shown at sign-in
 * @param idle after which the window is locked
 * @param offline how long somebody may work without contact with the central store
 */
public record WorkstationConfig(IdentityProvider provider, URI central, @Nullable Path ownIssuer, String municipality, Duration idle,
        Duration offline, Keys keys) {

    /** What opens the keys of a workstation. */
    public enum Keys {
        /** the operating system, and a passphrase where it keeps none */
        SYSTEM,
        /** a passphrase that the person chooses */
        PASSPHRASE,
        /** nothing: for the demo office's synthetic people only */
        NONE
    }

    /** The file cannot be used; the text key says why, the value which line. */
    public static final class ConfigProblem extends Exception {

        private final String textKey;
        private final String value;

        ConfigProblem(String textKey, String value) {
            super(textKey);
            this.textKey = textKey;
            this.value = value;
        }

        public String textKey() {
            return textKey;
        }

        public String value() {
            return value;
        }
    }

    private static final Set<String> NAMES = Set.of("issuer", "client-id", "scopes", "redirect-port", "central", "ca", "municipality",
            "idle-minutes", "offline-hours", "keys");

    /** Where the administrator puts the file on this kind of computer. */
    public static Path usualPlace() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String common = Objects.requireNonNullElse(System.getenv("ProgramData"), "C:\\ProgramData");
            return Path.of(common, "Trepart", "trepart.properties");
        }
        return system.startsWith("mac")
                ? Path.of("/Library/Application Support/Trepart/trepart.properties")
                : Path.of("/etc/trepart/trepart.properties");
    }

    public static WorkstationConfig read(Path file) throws ConfigProblem {
        Properties set = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            set.load(reader);
        } catch (NoSuchFileException none) {
            throw new ConfigProblem("command.config-missing", "");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigProblem("command.config-unreadable", "");
        }
        Set<String> unknown = new TreeSet<>(set.stringPropertyNames());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new ConfigProblem("command.config-unknown", String.join(", ", unknown));
        }
        String ca = set.getProperty("ca", "").strip();
        return new WorkstationConfig(provider(set), address(set, "central"), ca.isEmpty() ? null : file.resolveSibling(ca),
                set.getProperty("municipality", "").strip(), Duration.ofMinutes(number(set, "idle-minutes", 10, 1, 60)),
                Duration.ofHours(number(set, "offline-hours", 72, 0, 24 * 14)), keys(set));
    }

    private static IdentityProvider provider(Properties set) throws ConfigProblem {
        String client = needed(set, "client-id");
        List<String> scopes = Arrays.stream(set.getProperty("scopes", "").split("\\s+"))
                .filter(scope -> !scope.isEmpty() && !scope.equals("openid"))
                .toList();
        return new IdentityProvider(address(set, "issuer"), client, scopes, (int) number(set, "redirect-port", 0, 0, 65_535));
    }

    private static Keys keys(Properties set) throws ConfigProblem {
        return switch (set.getProperty("keys", "system").strip()) {
            case "system" -> Keys.SYSTEM;
            case "passphrase" -> Keys.PASSPHRASE;
            case "none" -> Keys.NONE;
            default -> throw new ConfigProblem("command.config-wrong", "keys");
        };
    }

    private static URI address(Properties set, String name) throws ConfigProblem {
        try {
            URI address = URI.create(needed(set, name));
            // the same rule for both: over https, or not over a network at all
            return new IdentityProvider(address, "", List.of(), 0).issuer();
        } catch (IllegalArgumentException notSafe) {
            throw new ConfigProblem("command.config-address", name);
        }
    }

    private static long number(Properties set, String name, long usual, long least, long most) throws ConfigProblem {
        String text = set.getProperty(name, "").strip();
        try {
            long value = text.isEmpty() ? usual : Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new ConfigProblem("command.config-number", name + " (" + least + "–" + most + ")");
    }

    private static String needed(Properties set, String name) throws ConfigProblem {
        String value = set.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new ConfigProblem("command.config-lacks", name);
        }
        return value;
    }
}
