package se.trepart.app.disclosure;

import se.trepart.model.disclosure.Disclosure.Proposal;

/**
 * A document in the list (rad i utlämnandet).
 *
 * @param state whether it goes out, or why not, in words
 * @param changeable whether a person may judge otherwise
 */
record DisclosureRow(Proposal proposal, String part, String title, String day, String state, boolean changeable) {

    boolean included() {
        return proposal.omission() == null;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "DisclosureRow[" + proposal + "]";
    }
}
