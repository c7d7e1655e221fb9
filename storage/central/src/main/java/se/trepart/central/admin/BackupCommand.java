package se.trepart.central.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import se.trepart.central.admin.CentralCommand.Stopped;
import se.trepart.central.schema.Schema;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup", mixinStandardHelpOptions = true, description = "Säkerhetskopierar hela lagret medan det är igång. Kopian är okrypterad: kryptera den innan den lämnar datorn.")
final class BackupCommand extends WithSettings {

    private static final String STANDARD_OUTPUT = "-";

    @Parameters(paramLabel = "FIL", description = "Filen som ska skapas; - skriver till standard ut.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        PostgresPrograms postgres = new PostgresPrograms(settings());
        List<String> dump = List.of("--format=custom", "--schema=" + Schema.NAME, "--exclude-table-data=" + Schema.NAME + ".snapshot",
                "--exclude-table-data=" + Schema.NAME + ".snapshot_part");
        if (file.toString().equals(STANDARD_OUTPUT)) {
            postgres.run("pg_dump", dump, Optional.empty());
            return 0;
        }
        if (Files.exists(file)) {
            throw new Stopped(file + " finns redan. Välj ett annat namn.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            PostgresPrograms.makePrivate(part);
            postgres.run("pg_dump", dump, Optional.of(part));
            // reads all of the file's table of contents: a copy that cannot be opened is no copy
            Path nowhere = Path.of("/dev/null");
            postgres.run("pg_restore", List.of("--list", part.toString()), Files.exists(nowhere) ? Optional.of(nowhere) : Optional.empty());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        say("Klart: " + file + ", " + Files.size(file) + " byte.");
        return 0;
    }
}
