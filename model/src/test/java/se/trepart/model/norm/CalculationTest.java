package se.trepart.model.norm;

import java.util.UUID;

import se.trepart.model.Money;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.trepart.model.norm.Case.kronor;

/** R14: the system's value and the caseworker's side by side. R17: locked with the decision. */
class CalculationTest {

    private static final String ANNA = "199006022397";

    private final Calculation calculation = household("2026-11").costs("RENT 7320, ELECTRICITY 310").incomes("SALARY 4000").calculation();

    @Test
    void aChangedAmountCountsAndNeedsAReason() {
        Calculation changed = calculation.change(line(calculation, "RENT"), kronor("6000"), "");

        assertThat(changed.result()).isEqualTo(calculation.result().plus(kronor("1320")));
        assertThat(changed.reasonsMissing()).extracting(CalculationLine::code).containsExactly("RENT");
        assertThat(changed.change(line(changed, "RENT"), kronor("6000"), "Hyresavin visar 6 000 kr").reasonsMissing()).isEmpty();
    }

    @Test
    void theSystemsOwnAmountNeedsNoReason() {
        assertThat(calculation.change(line(calculation, "RENT"), kronor("7320"), "").reasonsMissing()).isEmpty();
    }

    @Test
    void takingBackGivesTheSystemsAmountAgain() {
        Calculation changed = calculation.change(line(calculation, "RENT"), kronor("6000"), "avi");
        assertThat(changed.takeBack(line(changed, "RENT"))).isEqualTo(calculation);
    }

    @Test
    void newFactsKeepWhatTheCaseworkerWrote() {
        Calculation changed = calculation.change(line(calculation, "RENT"), kronor("6000"), "avi")
                .add(Case.id("own"), LineKind.INCOME, Case.id(ANNA), "OTHER_INCOME", kronor("500"), "utdrag från a-kassan");
        CalculationBasis higherRentAndNoElectricity = household("2026-11").costs("RENT 7500").incomes("SALARY 4000").basis();

        Calculation again = Case.CALCULATION.recalculate(changed, higherRentAndNoElectricity, Case.settings(changed.period()));

        assertThat(again.lines()).extracting(CalculationLine::code)
                .containsExactly("adults.single", "shared.1", "RENT", "SALARY", "OTHER_INCOME");
        CalculationLine rent = again.lines().get(2);
        assertThat(rent.systemAmount()).isEqualTo(kronor("7500"));
        assertThat(rent.amount()).isEqualTo(kronor("6000"));
        assertThat(rent.reason()).isEqualTo("avi");
        assertThat(again.income()).isEqualTo(kronor("4500"));
    }

    @Test
    void aLineTheCaseworkerAddedCanBeTakenAway() {
        UUID own = Case.id("own");
        Calculation longer = calculation.add(own, LineKind.COST, null, "MEDICINE", kronor("85.75"), "kvitto");
        assertThat(longer.costs()).isEqualTo(kronor("7715.75"));
        assertThat(longer.takeBack(own)).isEqualTo(calculation);
        assertThatThrownBy(() -> calculation.add(own, LineKind.PERSONAL, null, "x", Money.ZERO, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsChangedInALockedCalculation() {
        Calculation locked = calculation.lock();
        assertThatThrownBy(() -> locked.change(line(locked, "RENT"), Money.ZERO, "x")).isInstanceOf(CalculationLocked.class);
        assertThatThrownBy(() -> Case.CALCULATION.recalculate(locked, household("2026-11").basis(), Case.settings(locked.period())))
                .isInstanceOf(CalculationLocked.class);
    }

    @Test
    void theSameFactsGiveTheSameLineIdsOnEveryWorkstation() {
        assertThat(household("2026-11").costs("RENT 7320, ELECTRICITY 310").incomes("SALARY 4000").calculation()).isEqualTo(calculation);
        assertThat(calculation.lines()).extracting(CalculationLine::id).doesNotHaveDuplicates();
    }

    @Test
    void comparesWithLastMonthLineByLine() {
        Calculation october = household("2026-10").children("20251130T001").costs("RENT 7080, MEDICINE 100").calculation();
        Calculation november = household("2026-11").children("20251130T001").costs("RENT 7320, ELECTRICITY 310").calculation();

        assertThat(november.comparedWith(october)).extracting(row -> words(row))
                .containsExactly("adults.single 0.00", "children.1-2.full 320.00", "shared.2 0.00", "RENT 240.00", "ELECTRICITY ny 310.00",
                        "MEDICINE borta -100.00");
    }

    private static String words(ComparedLine row) {
        CalculationLine shown = row.isGone() ? row.lastMonth() : row.line();
        return shown.code() + (row.isNew() ? " ny " : row.isGone() ? " borta " : " ") + row.difference().inKronor();
    }

    private static Case household(String month) {
        return new Case(month).adults(ANNA);
    }

    private static UUID line(Calculation calculation, String code) {
        return calculation.lines().stream().filter(l -> l.code().equals(code)).findFirst().orElseThrow().id();
    }
}
