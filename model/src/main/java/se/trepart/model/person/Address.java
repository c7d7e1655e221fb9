package se.trepart.model.person;

/** A postal address (adress); its parts merge as one. */
public record Address(String street, String postalCode, String city) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Address[…]";
    }
}
