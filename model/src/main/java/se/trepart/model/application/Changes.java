package se.trepart.model.application;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.Money;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.control.Settings;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;

/** What has changed from one month's declaration to the next (ändringar sedan sist). People are the same by personal number. */
public final class Changes {

    private final Declaration before;
    private final Declaration after;
    private final List<Change> changes = new ArrayList<>();

    private Changes(Declaration before, Declaration after) {
        this.before = before;
        this.after = after;
    }

    /** Every change: people first, then the home, costs and incomes. */
    public static List<Change> between(Declaration before, Declaration after, Settings settings) {
        Changes found = new Changes(before, after);
        found.comparePeople();
        found.compareChildren();
        found.compareHome();
        found.compareCosts();
        found.compareIncomes();
        found.compareIncomeTotal(settings.incomeChangePercent());
        return List.copyOf(found.changes);
    }

    private void comparePeople() {
        if (before.maritalStatus() != after.maritalStatus()) {
            changes.add(new Change.MaritalStatusChanged(before.maritalStatus(), after.maritalStatus()));
        }
        Map<PersonalNumber, Person> was = people(before);
        Map<PersonalNumber, Person> is = people(after);
        is.values().stream().filter(person -> !was.containsKey(person.number())).map(Change.PersonJoined::new).forEach(changes::add);
        was.values().stream().filter(person -> !is.containsKey(person.number())).map(Change.PersonLeft::new).forEach(changes::add);
        for (Person person : is.values()) {
            Person earlier = was.get(person.number());
            if (earlier != null && !Objects.equals(earlier.address(), person.address())) {
                changes.add(new Change.AddressChanged(earlier, person));
            }
        }
    }

    private void compareChildren() {
        for (Child child : after.children()) {
            before.children()
                    .stream()
                    .filter(c -> c.person().number().equals(child.person().number()))
                    .findFirst()
                    .ifPresent(earlier -> compare(earlier, child));
        }
    }

    private void compare(Child earlier, Child child) {
        if (earlier.residence() != child.residence() || earlier.daysInHome() != child.daysInHome()) {
            changes.add(new Change.ResidenceChanged(earlier, child));
        }
        if (earlier.lunchAway() != child.lunchAway() || earlier.inUpperSecondarySchool() != child.inUpperSecondarySchool()
                || !earlier.school().equals(child.school())) {
            changes.add(new Change.ChildFactsChanged(earlier, child));
        }
    }

    private void compareHome() {
        if (!before.housing().equals(after.housing())) {
            changes.add(new Change.HousingChanged(before.housing(), after.housing()));
        }
        if (before.sharedHomeSize() != after.sharedHomeSize()) {
            changes.add(new Change.SharedHomeChanged(before.sharedHomeSize(), after.sharedHomeSize()));
        }
    }

    private void compareCosts() {
        Map<CostType, Money> was = costs(before);
        Map<CostType, Money> is = costs(after);
        for (CostType type : CostType.values()) {
            if (!Objects.equals(was.get(type), is.get(type))) {
                changes.add(new Change.CostChanged(type, was.get(type), is.get(type)));
            }
        }
    }

    private void compareIncomes() {
        Map<PersonalNumber, Person> people = new LinkedHashMap<>(people(before));
        people.putAll(people(after));
        Map<Earning, Money> was = incomes(before);
        Map<Earning, Money> is = incomes(after);
        Set<Earning> all = new LinkedHashSet<>(was.keySet());
        all.addAll(is.keySet());
        for (Earning earning : all) {
            Person person = people.get(earning.number());
            if (person != null && !Objects.equals(was.get(earning), is.get(earning))) {
                changes.add(new Change.IncomeChanged(person, earning.type(), was.get(earning), is.get(earning)));
            }
        }
    }

    private void compareIncomeTotal(int percentPointedOut) {
        Money was = income(before);
        Money is = income(after);
        if (was.equals(is)) {
            return;
        }
        if (!was.positive()) {
            changes.add(new Change.IncomeTotalChanged(was, is, null));
            return;
        }
        Money difference = is.minus(was);
        if (Math.multiplyExact(Math.abs(difference.ore()), 100L) >= Math.multiplyExact(was.ore(), (long) percentPointedOut)) {
            int percent = difference.inKronor().movePointRight(2).divide(was.inKronor(), 0, RoundingMode.HALF_UP).intValue();
            changes.add(new Change.IncomeTotalChanged(was, is, percent));
        }
    }

    private static Map<PersonalNumber, Person> people(Declaration declaration) {
        Map<PersonalNumber, Person> people = new LinkedHashMap<>();
        Stream.concat(declaration.adults().stream().map(Adult::person), declaration.children().stream().map(Child::person))
                .forEach(person -> people.put(person.number(), person));
        return people;
    }

    private static Map<CostType, Money> costs(Declaration declaration) {
        Map<CostType, Money> costs = new EnumMap<>(CostType.class);
        declaration.costs().forEach(cost -> costs.merge(cost.type(), cost.applied(), Money::plus));
        return costs;
    }

    private static Map<Earning, Money> incomes(Declaration declaration) {
        Map<UUID, PersonalNumber> numbers = new HashMap<>();
        declaration.adults().forEach(adult -> numbers.put(adult.id(), adult.person().number()));
        declaration.children().forEach(child -> numbers.put(child.id(), child.person().number()));
        Map<Earning, Money> incomes = new LinkedHashMap<>();
        for (Income income : declaration.incomes()) {
            PersonalNumber number = numbers.get(income.memberId());
            if (number != null) {
                incomes.merge(new Earning(number, income.type()), income.amount(), Money::plus);
            }
        }
        return incomes;
    }

    private static Money income(Declaration declaration) {
        return Money.sum(declaration.incomes().stream().map(Income::amount).toList());
    }

    /** Whose income of which kind. */
    private record Earning(PersonalNumber number, IncomeType type) {}
}
