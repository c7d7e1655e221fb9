package se.trepart.model.application;

import se.trepart.model.Money;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.person.Person;

import org.jspecify.annotations.Nullable;

/** Something that differs between two months' declarations (ändring sedan förra månaden); the screen words and marks it. */
public sealed interface Change {

    /** A kind of cost, all of its rows together; null where the month has none. */
    record CostChanged(CostType type, @Nullable Money before, @Nullable Money after) implements Change {}

    /** A person's income of one kind, all of its rows together; null where the month has none. */
    record IncomeChanged(Person person, IncomeType type, @Nullable Money before, @Nullable Money after) implements Change {}

    /**
     * The household's income has changed by so much that it is pointed out ⚙.
     *
     * @param percent negative for less; null when there was no income before
     */
    record IncomeTotalChanged(Money before, Money after, @Nullable Integer percent) implements Change {}

    /** Somebody is in the household who was not. */
    record PersonJoined(Person person) implements Change {}

    /** Somebody is no longer in the household. */
    record PersonLeft(Person person) implements Change {}

    /** A child lives here more or less than before. */
    record ResidenceChanged(Child before, Child after) implements Change {}

    /** A child's lunch away from home or its school has changed, and with it perhaps the norm (R10). */
    record ChildFactsChanged(Child before, Child after) implements Change {}

    /** A person has moved. */
    record AddressChanged(Person before, Person after) implements Change {}

    record MaritalStatusChanged(MaritalStatus before, MaritalStatus after) implements Change {}

    record HousingChanged(Housing before, Housing after) implements Change {}

    /** How many live in the home that the household shares; 0 = by itself (R9). */
    record SharedHomeChanged(int before, int after) implements Change {}
}
