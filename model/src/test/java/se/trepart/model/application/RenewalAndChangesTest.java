package se.trepart.model.application;

import java.time.YearMonth;
import java.util.List;

import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.model.application.Families.ANNA;
import static se.trepart.model.application.Families.BO;
import static se.trepart.model.application.Families.CIM;
import static se.trepart.model.application.Families.DECEMBER;
import static se.trepart.model.application.Families.FOURTEEN;
import static se.trepart.model.application.Families.SETTINGS;
import static se.trepart.model.application.Families.cost;
import static se.trepart.model.application.Families.declaration;
import static se.trepart.model.application.Families.ids;
import static se.trepart.model.application.Families.income;
import static se.trepart.model.application.Families.kronor;
import static se.trepart.model.application.Families.person;

/** Next month's application filled in from this month's (R2), and what has changed since. */
class RenewalAndChangesTest {

    private final Declaration november = declaration("nov", List.of(person(ANNA)), List.of(person(CIM)),
            List.of(cost(CostType.RENT, "7080"), cost(CostType.MEDICINE, "85.75")),
            List.of(income("nov", IncomeType.SALARY, "10000", ANNA), income("nov", IncomeType.SWISH_DEPOSITS, "300", ANNA)));

    @Test
    void bringsWhatComesBackEveryMonthAndLeavesWhatDoesNot() {
        Declaration december = Renewal.prefilled(november, YearMonth.of(2026, 11), DECEMBER, ids("renewal"));

        assertThat(december.costs()).extracting(AppliedCost::type).containsExactly(CostType.RENT);
        assertThat(december.costs().getFirst().recipientOrPeriod()).isEqualTo("Bostads AB, 2026-12");
        assertThat(december.costs().getFirst().id()).isNotEqualTo(november.costs().getFirst().id());
        assertThat(december.incomes()).extracting(Income::type).containsExactly(IncomeType.SALARY);
        assertThat(december.incomes().getFirst().receivedOn()).as("not yet come").isNull();
        assertThat(december.adults()).isEqualTo(november.adults());
    }

    @Test
    void findsNothingChangedWhenOnlyTheFormIsNew() {
        assertThat(Changes.between(november,
                declaration("dec", List.of(person(ANNA)), List.of(person(CIM)), november.costs(),
                        List.of(income("dec", IncomeType.SALARY, "10000", ANNA), income("dec", IncomeType.SWISH_DEPOSITS, "300", ANNA))),
                SETTINGS)).isEmpty();
    }

    @Test
    void findsRentRaisedMedicineGoneAndElectricityNew() {
        Declaration december = declaration("dec", List.of(person(ANNA)), List.of(person(CIM)),
                List.of(cost(CostType.RENT, "7000"), cost(CostType.RENT, "320"), cost(CostType.ELECTRICITY, "310")),
                List.of(income("dec", IncomeType.SALARY, "10300", ANNA)));

        assertThat(Changes.between(november, december, SETTINGS)).containsExactly(
                new Change.CostChanged(CostType.RENT, kronor("7080"), kronor("7320")),
                new Change.CostChanged(CostType.ELECTRICITY, null, kronor("310")),
                new Change.CostChanged(CostType.MEDICINE, kronor("85.75"), null),
                new Change.IncomeChanged(person(ANNA), IncomeType.SALARY, kronor("10000"), kronor("10300")),
                new Change.IncomeChanged(person(ANNA), IncomeType.SWISH_DEPOSITS, kronor("300"), null));
    }

    @Test
    void findsWhoHasComeWhoHasGoneAndWhoHasMoved() {
        Person moved = new Person(person(ANNA).number(), "Kim", "Test", new Address("Nygatan 1", "123 45", "Exempelstad"), "", "",
                person(ANNA).protection(), null);
        Declaration december = declaration("dec", List.of(moved, person(BO)), List.of(person(FOURTEEN)), november.costs(), List.of());

        assertThat(Changes.between(november, december, SETTINGS)).contains(new Change.PersonJoined(person(BO)),
                new Change.PersonJoined(person(FOURTEEN)), new Change.PersonLeft(person(CIM)),
                new Change.AddressChanged(person(ANNA), moved), new Change.HousingChanged(november.housing(), december.housing()));
    }

    @Test
    void findsThatAChildLivesHereHalfOfTheTime() {
        Child before = november.children().getFirst();
        Child after = new Child(before.id(), before.person(), ResidenceExtent.HALF_TIME, 15, false, false, "");
        Declaration december = new Declaration(november.maritalStatus(), november.adults(), List.of(after), 3, november.housing(),
                november.costs(), november.incomes(), List.of(), List.of(), List.of());

        assertThat(Changes.between(november, december, SETTINGS)).containsExactly(new Change.ResidenceChanged(before, after),
                new Change.SharedHomeChanged(0, 3));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "–", textBlock = """
            förra,    nu,       procent, varför
            10000,    11199.99, –,       under 12 procent
            10000,    11200,    12,      tolv procent mer
            10000,    8800,     -12,     tolv procent mindre
            10000,    8800.01,  –,       under 12 procent
            10000,    0,        -100,    ingenting kvar""")
    void pointsOutAnIncomeThatHasChangedMuch(String before, String after, Integer percent, String why) {
        assertThat(Changes.between(withSalary(before), withSalary(after), SETTINGS)).filteredOn(Change.IncomeTotalChanged.class::isInstance)
                .as(why)
                .isEqualTo(percent == null ? List.of() : List.of(new Change.IncomeTotalChanged(kronor(before), kronor(after), percent)));
    }

    @Test
    void pointsOutTheFirstIncomeWithoutAPercentage() {
        assertThat(Changes.between(withSalary("0"), withSalary("50"), SETTINGS))
                .contains(new Change.IncomeTotalChanged(kronor("0"), kronor("50"), null));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "–", textBlock = """
            vuxna och barn, hyra,    över nivån
            1,              7000,    –
            1,              7000.01, 0.01
            2,              8200,    –
            3,              9875.25, 475.25""")
    void pointsOutRentAboveTheMunicipalitysLevel(int people, String rent, String over) {
        List<Person> children = people == 3 ? List.of(person(CIM)) : List.of();
        Declaration declaration = declaration("f", people == 1 ? List.of(person(ANNA)) : List.of(person(ANNA), person(BO)), children,
                List.of(cost(CostType.RENT, rent)), List.of());
        assertThat(ReasonableCost.rentOverLevel(declaration, SETTINGS).map(m -> m.inKronor().toPlainString()).orElse(null)).isEqualTo(over);
    }

    private static Declaration withSalary(String kronor) {
        return declaration("f", List.of(person(ANNA)), List.of(), List.of(), List.of(income("f", IncomeType.SALARY, kronor, ANNA)));
    }
}
