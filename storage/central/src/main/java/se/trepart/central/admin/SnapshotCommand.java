package se.trepart.central.admin;

import picocli.CommandLine.Command;

@Command(name = "snapshot", mixinStandardHelpOptions = true, description = "Bygger ögonblicksbilder av enheter som ändrats. Tjänsten gör det själv varje timme.")
final class SnapshotCommand extends WithSettings {

    @Override
    public Integer call() {
        try (CentralAdmin admin = admin()) {
            admin.buildSnapshots()
                    .forEach(built -> say(built.unitId() + "  " + built.contents().documents() + " dokument, " + built.bytes() + " byte"));
        }
        say("Klart.");
        return 0;
    }
}
