package se.trepart.app.letter;

/**
 * What stands in the place of some words that the writer has typed (rättelse).
 *
 * @param place of the words it takes the place of
 */
record Correction(TypedPlace place, String words) {

    /** Where it stands afterwards. */
    TypedPlace after() {
        return new TypedPlace(place.where(), place.from(), place.from() + words.length());
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Correction[…]";
    }
}
