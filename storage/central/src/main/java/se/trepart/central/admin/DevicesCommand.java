package se.trepart.central.admin;

import java.util.UUID;

import se.trepart.central.admin.CentralCommand.Stopped;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "devices", mixinStandardHelpOptions = true, description = "Visar arbetsplatserna och när de senast hördes av.", subcommands = DevicesCommand.Revoke.class)
final class DevicesCommand extends WithSettings {

    @Option(names = "--subject", paramLabel = "SUB", description = "Bara den personens.")
    private @Nullable String subject;

    @Override
    public Integer call() {
        try (CentralAdmin admin = admin()) {
            admin.devices()
                    .stream()
                    .filter(device -> subject == null || device.subject().equals(subject))
                    .forEach(device -> say(device.id() + "  " + device.subject() + "  sedan " + device.registeredOn() + "  hördes av "
                            + device.seenOn() + (device.revoked() ? "  avstängd" : "")));
        }
        return 0;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Stänger av en arbetsplats för gott och kastar dess nycklar. Det som inte har skickats därifrån kommer inte fram.")
    static final class Revoke extends WithSettings {

        @Parameters(paramLabel = "ID", description = "Arbetsplatsens id.")
        private UUID device = new UUID(0, 0);

        @Override
        public Integer call() {
            try (CentralAdmin admin = admin()) {
                if (!admin.revoke(device)) {
                    throw new Stopped("Arbetsplatsen finns inte. Se: trepart-central devices");
                }
            }
            say("Klart. Den släpps inte in mer.");
            return 0;
        }
    }
}
