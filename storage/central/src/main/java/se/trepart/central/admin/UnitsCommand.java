package se.trepart.central.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.access.Unit;

import com.fasterxml.uuid.Generators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "units", mixinStandardHelpOptions = true, description = "Visar enheterna.", subcommands = UnitsCommand.Add.class)
final class UnitsCommand extends WithSettings {

    @Override
    public Integer call() {
        try (CentralAdmin admin = admin()) {
            admin.all(Unit.class).forEach(unit -> say(unit.id() + "  " + unit.kind() + "  " + unit.name()));
        }
        return 0;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Lägger till en enhet och skriver ut dess id.")
    static final class Add extends WithSettings {

        @Option(names = "--name", required = true, paramLabel = "NAMN", description = "Enhetens namn.")
        private String name = "";

        @Option(names = "--kind", required = true, paramLabel = "SLAG", description = "${COMPLETION-CANDIDATES}")
        private Unit.UnitKind kind = Unit.UnitKind.RUNNING;

        @Override
        public Integer call() {
            UUID id = Generators.timeBasedEpochRandomGenerator().generate();
            try (CentralAdmin admin = admin()) {
                admin.importDocuments(List.of(new Unit(id, Unit.MUNICIPALITY, name, kind, LocalDate.now())));
            }
            say(id.toString());
            return 0;
        }
    }
}
