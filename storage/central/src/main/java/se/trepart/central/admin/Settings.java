package se.trepart.central.admin;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The service's settings (inställningar): a properties file in UTF-8, and the environment, which goes before it. {@code jdbc.url} is
 * {@code TREPART_JDBC_URL} there. A secret {@code x} is read from the file that {@code x.file} names, or from the environment; never from
 * the properties file or the command line.
 */
final class Settings {

    private static final List<Path> USUAL = List.of(Path.of("trepart-central.properties"),
            Path.of("/etc/trepart/trepart-central.properties"));
    private static final Set<String> KNOWN = Set.of("jdbc.url", "service.password.file", "owner.user", "owner.password.file", "host",
            "port", "issuer", "audience", "jwks.file", "tls.certificate", "tls.key", "plain.http", "metrics.port", "connections", "devices",
            "lease.hours", "checkpoint.key.file", "postgres.programs");

    private final Path file;
    private final Properties properties;
    private final Map<String, String> environment;

    private Settings(Path file, Properties properties, Map<String, String> environment) {
        this.file = file;
        this.properties = properties;
        this.environment = environment;
    }

    /** @throws BadSettings when the file cannot be read or holds what no setting is called */
    static Settings read(Optional<Path> named, Map<String, String> environment) {
        Path file = named.or(() -> Optional.ofNullable(environment.get("TREPART_CONFIG")).map(Path::of))
                .orElseGet(() -> USUAL.stream().filter(Files::exists).findFirst().orElse(USUAL.getFirst()));
        Properties properties = new Properties();
        boolean mustBeThere = named.isPresent() || environment.containsKey("TREPART_CONFIG");
        if (mustBeThere || Files.exists(file)) {
            try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new BadSettings("Inställningsfilen " + file + " går inte att läsa: " + reason(e), e);
            }
        }
        for (String name : properties.stringPropertyNames()) {
            if (!KNOWN.contains(name)) {
                throw new BadSettings(
                        file + ": " + name + " är ingen inställning. De som finns: " + String.join(", ", KNOWN.stream().sorted().toList()));
            }
        }
        return new Settings(file, properties, environment);
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(environment.get(variable(name)))
                .or(() -> Optional.ofNullable(properties.getProperty(name)))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    int number(String name, int otherwise) {
        return optional(name).map(text -> {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new BadSettings(name + " är inget heltal: " + text, e);
            }
        }).orElse(otherwise);
    }

    boolean is(String name) {
        return optional(name).filter(Boolean::parseBoolean).isPresent();
    }

    Path path(String name) {
        return Path.of(required(name));
    }

    /** A file's text. */
    String text(String name) {
        Path path = path(name);
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new BadSettings(name + ": " + path + " går inte att läsa: " + reason(e), e);
        }
    }

    /** @throws BadSettings also when others on the machine may read its file */
    String secret(String name) {
        String direct = environment.get(variable(name));
        if (direct != null && !direct.isBlank()) {
            return direct.strip();
        }
        String fileSetting = name + ".file";
        if (optional(fileSetting).isEmpty()) {
            throw missing(fileSetting);
        }
        onlyMine(path(fileSetting));
        return text(fileSetting);
    }

    /** @throws BadSettings when others on the machine may read the file */
    static void onlyMine(Path path) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            Set<PosixFilePermission> others = EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
            if (view != null && view.readAttributes().permissions().stream().anyMatch(others::contains)) {
                throw new BadSettings("Andra på datorn kan läsa " + path + ". Kör: chmod o= " + path);
            }
        } catch (IOException e) {
            throw new BadSettings(path + " går inte att läsa: " + reason(e), e);
        }
    }

    private BadSettings missing(String name) {
        return new BadSettings(name + " saknas. Skriv den i " + file.toAbsolutePath() + " eller sätt " + variable(name) + ".");
    }

    private static String variable(String name) {
        return "TREPART_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static String reason(Exception e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "den finns inte"
                : e instanceof java.nio.file.AccessDeniedException ? "rättighet saknas" : e.getClass().getSimpleName();
    }

    /** Something is wrong with the settings; the message says what and what to do. */
    static final class BadSettings extends RuntimeException {

        BadSettings(String message) {
            super(message);
        }

        BadSettings(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
