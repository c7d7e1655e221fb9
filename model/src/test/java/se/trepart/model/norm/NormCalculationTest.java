package se.trepart.model.norm;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.trepart.model.norm.Case.kronor;

/** R9–R13: each line of a calculation, and why. */
class NormCalculationTest {

    private static final String ANNA = "199006022397";
    private static final String BO = "199007282388";

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            barnet,                     månad,   rad i normen,            belopp
            20260115T001,               2026-11, children.0.full,         2740
            20251130T001,               2026-10, children.0.full,         2740
            20251130T001,               2026-11, children.1-2.full,       3060
            20230310T001 lunch,         2026-11, children.3.lunchAway,    2500
            20200310T001 lunch,         2026-11, children.4-6.lunchAway,  2720
            20190310T001 lunch,         2026-11, children.7-10.full,      3820
            20160310T001,               2026-11, children.7-10.full,      3820
            20150310T001,               2026-11, children.11-14.full,     4390
            20110310T001,               2026-11, children.15-18.full,     4960
            20081101T001 gymnasiet,     2026-11, children.15-18.full,     4960
            20071101T001 gymnasiet,     2026-11, children.19-20.full,     5000
            20201231T001,               2019-12, ej född,                 0
            20200310T001 15d,           2026-11, children.4-6.full,       1530
            20200310T001 14d lunch,     2026-11, children.4-6.lunchAway,  1269.33
            20200310T001 31d,           2026-11, children.4-6.full,       3060""")
    void takesTheChildsAmountOfTheAgeReachedInTheMonth(String child, String month, String cell, String amount) {
        Case household = new Case(month).adults(ANNA).children(child);
        if (cell.equals("ej född")) {
            assertThatThrownBy(household::lines).isInstanceOf(NotCalculable.class).hasMessageContaining("NOT_BORN");
            return;
        }
        CalculationLine line = household.lines().get(1);
        assertThat(line.code()).isEqualTo(cell);
        assertThat(line.amount()).isEqualTo(kronor(amount));
        assertThat(line.rule()).isEqualTo("R10");
        assertThat(line.full().share(line.numerator(), line.denominator())).as("the line explains itself").isEqualTo(line.amount());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            född,                   varför
            20081101T001,           18 år och inte i gymnasiet
            20051130T001 gymnasiet, 21 år i månaden""")
    void aGrownUpChildIsACaseOfItsOwn(String child, String why) {
        CalculationBasis basis = new Case("2026-11").adults(ANNA).children(child).basis();
        assertThat(Case.CALCULATION.faults(basis)).as(why)
                .containsExactly(new CalculationFault(CalculationFault.Kind.OWN_CASE, basis.children().getFirst().id()));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            barn, gemensamt i november 2026, rader
            0,    1280,                      shared.1
            1,    1410,                      shared.2
            5,    2640,                      shared.6
            6,    2830,                      shared.7
            7,    3020,                      shared.7 + shared.eachMore
            9,    3400,                      shared.7 + shared.eachMore""")
    void addsTheSharedCostForTheSizeOfTheHousehold(int children, String amount, String codes) {
        String list = String.join(", ", Collections.nCopies(children, "20200310T001 10d"));
        Calculation calculation = new Case("2026-11").adults(ANNA).children(list).calculation();
        assertThat(calculation.sum(LineKind.SHARED)).as("a child who lives here in part counts as one").isEqualTo(kronor(amount));
        assertThat(String.join(" + ",
                calculation.lines().stream().filter(l -> l.kind() == LineKind.SHARED).map(CalculationLine::code).toList()))
                .isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            vuxna,  i hemmet, månad,   personligt, gemensamt, varför
            1,      5,        2019-05, 3090,       362,       ensam; 1 810 / 5
            1,      3,        2026-11, 3940,       596.67,    ensam; 1 790 / 3
            1,      8,        2026-11, 3940,       377.50,    ensam; (2 830 + 190) / 8
            2,      0,        2026-11, 7100,       1410,      ett par för sig""")
    void anAdultInAnothersHomeBearsAPart(int adults, int size, String month, String personal, String shared, String why) {
        Calculation calculation = new Case(month).adults(adults == 1 ? ANNA : ANNA + ", " + BO).sharedHome(size).calculation();
        assertThat(calculation.sum(LineKind.PERSONAL)).as(why).isEqualTo(kronor(personal));
        assertThat(calculation.sum(LineKind.SHARED)).as(why).isEqualTo(kronor(shared));
    }

    @Test
    void countsThreeQuartersOfTheSalaryOfTheOneWithJobStimulus() {
        List<CalculationLine> lines = new Case("2026-11").adults(ANNA + " jobbstimulans, " + BO)
                .incomes("SALARY 7855.5, SALARY 1000 " + BO + ", OTHER_INCOME 400")
                .lines();
        assertThat(lines).filteredOn(l -> l.kind() == LineKind.INCOME)
                .extracting(l -> l.amount().inKronor() + " " + l.rule() + " " + l.matter())
                .containsExactly("5891.63 R12 jobbstimulans", "1000.00 R11 rätt till försörjningsstöd och levnadskostnader i övrigt",
                        "400.00 R11 rätt till försörjningsstöd och levnadskostnader i övrigt");
    }

    @Test
    void showsTheChildsOwnSalaryButCountsItOnlyAboveTheYearsPriceBaseAmount() {
        String child = "20091019T503";
        Case household = new Case("2026-10").adults(ANNA).children(child).incomes("SALARY 2500 " + child + ", CHILD_SUPPORT 1673 " + child);
        CalculationBasis basis = household.basis(Map.of(Case.id(child), kronor("58000")));

        assertThat(household.calculation().income()).isEqualTo(kronor("1673"));
        assertThat(Case.calculation(basis).lines()).filteredOn(l -> l.kind() == LineKind.INCOME)
                .extracting(l -> l.full().inKronor() + " → " + l.amount().inKronor())
                .containsExactly("1200.00 → 0.00", "1300.00 → 1300.00", "1673.00 → 1673.00");
    }

    @Test
    void addsUpTheChildsSalariesOfTheMonthAgainstThePriceBaseAmount() {
        String child = "20091019T503";
        assertThat(new Case("2026-10").adults(ANNA)
                .children(child)
                .incomes("SALARY 50000 " + child + ", SALARY 10000 " + child)
                .calculation()
                .income()).isEqualTo(kronor("800"));
    }

    @Test
    void tellsCostsByRightFromOtherLivingCosts() {
        assertThat(new Case("2026-11").adults(ANNA).costs("RENT 7000, MEDICINE 85.75, UNION_FEE 235").lines())
                .filteredOn(l -> l.kind() == LineKind.COST)
                .extracting(l -> l.code() + ": " + l.matter() + " " + l.rule())
                .containsExactly("RENT: försörjningsstödets delar och riksnorm R13",
                        "MEDICINE: rätt till försörjningsstöd och levnadskostnader i övrigt R13",
                        "UNION_FEE: försörjningsstödets delar och riksnorm R13");
    }

    @Test
    void hasNoNormForAYearThatIsNotThere() {
        assertThat(Case.CALCULATION.faults(new CalculationBasis(Case.id("a"), YearMonth.of(2027, 1),
                new Case("2026-01").adults(ANNA).basis().adults(), List.of(), 0, List.of(), List.of(), Map.of())))
                .containsExactly(new CalculationFault(CalculationFault.Kind.NO_NORM, null));
        assertThatThrownBy(() -> Norms.shipped().at(YearMonth.of(2027, 1))).isInstanceOf(NoNormForMonth.class);
    }

    @Test
    void namesEveryFaultAtOnce() {
        CalculationBasis basis = new Case("2026-11").adults(ANNA)
                .children("20081101T001, 20270101T002")
                .incomes("SALARY 1 ingen")
                .sharedHome(2)
                .basis();
        assertThat(Case.CALCULATION.faults(basis)).extracting(CalculationFault::kind)
                .containsExactly(CalculationFault.Kind.OWN_CASE, CalculationFault.Kind.NOT_BORN, CalculationFault.Kind.SHARED_HOME_SIZE,
                        CalculationFault.Kind.UNKNOWN_MEMBER);
    }

    @Test
    void everyNormTableIsWholeAndNamesItsSource() {
        assertThat(Norms.shipped().all()).hasSize(4).allSatisfy(norm -> {
            assertThat(norm.cells()).hasSize(22);
            assertThat(norm.cells().values()).allMatch(cell -> cell.amount().positive() && !cell.source().isBlank());
            assertThat(norm.shared(7).amount().minus(norm.shared(6).amount())).as("more than seven").isEqualTo(norm.eachMore().amount());
        });
    }
}
