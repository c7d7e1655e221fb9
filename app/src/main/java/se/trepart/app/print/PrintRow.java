package se.trepart.app.print;

import java.text.CollationKey;

import se.trepart.model.letter.PaperLetter;

/**
 * A letter in the list (rad i utskrifterna).
 *
 * @param who the reader, last name first
 * @param order where the name stands in Swedish order: the order of the envelopes
 * @param apart of a protected household: never on the cover list, and printed by itself (R34)
 */
record PrintRow(PaperLetter paper, String who, CollationKey order, String caseNumber, String what, String sent, String state,
        boolean apart) {

    boolean printed() {
        return paper.state() == PaperLetter.State.PRINTED;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "PrintRow[" + paper + "]";
    }
}
