package se.trepart.central.admin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import se.trepart.central.admin.CentralCommand.Stopped;
import se.trepart.central.schema.Schema;

import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", mixinStandardHelpOptions = true, description = "Läser tillbaka en säkerhetskopia och ger lagret en ny epok: arbetsplatserna skickar då om det som kopian inte hade. Stoppa tjänsten först.")
final class RestoreCommand extends WithSettings {

    @Parameters(paramLabel = "FIL", description = "Säkerhetskopian.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Kastar det som ligger i databasen nu.")
    private boolean replace;

    @Override
    public Integer call() {
        Settings settings = settings();
        if (!Files.isReadable(file)) {
            throw new Stopped(file + " går inte att läsa.");
        }
        PostgresPrograms postgres = new PostgresPrograms(settings);
        DataSource owner = owner(settings);
        Jdbi jdbi = Jdbi.create(owner);
        String password = settings.secret("service.password");
        jdbi.useTransaction(db -> {
            boolean busy = db
                    .createQuery("select exists (select from pg_stat_activity where datname = current_database() and usename = :role)")
                    .bind("role", Schema.SERVICE_ROLE)
                    .mapTo(Boolean.class)
                    .one();
            if (busy) {
                throw new Stopped("Tjänsten är igång mot databasen. Stoppa den först.");
            }
            boolean there = db.createQuery("select exists (select from pg_namespace where nspname = :name)")
                    .bind("name", Schema.NAME)
                    .mapTo(Boolean.class)
                    .one();
            if (there && !replace) {
                throw new Stopped("Databasen är inte tom. Läs tillbaka i en ny databas, eller ange --replace.");
            }
            db.execute("drop schema if exists " + Schema.NAME + " cascade");
        });
        Schema.makeServiceRole(owner);
        postgres.run("pg_restore",
                List.of("--exit-on-error", "--single-transaction", "--no-owner", "--dbname=" + database(jdbi), file.toString()),
                Optional.empty());
        CentralAdmin.init(owner, password);
        try (CentralAdmin admin = CentralAdmin.connect(settings.required("jdbc.url"), password)) {
            UUID epoch = admin.newEpoch();
            say("Återläst. Ny epok: " + epoch + ". Arbetsplatserna skickar om det som kopian inte hade vid nästa kontakt.");
            boolean holds = admin.check().stream().allMatch(finding -> finding.faults() == 0);
            say(holds ? "Granskningen gick igenom." : "GRANSKNINGEN HITTADE FEL. Kör trepart-central verify.");
            return holds ? 0 : 1;
        }
    }

    private static String database(Jdbi jdbi) {
        return jdbi.withHandle(db -> db.createQuery("select current_database()").mapTo(String.class).one());
    }
}
