package se.trepart.model.person;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is (person).
 *
 * @param address null where it is protected or not known
 * @param interpreterLanguage the language an interpreter is needed for (tolk), null when none is
 */
public record Person(PersonalNumber number, String firstName, String lastName, @Nullable Address address, String email, String phone,
        Protection protection, @Nullable String interpreterLanguage) {

    /** First name, then last name. */
    public String name() {
        return firstName + " " + lastName;
    }

    /** As lists sort it: last name, first name. */
    public String listName() {
        return lastName + ", " + firstName;
    }

    /** Never the person: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
