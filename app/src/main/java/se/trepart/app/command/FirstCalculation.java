package se.trepart.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.model.access.Unit;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedSettings;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;
import se.trepart.model.norm.CalculationFault;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.norm.Norms;

/** What a caseworker would see first for a file: every applied cost as applied, no municipal cap, the settings that come with the program. */
final class FirstCalculation {

    private final Console console;
    private final Norms norms = Norms.shipped();

    FirstCalculation(Console console) {
        this.console = console;
    }

    /** Empty when the month has no norm; that has then been printed. */
    Optional<Calculation> of(Path file, ReceivedApplication application) {
        NormCalculation calculation = new NormCalculation(norms);
        CalculationBasis basis = CalculationBasis.declared(application.id(), application.period(), application.declaration());
        List<CalculationFault.Kind> faults = calculation.faults(basis).stream().map(CalculationFault::kind).toList();
        if (faults.contains(CalculationFault.Kind.NO_NORM)) {
            console.reject(file, "/periodYear", console.texts().of("command.no-norm", application.period(), years()));
            return Optional.empty();
        }
        UUID nobody = Unit.MUNICIPALITY;
        return Optional.of(calculation.propose(basis, settings(application), application.id(), Unit.MUNICIPALITY, application.id(),
                LocalDate.now(console.clock()), nobody));
    }

    /** The settings of the month; of the first year there are settings for when the month is older. */
    static Settings settings(ReceivedApplication application) {
        List<Settings> all = ShippedSettings.of(Unit.MUNICIPALITY);
        LocalDate first = application.period().atDay(1);
        return Settings.at(all, first.isBefore(all.getFirst().validFrom()) ? all.getFirst().validFrom() : first);
    }

    private String years() {
        return norms.all().stream().map(n -> String.valueOf(n.validFrom().getYear())).sorted().collect(Collectors.joining(", "));
    }
}
