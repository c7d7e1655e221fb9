package se.trepart.app.decision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;

import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.DECEMBER;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.NOVEMBER;
import static se.trepart.app.casefile.CaseSamples.TODAY;
import static se.trepart.app.casefile.CaseSamples.UNIT;
import static se.trepart.app.casefile.CaseSamples.id;

/** What has happened in Amina's case before December is decided. */
public final class Decided {

    private Decided() {}

    /** November's calculation, locked; the rent was lowered by hand. */
    public static Calculation november() {
        List<Document> all = CaseSamples.amina();
        Household household = all.stream().filter(Household.class::isInstance).map(Household.class::cast).findFirst().orElseThrow();
        Application application = all.stream().filter(d -> d.id().equals(NOVEMBER)).map(Application.class::cast).findFirst().orElseThrow();
        Calculation proposed = Rulebook.shipped()
                .calculation()
                .propose(CalculationBasis.of(application, household, java.util.Map.of()), CaseSamples.settings(), id(901), UNIT, CASE,
                        LocalDate.of(2026, 10, 28), KARIN.id());
        UUID rent = proposed.lines().stream().filter(l -> l.code().equals("RENT")).findFirst().orElseThrow().id();
        return proposed.change(rent, Money.kronor(7000), "Hyran enligt avin").lock();
    }

    /** December's investigation, finished. */
    public static Investigation investigated() {
        return new Investigation(id(902), UNIT, CASE, DECEMBER, CaseSamples.template().id(), TODAY.minusDays(3), List.of(), List.of(), null,
                TODAY.minusDays(1), KARIN.id());
    }

    public static YearMonth month() {
        return YearMonth.of(2026, 12);
    }
}
