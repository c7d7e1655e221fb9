package se.trepart.central.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import se.trepart.central.admin.CentralCommand.Stopped;

import org.postgresql.Driver;

/** PostgreSQL's own pg_dump and pg_restore, run as the database's owner. The password goes by the environment, never by the line. */
final class PostgresPrograms {

    private static final Map<String, String> VARIABLES = Map.of("PGHOST", "PGHOST", "PGPORT", "PGPORT", "PGDBNAME", "PGDATABASE", "sslmode",
            "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT");

    private final Settings settings;

    PostgresPrograms(Settings settings) {
        this.settings = settings;
    }

    /** @throws Stopped when the program is missing or ends with an error; what it says itself stands on the screen */
    void run(String program, List<String> arguments, Optional<Path> output) {
        List<String> line = new ArrayList<>();
        line.add(settings.optional("postgres.programs").map(folder -> Path.of(folder, program).toString()).orElse(program));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectOutput(output.map(Path::toFile).map(ProcessBuilder.Redirect::to).orElse(ProcessBuilder.Redirect.INHERIT));
        builder.environment().putAll(connection());
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new Stopped(program + " misslyckades (" + code + ").");
            }
        } catch (IOException e) {
            throw new Stopped(
                    program + " finns inte. Installera postgresql-client, eller sätt postgres.programs till mappen där det ligger.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(program + " avbröts.");
        }
    }

    private Map<String, String> connection() {
        Properties parsed = Driver.parseURL(settings.required("jdbc.url"), new Properties());
        if (parsed == null) {
            throw new Settings.BadSettings("jdbc.url ska börja med jdbc:postgresql://");
        }
        Map<String, String> variables = new java.util.HashMap<>();
        VARIABLES.forEach((property, variable) -> {
            String value = parsed.getProperty(property);
            if (value != null) {
                variables.put(variable, value);
            }
        });
        variables.put("PGUSER", settings.required("owner.user"));
        variables.put("PGPASSWORD", settings.secret("owner.password"));
        return variables;
    }

    /** A file that only its owner can read, made before anything is written to it. */
    static void makePrivate(Path file) throws IOException {
        Files.createFile(file, java.nio.file.attribute.PosixFilePermissions
                .asFileAttribute(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
    }
}
