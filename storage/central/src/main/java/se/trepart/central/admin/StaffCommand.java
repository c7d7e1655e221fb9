package se.trepart.central.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.central.admin.CentralCommand.Stopped;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.access.Unit.UnitKind;

import com.fasterxml.uuid.Generators;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "staff", mixinStandardHelpOptions = true, description = "Visar behörighetsregistret.", subcommands = {
        StaffCommand.Add.class, StaffCommand.Change.class})
final class StaffCommand extends WithSettings {

    @Override
    public Integer call() {
        try (CentralAdmin admin = admin()) {
            admin.all(Staff.class)
                    .forEach(staff -> say(staff.id() + "  " + staff.subject() + "  " + staff.name() + "  " + staff.roles() + "  "
                            + staff.units() + (staff.active() ? "" : "  avslutad")));
        }
        return 0;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Lägger till en medarbetare och skriver ut dess id.")
    static final class Add extends WithSettings {

        @Option(names = "--subject", required = true, paramLabel = "SUB", description = "Vad inloggningstjänsten kallar personen (sub).")
        private String subject = "";

        @Option(names = "--name", required = true, paramLabel = "NAMN", description = "Namn.")
        private String name = "";

        @Option(names = "--title", defaultValue = "", paramLabel = "TITEL", description = "Titel.")
        private String title = "";

        @Option(names = "--phone", defaultValue = "", paramLabel = "NUMMER", description = "Telefon.")
        private String phone = "";

        @Option(names = "--role", required = true, paramLabel = "ROLL", description = "Roll, får upprepas: ${COMPLETION-CANDIDATES}")
        private List<Role> roles = List.of();

        @Option(names = "--unit", paramLabel = "ID", description = "Enhetens id, får upprepas.")
        private List<UUID> units = List.of();

        @Override
        public Integer call() {
            UUID id = Generators.timeBasedEpochRandomGenerator().generate();
            try (CentralAdmin admin = admin()) {
                if (admin.all(Staff.class).stream().anyMatch(staff -> staff.subject().equals(subject))) {
                    throw new Stopped(subject + " finns redan. Ändra med: trepart-central staff change");
                }
                knownUnits(admin, units);
                fitting(admin, roles, units);
                admin.importDocuments(List
                        .of(new Staff(id, Unit.MUNICIPALITY, subject, name, title, phone, roles, units, List.of(), true, LocalDate.now())));
            }
            say(id.toString());
            return 0;
        }
    }

    @Command(name = "change", mixinStandardHelpOptions = true, description = "Ändrar roller och enheter, eller avslutar en medarbetare.")
    static final class Change extends WithSettings {

        @Option(names = "--subject", required = true, paramLabel = "SUB", description = "Vad inloggningstjänsten kallar personen (sub).")
        private String subject = "";

        @Option(names = "--role", paramLabel = "ROLL", description = "Alla roller från nu, får upprepas: ${COMPLETION-CANDIDATES}")
        private @Nullable List<Role> roles;

        @Option(names = "--unit", paramLabel = "ID", description = "Alla enheter från nu, får upprepas.")
        private @Nullable List<UUID> units;

        @Option(names = "--active", negatable = true, paramLabel = "JA", description = "--no-active avslutar, --active öppnar igen.")
        private @Nullable Boolean active;

        @Override
        public Integer call() {
            try (CentralAdmin admin = admin()) {
                Staff was = admin.all(Staff.class)
                        .stream()
                        .filter(staff -> staff.subject().equals(subject))
                        .findFirst()
                        .orElseThrow(() -> new Stopped(subject + " finns inte i registret."));
                if (units != null) {
                    knownUnits(admin, units);
                }
                if (!Boolean.FALSE.equals(active)) {
                    fitting(admin, roles == null ? was.roles() : roles, units == null ? was.units() : units);
                }
                admin.importDocuments(List.of(new Staff(was.id(), was.unitId(), was.subject(), was.name(), was.title(), was.phone(),
                        roles == null ? was.roles() : roles, units == null ? was.units() : units, was.protectedCases(),
                        active == null ? was.active() : active, was.since())));
            }
            say("Klart. Arbetsplatserna får det vid nästa kontakt.");
            return 0;
        }
    }

    private static void knownUnits(CentralAdmin admin, List<UUID> units) {
        List<UUID> known = admin.all(Unit.class).stream().map(Unit::id).toList();
        units.stream().filter(unit -> !known.contains(unit)).findFirst().ifPresent(unit -> {
            throw new Stopped("Enheten " + unit + " finns inte. Se: trepart-central units");
        });
    }

    private static void fitting(CentralAdmin admin, List<Role> roles, List<UUID> units) {
        List<UnitKind> kinds = admin.all(Unit.class).stream().filter(unit -> units.contains(unit.id())).map(Unit::kind).toList();
        if (!CaseAccess.belongTogether(roles, kinds)) {
            throw new Stopped("TEAM_LEAD ser ekonomin i ärendena. Den som leder en arbetsmarknadsenhet har rollen LABOUR_MARKET_LEAD.");
        }
    }
}
