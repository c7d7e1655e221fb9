package se.trepart.installer.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.installer.demo.DemoMunicipality;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedSettings;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.norm.Norms;

/** How many of the demo municipality's applications are calculated a second on one thread, with all explanations. */
final class CalculationBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 20;
    private static final int PER_ROUND = 50_000;

    private CalculationBench() {}

    public static void main(String[] none) {
        DemoMunicipality municipality = DemoMunicipality.of(2026, TODAY);
        Map<UUID, Household> households = new HashMap<>();
        municipality.documents()
                .stream()
                .filter(Household.class::isInstance)
                .map(Household.class::cast)
                .forEach(household -> households.put(household.caseId(), household));
        List<Application> applications = municipality.documents()
                .stream()
                .filter(Application.class::isInstance)
                .map(Application.class::cast)
                .toList();
        List<Settings> settings = ShippedSettings.of(new UUID(0, 1));
        NormCalculation norm = new NormCalculation(Norms.shipped());
        Figures figures = new Figures("calculations of " + applications.size() + " different applications", "a second");
        long lines = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < PER_ROUND; i++) {
                Application application = applications.get(i % applications.size());
                Household household = households.get(application.caseId());
                Calculation calculation = norm.propose(CalculationBasis.of(application, household, Map.of()),
                        Settings.at(settings, application.registeredOn()), application.id(), application.unitId(), application.caseId(),
                        TODAY, household.id());
                lines += calculation.lines().size() + calculation.lacking().ore() % 2;
            }
            if (round >= 0) {
                figures.add(PER_ROUND * 1e9 / (System.nanoTime() - start));
            }
        }
        figures.print();
        System.out.println("lines in all " + lines);
    }
}
