package se.trepart.wire;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.model.DocumentType;
import se.trepart.model.Money;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedSettings;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.LineKind;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.norm.Norms;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A calculation that came back from the store in another order would look as if its facts had changed. */
class ProposedCalculationTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 12);
    private static final UUID ADULT = Samples.id(10);
    private static final UUID CHILD = Samples.id(11);

    private static final UUID SAME_MOMENT = new UUID(Samples.id(33).getMostSignificantBits(), 0x8000_0000_0000_0001L);
    private static final UUID NEXT_IN_SAME_MOMENT = new UUID(Samples.id(33).getMostSignificantBits(), 0x8000_0000_0000_0002L);

    @Test
    void comesBackFromTheStoreWithTheSameLinesInTheSameOrder() {
        CalculationBasis basis = new CalculationBasis(Samples.id(3), MONTH,
                List.of(new Adult(ADULT, AdultRole.APPLICANT, person("199006022397"), true, null)),
                List.of(child(CHILD, "20150310T001"), child(Samples.id(12), "20200310T001")), 0,
                List.of(cost(30, CostType.RENT, 6_690), cost(31, CostType.ELECTRICITY, 410), cost(32, CostType.HOME_INSURANCE, 149),
                        new AppliedCost(SAME_MOMENT, CostType.MEDICINE, Money.kronor(240), "", ""),
                        new AppliedCost(NEXT_IN_SAME_MOMENT, CostType.UNION_FEE, Money.kronor(310), "", "")),
                List.of(income(40, IncomeType.SALARY, 9_000, ADULT), income(41, IncomeType.OTHER_INCOME, 1_900, ADULT),
                        income(42, IncomeType.SALARY, 70_000, CHILD), income(43, IncomeType.CHILD_SUPPORT, 2_650, ADULT)),
                Map.of());
        NormCalculation norm = new NormCalculation(Norms.shipped());
        Settings settings = Settings.at(ShippedSettings.of(Samples.UNIT), MONTH.atDay(1));
        Calculation proposed = norm.propose(basis, settings, Samples.id(50), Samples.UNIT, Samples.CASE, LocalDate.of(2026, 11, 20),
                Samples.id(60));
        assertThat(proposed.lines()).hasSizeGreaterThan(10);
        assertThat(proposed.lines().stream().filter(line -> line.kind() == LineKind.COST)).extracting(CalculationLine::code)
                .as("in the order of the application")
                .containsExactly("RENT", "ELECTRICITY", "HOME_INSURANCE", "MEDICINE", "UNION_FEE");

        Calculation read = (Calculation) DocumentJson.read(DocumentType.CALCULATION, Fields.join(Fields.of(DocumentJson.write(proposed))));

        assertThat(read.lines()).containsExactlyElementsOf(proposed.lines());
        assertThat(norm.recalculate(read, basis, settings)).as("nothing has changed").isEqualTo(read);

        Calculation longer = proposed.add(CalculationLine.addedId(Samples.id(70)), LineKind.COST, null, "OTHER", Money.kronor(100),
                "kvitto");
        Calculation again = (Calculation) DocumentJson.read(DocumentType.CALCULATION, Fields.join(Fields.of(DocumentJson.write(longer))));
        assertThat(again.lines()).as("what was added stands last").containsExactlyElementsOf(longer.lines());
        assertThat(norm.recalculate(again, basis, settings)).isEqualTo(again);
    }

    private static Person person(String number) {
        return new Person(new PersonalNumber(number), "Kim", "Test", null, "", "", Protection.NONE, null);
    }

    private static Child child(UUID id, String number) {
        return new Child(id, person(number), ResidenceExtent.FULL_TIME, 31, false, false, "");
    }

    private static AppliedCost cost(int id, CostType type, long kronor) {
        return new AppliedCost(Samples.id(id), type, Money.kronor(kronor), "", "");
    }

    private static Income income(int id, IncomeType type, long kronor, UUID member) {
        return new Income(Samples.id(id), type, Money.kronor(kronor), null, member, "");
    }
}
