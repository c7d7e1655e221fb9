package se.trepart.model.norm;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** A household written in words, for the tables of the tests: "199006022397 jobbstimulans", "202106172394 15d lunch". */
public final class Case {

    static final NormCalculation CALCULATION = new NormCalculation(Norms.shipped());

    private final YearMonth period;
    private final List<Adult> adults = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();
    private final List<AppliedCost> costs = new ArrayList<>();
    private final List<Income> incomes = new ArrayList<>();
    private int sharedHomeSize;

    Case(String period) {
        this.period = YearMonth.parse(period);
    }

    static Settings settings(YearMonth period) {
        return Settings.at(ShippedSettings.of(new UUID(0, 0)), period.atDay(1));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** As in an application: the ids of its lines are in the order of the lines. */
    static UUID inOrder(String name, int place) {
        return new UUID(place, id(name + place).getLeastSignificantBits());
    }

    static Person person(String number) {
        return new Person(new PersonalNumber(number), "Kim", "Test", null, "", "", Protection.NONE, null);
    }

    Case adults(String list) {
        for (String adult : parts(list)) {
            String number = adult.split(" ")[0];
            adults.add(new Adult(id(number), adults.isEmpty() ? AdultRole.APPLICANT : AdultRole.CO_APPLICANT, person(number),
                    adult.contains("jobbstimulans"), null));
        }
        return this;
    }

    Case children(String list) {
        for (String child : parts(list)) {
            String number = child.split(" ")[0];
            String days = child.replaceAll(".* (\\d+)d.*", "$1");
            boolean partTime = !days.equals(child);
            children.add(new Child(id(number), person(number), partTime ? ResidenceExtent.OTHER : ResidenceExtent.FULL_TIME,
                    partTime ? Integer.parseInt(days) : 31, child.contains("lunch"), child.contains("gymnasiet"), ""));
        }
        return this;
    }

    Case costs(String list) {
        for (String cost : parts(list)) {
            String[] words = cost.split(" ");
            costs.add(new AppliedCost(inOrder("cost", costs.size()), CostType.valueOf(words[0]), kronor(words[1]), "", ""));
        }
        return this;
    }

    Case incomes(String list) {
        for (String income : parts(list)) {
            String[] words = income.split(" ");
            UUID member = words.length > 2 ? id(words[2]) : adults.getFirst().id();
            incomes.add(new Income(inOrder("income", incomes.size()), IncomeType.valueOf(words[0]), kronor(words[1]), null, member, ""));
        }
        return this;
    }

    Case sharedHome(int size) {
        sharedHomeSize = size;
        return this;
    }

    CalculationBasis basis() {
        return basis(Map.of());
    }

    CalculationBasis basis(Map<UUID, Money> earnedBefore) {
        return new CalculationBasis(id("application"), period, adults, children, sharedHomeSize, costs, incomes, earnedBefore);
    }

    List<CalculationLine> lines() {
        return CALCULATION.lines(basis(), settings(period));
    }

    Calculation calculation() {
        return calculation(basis());
    }

    static Calculation calculation(CalculationBasis basis) {
        return CALCULATION.propose(basis, settings(basis.period()), id("calculation"), id("unit"), id("case"), basis.period().atDay(1),
                id("staff"));
    }

    static Money kronor(String kronor) {
        return Money.kronor(new BigDecimal(kronor));
    }

    private static List<String> parts(String list) {
        return list.isBlank() ? List.of() : List.of(list.strip().split(", *"));
    }
}
