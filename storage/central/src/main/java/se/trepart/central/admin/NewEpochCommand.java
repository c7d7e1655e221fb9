package se.trepart.central.admin;

import picocli.CommandLine.Command;

@Command(name = "new-epoch", mixinStandardHelpOptions = true, description = "Efter återläsning på annat sätt än med restore: arbetsplatserna skickar om det som saknas.")
final class NewEpochCommand extends WithSettings {

    @Override
    public Integer call() {
        try (CentralAdmin admin = admin()) {
            say("Ny epok: " + admin.newEpoch());
        }
        return 0;
    }
}
