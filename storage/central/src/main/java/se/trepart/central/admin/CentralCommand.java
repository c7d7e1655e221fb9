package se.trepart.central.admin;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import se.trepart.central.http.Faults;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The administrator's command line, {@code trepart-central}. Passwords are read from files or the environment, never from the line itself. */
@Command(name = "trepart-central", mixinStandardHelpOptions = true, version = "0.1.0", description = "Treparts centrala lager.", subcommands = {
        InitCommand.class, ServeCommand.class, UnitsCommand.class, StaffCommand.class, DevicesCommand.class, ResultsCommand.class,
        VerifyCommand.class, SnapshotCommand.class, BackupCommand.class, RestoreCommand.class, NewEpochCommand.class, TrimCommand.class,
        CheckpointKeyCommand.class})
public final class CentralCommand {

    /** Held here: a logger that nobody holds forgets its level. */
    private static final List<Logger> LIBRARIES = Stream.of("org.flywaydb", "com.zaxxer.hikari", "io.helidon")
            .map(Logger::getLogger)
            .toList();

    CentralCommand() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.of("sv", "SE"));
        // one line a record, for the journal; without what an exception says, which may quote what is stored
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %3$s: %5$s%n");
        LIBRARIES.forEach(library -> library.setLevel(Level.WARNING));
        System.exit(line().execute(arguments));
    }

    /** 0 when it went well, 1 when not, 2 for a wrong command or setting. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new CentralCommand());
        line.setExecutionExceptionHandler((e, command, _) -> {
            boolean settings = e instanceof Settings.BadSettings;
            command.getErr().println(settings || e instanceof Stopped ? e.getMessage() : unexpected(e));
            return settings ? 2 : 1;
        });
        return line;
    }

    /** What the database or the machine says may quote what is stored, so only its kind is shown. */
    private static String unexpected(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return switch (state.substring(0, 2)) {
                    case "08" -> "Databasen svarar inte (" + state + "). Är den igång, och stämmer jdbc.url?";
                    case "28" -> "Databasen godkänner inte rollen eller lösenordet (" + state + ").";
                    case "3D" -> "Databasen finns inte (" + state + "). Skapa den, eller rätta jdbc.url.";
                    case "3F", "42" -> "Databasen är inte förberedd eller rollen saknar rätt (" + state + "). Kör trepart-central init.";
                    default -> "Databasen nekade (" + state + ").";
                };
            }
            if (cause instanceof java.net.BindException) {
                return "Porten är upptagen.";
            }
        }
        return "Oväntat fel:" + Faults.places(e);
    }

    /** The command could not do what it was asked; the message says why and what to do. */
    static final class Stopped extends RuntimeException {

        Stopped(String message) {
            super(message);
        }

        Stopped(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
