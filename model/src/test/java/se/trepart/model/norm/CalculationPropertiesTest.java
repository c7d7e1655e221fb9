package se.trepart.model.norm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import se.trepart.model.Money;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every household (R9–R14). */
class CalculationPropertiesTest {

    private static final String MONTH = "2026-11";

    @Property
    void addingAnIncomeNeverRaisesTheAid(@ForAll("households") CalculationBasis household, @ForAll("öre") long ore, @ForAll IncomeType type,
            @ForAll int whose) {
        List<Income> more = new ArrayList<>(household.incomes());
        more.add(new Income(Case.id("one more"), type, new Money(ore), null, member(household, whose), ""));
        assertThat(Case.calculation(with(household, household.costs(), more, Map.of())).lacking())
                .isLessThanOrEqualTo(Case.calculation(household).lacking());
    }

    @Property
    void splittingAMonthsListChangesNothing(@ForAll("households") CalculationBasis household, @ForAll Random random) {
        int costs = random.nextInt(household.costs().size() + 1);
        int incomes = random.nextInt(household.incomes().size() + 1);
        List<Income> firstIncomes = household.incomes().subList(0, incomes);
        Calculation first = Case.calculation(with(household, household.costs().subList(0, costs), firstIncomes, Map.of()));
        Calculation rest = Case.calculation(with(household, household.costs().subList(costs, household.costs().size()),
                household.incomes().subList(incomes, household.incomes().size()), salaries(firstIncomes)));
        Calculation whole = Case.calculation(household);

        assertThat(first.costs().plus(rest.costs())).isEqualTo(whole.costs());
        assertThat(first.income().plus(rest.income())).isEqualTo(whole.income());
        assertThat(rest.norm()).isEqualTo(whole.norm());
    }

    @Property
    void theOrderOfTheListsChangesNoCostAndNoNorm(@ForAll("households") CalculationBasis household, @ForAll Random random) {
        List<AppliedCost> costs = new ArrayList<>(household.costs());
        List<Income> incomes = new ArrayList<>(household.incomes());
        Collections.shuffle(costs, random);
        Collections.shuffle(incomes, random);
        assertThat(Case.calculation(with(household, costs, incomes, Map.of())).result()).isEqualTo(Case.calculation(household).result());
    }

    @Property
    void sumsEqualLines(@ForAll("households") CalculationBasis household) {
        Calculation calculation = Case.calculation(household);
        long result = calculation.lines()
                .stream()
                .mapToLong(line -> line.kind().isNeed() ? -line.amount().ore() : line.amount().ore())
                .sum();
        assertThat(calculation.result()).isEqualTo(new Money(result));
        assertThat(calculation.lines())
                .allSatisfy(line -> assertThat(line.full().share(line.numerator(), line.denominator())).isEqualTo(line.systemAmount()));
    }

    @Property
    void partOfTheTimeIsNeverMoreThanAllOfIt(@ForAll("days") int days, @ForAll("birthYears") int year) {
        Money part = childLine("%d0310T001 %dd".formatted(year, days));
        assertThat(part).isLessThanOrEqualTo(childLine(year + "0310T001")).isGreaterThan(Money.ZERO);
    }

    @Property
    void recalculatingWithTheSameFactsChangesNothing(@ForAll("households") CalculationBasis household, @ForAll("öre") long ore) {
        Calculation calculation = Case.calculation(household);
        Calculation changed = calculation.change(calculation.lines().getLast().id(), new Money(ore), "skäl");
        assertThat(Case.CALCULATION.recalculate(changed, household, Case.settings(household.period()))).isEqualTo(changed);
    }

    @Provide
    Arbitrary<CalculationBasis> households() {
        Arbitrary<String> adults = Arbitraries.of("199006022397", "199006022397 jobbstimulans", "199006022397, 199007282388 jobbstimulans");
        Arbitrary<List<String>> children = Combinators
                .combine(birthYears(), days(), Arbitraries.of("", " lunch"), Arbitraries.of(true, false))
                .as((year, days, lunch, partTime) -> "%d0310T%%03d%s%s".formatted(year, partTime ? " " + days + "d" : "", lunch))
                .list()
                .ofMaxSize(9);
        Arbitrary<List<Long>> amounts = ore().list().ofMaxSize(6);
        return Combinators.combine(adults, children, amounts, amounts, Arbitraries.integers().between(0, 10_000))
                .as(CalculationPropertiesTest::household);
    }

    @Provide("öre")
    Arbitrary<Long> ore() {
        return Arbitraries.longs().between(0, 7_000_000);
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(1, 31);
    }

    @Provide
    Arbitrary<Integer> birthYears() {
        return Arbitraries.integers().between(2009, 2026);
    }

    private static CalculationBasis household(String adults, List<String> children, List<Long> costs, List<Long> incomes, int seed) {
        String list = String.join(", ", IntStream.range(0, children.size()).mapToObj(i -> children.get(i).formatted(i)).toList());
        CalculationBasis people = new Case(MONTH).adults(adults).children(list).basis();
        Random random = new Random(seed);
        return with(people,
                IntStream.range(0, costs.size())
                        .mapToObj(i -> new AppliedCost(Case.id("c" + i), CostType.values()[random.nextInt(CostType.values().length)],
                                new Money(costs.get(i)), "", ""))
                        .toList(),
                IntStream.range(0, incomes.size())
                        .mapToObj(i -> new Income(Case.id("i" + i), IncomeType.values()[random.nextInt(IncomeType.values().length)],
                                new Money(incomes.get(i)), null, member(people, random.nextInt()), ""))
                        .toList(),
                Map.of());
    }

    private static UUID member(CalculationBasis household, int whose) {
        int index = Math.floorMod(whose, household.people());
        int adults = household.adults().size();
        return index < adults ? household.adults().get(index).id() : household.children().get(index - adults).id();
    }

    private static CalculationBasis with(CalculationBasis basis, List<AppliedCost> costs, List<Income> incomes,
            Map<UUID, Money> earnedBefore) {
        return new CalculationBasis(basis.applicationId(), basis.period(), basis.adults(), basis.children(), basis.sharedHomeSize(), costs,
                incomes, earnedBefore);
    }

    private static Map<UUID, Money> salaries(List<Income> incomes) {
        Map<UUID, Money> earned = new HashMap<>();
        incomes.stream().filter(i -> i.type() == IncomeType.SALARY).forEach(i -> earned.merge(i.memberId(), i.amount(), Money::plus));
        return earned;
    }

    private static Money childLine(String child) {
        return new Case(MONTH).adults("199006022397").children(child).lines().get(1).amount();
    }
}
