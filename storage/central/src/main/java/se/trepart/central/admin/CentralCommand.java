package se.trepart.central.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import se.trepart.central.CentralConfig;
import se.trepart.central.CentralServer;
import se.trepart.central.audit.AuditCheck;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;

import com.fasterxml.uuid.Generators;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The administrator's command line, {@code trepart-central}. Passwords are read from files, never from the line itself. */
@Command(name = "trepart-central", mixinStandardHelpOptions = true, version = "0.1.0", description = "Treparts centrala lager.", subcommands = {
        CentralCommand.Init.class, CentralCommand.Serve.class, CentralCommand.AddUnit.class, CentralCommand.AddStaff.class,
        CentralCommand.Verify.class, CentralCommand.NewEpoch.class})
public final class CentralCommand {

    CentralCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CentralCommand()).execute(arguments));
    }

    /** What every command needs: the file with the store's settings. */
    private abstract static class WithSettings implements Callable<Integer> {

        @Spec
        CommandLine.Model.@Nullable CommandSpec spec;

        @Option(names = "--config", defaultValue = "central.properties", description = "Inställningsfil. Förval: ${DEFAULT-VALUE}")
        Path config = Path.of("central.properties");

        String setting(String name) throws IOException {
            return optional(name).orElseThrow(() -> new ParameterException(commandLine(), config + ": " + name + " saknas"));
        }

        Optional<String> optional(String name) throws IOException {
            Properties settings = new Properties();
            try (InputStream in = Files.newInputStream(config)) {
                settings.load(in);
            }
            return Optional.ofNullable(settings.getProperty(name)).filter(value -> !value.isBlank());
        }

        String secret(String name) throws IOException {
            return Files.readString(Path.of(setting(name))).strip();
        }

        CentralAdmin admin() throws IOException {
            return CentralAdmin.connect(setting("jdbc.url"), secret("service.password.file"));
        }

        CommandLine commandLine() {
            if (spec == null) {
                throw new IllegalStateException("not run from the command line");
            }
            return spec.commandLine();
        }

        void say(String text) {
            commandLine().getOut().println(text);
        }
    }

    @Command(name = "init", description = "Skapar eller uppgraderar tabellerna, som databasens ägare.")
    static final class Init extends WithSettings {

        @Option(names = "--owner", required = true, description = "Databasens ägare.")
        String owner = "";

        @Option(names = "--owner-password-file", required = true, description = "Fil med ägarens lösenord.")
        Path password = Path.of("");

        @Override
        public Integer call() throws IOException {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(setting("jdbc.url"));
            source.setUser(owner);
            source.setPassword(Files.readString(password).strip());
            CentralAdmin.init(source, secret("service.password.file"));
            say("Klart. Tjänsten loggar in som sin egen roll, aldrig som ägare.");
            return 0;
        }
    }

    @Command(name = "serve", description = "Startar tjänsten och kör tills den stoppas.")
    static final class Serve extends WithSettings {

        @Override
        public Integer call() throws IOException, InterruptedException {
            Optional<String> keyStore = optional("tls.keystore");
            CentralConfig.Tls tls = keyStore.isPresent()
                    ? new CentralConfig.Tls(Path.of(keyStore.get()), secret("tls.password.file"))
                    : null;
            String host = optional("host").orElse("127.0.0.1");
            if (tls == null && !host.equals("127.0.0.1")) {
                throw new ParameterException(commandLine(), "tls.keystore behövs när tjänsten nås från andra datorer");
            }
            CentralServer server = CentralServer.start(new CentralConfig(host, Integer.parseInt(optional("port").orElse("8443")),
                    setting("jdbc.url"), secret("service.password.file"), setting("issuer"), setting("audience"),
                    Files.readString(Path.of(setting("jwks.file"))), tls));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            say("Lyssnar på port " + server.port() + ".");
            new CountDownLatch(1).await();
            return 0;
        }
    }

    @Command(name = "unit", description = "Lägger till en enhet och skriver ut dess id.")
    static final class AddUnit extends WithSettings {

        @Option(names = "--name", required = true, description = "Enhetens namn.")
        String name = "";

        @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}")
        Unit.UnitKind kind = Unit.UnitKind.RUNNING;

        @Override
        public Integer call() throws IOException {
            UUID id = Generators.timeBasedEpochRandomGenerator().generate();
            try (CentralAdmin admin = admin()) {
                admin.importDocuments(List.of(new Unit(id, Unit.MUNICIPALITY, name, kind, LocalDate.now())));
            }
            say(id.toString());
            return 0;
        }
    }

    @Command(name = "staff", description = "Lägger till en medarbetare i behörighetsregistret och skriver ut dess id.")
    static final class AddStaff extends WithSettings {

        @Option(names = "--subject", required = true, description = "Vad inloggningstjänsten kallar personen (sub).")
        String subject = "";

        @Option(names = "--name", required = true, description = "Namn.")
        String name = "";

        @Option(names = "--title", defaultValue = "", description = "Titel.")
        String title = "";

        @Option(names = "--phone", defaultValue = "", description = "Telefon.")
        String phone = "";

        @Option(names = "--role", required = true, description = "Roll, får upprepas: ${COMPLETION-CANDIDATES}")
        List<Role> roles = List.of();

        @Option(names = "--unit", description = "Enhetens id, får upprepas.")
        List<UUID> units = List.of();

        @Override
        public Integer call() throws IOException {
            UUID id = Generators.timeBasedEpochRandomGenerator().generate();
            try (CentralAdmin admin = admin()) {
                admin.importDocuments(List
                        .of(new Staff(id, Unit.MUNICIPALITY, subject, name, title, phone, roles, units, List.of(), true, LocalDate.now())));
            }
            say(id.toString());
            return 0;
        }
    }

    @Command(name = "verify", description = "Räknar om granskningskedjan från början.")
    static final class Verify extends WithSettings {

        @Override
        public Integer call() throws IOException {
            try (CentralAdmin admin = admin()) {
                Optional<AuditCheck.Break> broken = admin.verify();
                say(broken.map(b -> "BRUTEN vid " + b.commitSeq() + "/" + b.ord() + ": " + b.what()).orElse("Kedjan håller."));
                return broken.isPresent() ? 1 : 0;
            }
        }
    }

    @Command(name = "new-epoch", description = "Efter återläsning av en säkerhetskopia: arbetsplatserna skickar om det som saknas.")
    static final class NewEpoch extends WithSettings {

        @Override
        public Integer call() throws IOException {
            try (CentralAdmin admin = admin()) {
                say(admin.newEpoch().toString());
                return 0;
            }
        }
    }
}
