package se.trepart.central.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import se.trepart.central.admin.CentralCommand.Stopped;
import se.trepart.central.audit.KeyHandOvers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "checkpoint-key", mixinStandardHelpOptions = true, description = "Byter nyckeln som granskningskedjan undertecknas med. Den gamla nyckeln går i god för den nya och gäller sedan inte mer. Starta om tjänsten efteråt.")
final class CheckpointKeyCommand extends WithSettings {

    @Option(names = "--new", paramLabel = "FIL", required = true, description = "Den nya nyckeln, Ed25519 i PEM (PKCS#8). Filen flyttas till den gamlas plats.")
    private Path newKey = Path.of("");

    @Override
    public Integer call() {
        Path keyFile = settings().path("checkpoint.key.file");
        Settings.onlyMine(keyFile);
        Settings.onlyMine(newKey);
        try (CentralAdmin admin = admin()) {
            KeyHandOvers.change(keyFile, newKey);
            // the chain moves, so that there is something for the new key to sign
            admin.checkpointKeyChanged();
        } catch (IllegalArgumentException e) {
            throw new Stopped("Filerna ska vara två olika Ed25519-nycklar i PEM (PKCS#8).", e);
        } catch (IOException | UncheckedIOException e) {
            throw new Stopped("Nyckeln är inte bytt: filen " + newKey + " går inte att läsa eller flytta till " + keyFile + ".", e);
        }
        say("Klart. Starta om tjänsten. Spara en kopia av " + keyFile + " och " + keyFile + ".handovers på ett säkert ställe.");
        return 0;
    }
}
