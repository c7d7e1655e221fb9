package se.trepart.model.letter;

import se.trepart.model.person.Address;

import org.jspecify.annotations.Nullable;

/**
 * Somebody outside the household who gets a letter for one of its members (ställföreträdare).
 *
 * @param capacity null until somebody has chosen it
 * @param address as it is typed; its parts may be empty
 */
public record Representative(@Nullable Capacity capacity, String name, Address address) {

    /** In what capacity somebody stands for another (egenskap). */
    public enum Capacity {
        /** vårdnadshavare */
        CUSTODIAN,
        /** god man */
        TRUSTEE,
        /** förvaltare */
        ADMINISTRATOR,
        /** ombud */
        AGENT
    }

    /** Nothing is chosen or typed yet. */
    public static final Representative UNKNOWN = new Representative(null, "", new Address("", "", ""));

    public Representative capacity(@Nullable Capacity next) {
        return new Representative(next, name, address);
    }

    public Representative name(String next) {
        return new Representative(capacity, next, address);
    }

    public Representative address(Address next) {
        return new Representative(capacity, name, next);
    }

    /** Never the person: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Representative[…]";
    }
}
